import Geodesy

/// The least that walks may cost by how far it is.
struct CrowFlies {
  /// What roundings and the flat map may shorten a way by, in metres, and as a share of it.
  private static let roundings = (metres: 2.0, share: 0.01)

  private let frame: LocalFrame
  /// The least that a metre costs, in milliseconds.
  var pace: Double

  init(from origin: Coordinate, pace: Double) {
    frame = LocalFrame(origin: origin)
    self.pace = pace
  }

  func point(_ coordinate: Coordinate) -> LocalFrame.Point { frame.point(coordinate) }

  /// The least that a walk between two places costs, in milliseconds.
  func cost(_ a: LocalFrame.Point, _ b: LocalFrame.Point, less metres: Double = 0) -> Double {
    max(Self.distance(a, b) * (1 - Self.roundings.share) - metres - Self.roundings.metres, 0) * pace
  }

  static func distance(_ a: LocalFrame.Point, _ b: LocalFrame.Point) -> Double {
    let (x, y) = (a.x - b.x, a.y - b.y)
    return (x * x + y * y).squareRoot()
  }

  /// How far a walk may lead that costs so much, in metres.
  func reach(_ cost: UInt32) -> Double {
    (Double(cost) / pace + Self.roundings.metres) * (1 + 2 * Self.roundings.share)
  }
}
