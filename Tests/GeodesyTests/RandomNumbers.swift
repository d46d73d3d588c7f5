import Geodesy

/// SplitMix64: the same numbers for the same seed, everywhere.
struct RandomNumbers: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}

extension Coordinate {
  /// Any place within some degrees of a latitude and longitude, wrapped and clamped to the globe.
  static func random(
    around latitude: Double = 0, _ longitude: Double = 0, degrees: Double, using random: inout RandomNumbers
  ) -> Coordinate {
    let north = latitude + Double.random(in: -degrees...degrees, using: &random)
    let east = (longitude + Double.random(in: -degrees...degrees, using: &random))
      .remainder(dividingBy: 360)
    return Coordinate(latitude: min(90, max(-90, north)), longitude: east)!
  }
}
