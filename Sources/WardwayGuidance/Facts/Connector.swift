import WardwayMap

/// What carries or leads from one floor to another, or along.
package enum Connector: Codable, Hashable, Sendable {
  case elevator
  case stairs
  case escalator
  case movingWalk
  case ramp

  init?(_ kind: EdgeKind) {
    switch kind {
    case .elevatorBoard, .elevatorRide, .elevatorAlight: self = .elevator
    case .stairs: self = .stairs
    case .escalator: self = .escalator
    case .movingWalk: self = .movingWalk
    case .ramp: self = .ramp
    default: return nil
    }
  }

  var maneuver: Maneuver {
    switch self {
    case .elevator: .elevator
    case .stairs: .stairs
    case .escalator: .escalator
    case .movingWalk: .movingWalk
    case .ramp: .ramp
    }
  }

  /// How many metres of level way between two of its kind still belong to it.
  var longestLanding: Double {
    switch self {
    case .elevator: 0
    case .stairs, .ramp: 4
    case .escalator, .movingWalk: 8
    }
  }
}

/// The use of a connector from where one gets on to where one gets off.
package struct Ride: Codable, Hashable, Sendable {
  package var connector: Connector
  /// Its name, or "".
  package var name: String
  /// The feature that it is, or the first of them.
  package var source: FeatureID
  /// From where one gets on to where one gets off, in the journey's geometry.
  package var geometryRange: ClosedRange<Int>
  /// Whether it leads up (true) or down (false), as far as the map tells.
  var leadsUp: Bool?
  package var from: Floor
  package var to: Floor
  /// The number of stairs' steps, 0 where it isn't known.
  var stepCount: Int
  /// Whether it is several, one after the other.
  var isChain: Bool
  /// The turns right before it, of which the last tells on which side it is; two at most.
  var approach: [Modifier] = []

  package var changesLevel: Bool { from.level != to.level }

  /// Whether it is several that are spoken of in the plural.
  var isPlural: Bool { isChain && (connector == .escalator || connector == .movingWalk) }
}
