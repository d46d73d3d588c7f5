import WardwayRouting

/// What waits at the end of a leg.
enum Goal: Hashable {
  /// A stop or the end of the journey.
  case stop
  /// The next leg is on foot, from a floor if it is worth a word: the car stays.
  case parking(Floor?)
  /// The next leg is on foot: somebody else drives on.
  case dropOff
  /// The next leg is by car: one gets in.
  case car
  /// The next leg is by car, which somebody else comes with.
  case pickUp
  /// The next leg is in a venue's network; people call it so.
  case venue(String)
  /// The next leg is back on the streets, away from a venue that people call so.
  case streets(String)

  init(of leg: Leg, before next: Leg?) {
    guard let next else {
      self = .stop
      return
    }
    if leg.mode != next.mode {
      let isLetOut = leg.parking.map { !$0.kind.isParking } ?? leg.endsInDropOff
      if leg.mode == .car {
        self = isLetOut ? .dropOff : .parking(Self.floor(of: next))
      } else {
        self = isLetOut ? .pickUp : .car
      }
    } else if leg.network != next.network {
      self = next.network == "streets" ? .streets(leg.networkName) : .venue(next.networkName)
    } else {
      self = .stop
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
    case .venue: .enterVenue
    case .streets: .exitVenue
    }
  }

  func text(in phrasebook: any Phrasebook, at place: String, on floor: Floor?, charges: Bool) -> String {
    switch self {
    case .stop: phrasebook.arrive(at: place, on: floor)
    case .parking(let floor):
      phrasebook.park(at: place, on: floor.flatMap { $0.isNamed(in: place) ? nil : $0 }, charges: charges)
    case .dropOff: phrasebook.getOut(at: place)
    case .car: phrasebook.getIn(at: place, charges: charges)
    case .pickUp: phrasebook.beingPickedUp(at: place)
    case .venue(let venue): phrasebook.enterVenue(cleanName(venue), at: place)
    case .streets(let venue): phrasebook.leaveVenue(cleanName(venue), at: place)
    }
  }
}
