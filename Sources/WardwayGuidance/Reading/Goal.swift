import WardwayRouting

/// What waits at the end of a drive or a walk.
enum Goal: Hashable {
  /// A stop or the end of the journey.
  case stop
  /// One goes on on foot, from a floor if it is worth a word: the car stays.
  case parking(Floor?)
  /// One goes on on foot: somebody else drives on.
  case dropOff
  /// One gets into the car.
  case car
  /// One gets into the car that somebody else comes with.
  case pickUp

  init(of leg: Leg, before next: Leg?) {
    self =
      switch leg.change?.kind {
      case nil: .stop
      case .park: .parking(next.flatMap(Self.floor))
      case .dropOff: .dropOff
      case .getIn: .car
      case .pickUp: .pickUp
      }
  }

  /// The floor where a walk from the car begins; the roads don't know what is posted.
  private static func floor(of walk: Leg) -> Floor? {
    guard let first = walk.edges.first else { return nil }
    let floor = Floor(first.fromLevel, posted: first.fromLevelName)
    return floor.posted.isEmpty && floor.level == .ground ? nil : floor
  }

  var maneuver: Maneuver {
    switch self {
    case .stop: .arrive
    case .parking: .park
    case .dropOff: .dropOff
    case .car, .pickUp: .transfer
    }
  }
}
