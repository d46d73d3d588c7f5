/// What changing between car and walking takes: typical times, in seconds.
///
/// The map doesn't know how full a car park is, so these are for an ordinary weekday. Searching for a space at
/// a kerb took 3.5 to 14 minutes on average in the studies that Shoup lists (*The High Cost of Free
/// Parking*, 2005, table 11-5); they looked where kerbs are full, so the least of them, rounded down, stands for
/// a street near a hospital. The rest is reasoned: a car goes about 10 km/h in a car park.
package enum HandoffTimes {
  /// Driving past 150 m of spaces at 10 km/h.
  static let lotSearch = 60.0
  /// The same on one floor, a barrier with its ticket (15 s), and a ramp or two (45 s).
  static let garageSearch = 120.0
  /// See above.
  static let streetSearch = 180.0
  /// A space that is kept free and lies where one comes in: what remains is the half, barrier included.
  static let reservedShare = 0.5
  /// Finding the machine, paying, and the ticket.
  static let payment = 60.0
  /// Stopping, belts, doors.
  static let dropOff = 20.0
  /// The speed from the car to the exit of a garage that isn't mapped inside, in metres a second: the lower
  /// end of comfortable gait, as one looks for the way.
  static let exitSpeed = 1.2

  /// Returns what changing takes, in milliseconds.
  ///
  /// - Parameters:
  ///   - isReserved: Whether for those who may use a space that is reserved for disabled people.
  ///   - metresToExit: How far it is from the car to where walking begins.
  static func milliseconds(
    _ kind: HandoffKind, charges: Bool, isReserved: Bool, metresToExit: Double
  ) -> UInt32 {
    var seconds: Double
    switch kind {
    case .parkingLot: seconds = lotSearch
    case .parkingGarage, .undergroundParking: seconds = garageSearch
    case .streetParking: seconds = streetSearch
    case .dropOff: return UInt32(dropOff * 1000)
    }
    if isReserved { seconds *= reservedShare }
    if charges { seconds += payment }
    // Beside a street one steps out onto the sidewalk.
    if kind != .streetParking { seconds += min(metresToExit, 1000) / exitSpeed }
    return UInt32((seconds * 1000).rounded())
  }
}
