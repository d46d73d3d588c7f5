import WardwayRouting

/// What comes before a drive or a walk.
enum Start: Hashable {
  /// A stop or the start of the journey.
  case stop
  /// The drive in a car that stays here.
  case parking
  /// The drive in a car that lets somebody out.
  case dropOff

  init(of leg: Leg, after previous: Leg?) {
    self = .stop
    guard let previous, previous.mode == .car, leg.mode == .walk else { return }
    self = previous.change?.kind == .dropOff ? .dropOff : .parking
  }
}
