import WardwayRouting

/// What comes before a leg.
enum Start: Hashable {
  /// A stop or the start of the journey.
  case stop
  /// The drive in a car that stays here.
  case parking
  /// The drive in a car that lets somebody out.
  case dropOff
  /// The way up to a venue that people call so.
  case entrance(String)

  init(of leg: Leg, after previous: Leg?) {
    self = .stop
    guard let previous else { return }
    if previous.mode == .car, leg.mode == .walk {
      self = previous.endsInDropOff ? .dropOff : .parking
    } else if previous.mode == leg.mode, previous.network != leg.network, leg.network != "streets" {
      self = .entrance(cleanName(leg.networkName))
    }
  }
}
