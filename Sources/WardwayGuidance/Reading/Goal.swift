import WardwayRouting

/// What waits at the end of a leg.
enum Goal: Hashable {
  /// A stop or the end of the journey.
  case stop
  /// The next leg is on foot: the car stays.
  case parking
  /// The next leg is in a venue's network.
  case venue
  /// The next leg is back on the streets.
  case streets

  init(of leg: Leg, before next: Leg?) {
    guard let next else {
      self = .stop
      return
    }
    if leg.mode != next.mode {
      self = leg.mode == .car ? .parking : .stop
    } else if leg.network != next.network {
      self = next.network == "streets" ? .streets : .venue
    } else {
      self = .stop
    }
  }

  var maneuver: Maneuver {
    switch self {
    case .stop: .arrive
    case .parking: .park
    case .venue: .enterVenue
    case .streets: .exitVenue
    }
  }

  func text(in phrasebook: any Phrasebook, at place: String, on floor: Floor?) -> String {
    switch self {
    case .stop: phrasebook.arrive(at: place, on: floor)
    case .parking: phrasebook.park(at: place)
    case .venue: phrasebook.enterVenue(at: place)
    case .streets: phrasebook.leaveVenue(at: place)
    }
  }
}
