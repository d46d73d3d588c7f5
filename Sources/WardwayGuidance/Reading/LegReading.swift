import Geodesy
import WardwayMap
import WardwayRouting

/// A drive, or a walk over all the networks that it leads through, with what its reading needs at hand.
final class LegReading {
  /// Where a walk goes on in another network.
  struct Portal: Hashable {
    /// The first edge behind it.
    var edge: Int
    var gateway: Gateway
  }

  let edges: [TravelledEdge]
  let ways: [Way]
  let roads: [RoadFacts]
  let line: Line
  /// The portals on the way, in order.
  let portals: [Portal]
  /// The first edge of each leg.
  let legStarts: [Int]
  let isCar: Bool
  let drivesOnLeft: Bool
  /// The name of the place where it ends.
  let destination: String
  /// What is known of the car park where a drive ends, or where the car stands that it starts with.
  let parking: ParkingFacts?
  /// Whether it is a drive behind a walk to the car, and whether the car stands in a car park.
  let startsAtCar: Bool
  let startsInCarPark: Bool
  /// Whether one goes on in another way at its end.
  let endsAtHandoff: Bool

  /// Reads legs that are one walk, or one drive.
  init(_ legs: [Leg], line: Line, after previous: Leg? = nil) {
    let (first, last) = (legs[0], legs[legs.count - 1])
    var starts: [Int] = []
    var count = 0
    var portals: [Portal] = []
    for (index, leg) in legs.enumerated() {
      starts.append(count)
      if index > 0 {
        let isIn = leg.network.isVenue
        portals.append(
          Portal(
            edge: count,
            gateway: Gateway(
              entersVenue: isIn, venue: cleanName(isIn ? leg.networkName : legs[index - 1].networkName),
              name: cleanName(legs[index - 1].destination))))
      }
      count += leg.edges.count
    }
    legStarts = starts
    self.portals = portals
    edges = legs.count == 1 ? first.edges : legs.flatMap(\.edges)
    ways = Way.all(of: edges)
    roads = first.mode == .car ? first.edges.map { RoadFacts($0.road) } : []
    self.line = line
    isCar = first.mode == .car
    drivesOnLeft = first.drivesOnLeft
    destination = cleanName(last.destination)
    parking = last.change?.parking
    startsAtCar = first.mode == .car && previous?.mode == .walk
    startsInCarPark = startsAtCar && previous?.change?.parking.map { $0.kind != .streetParking } ?? false
    endsAtHandoff = last.change != nil
  }

  /// Whether an edge only joins others: a door, a gate, a kerb.
  func isPassage(_ index: Int) -> Bool {
    switch edges[index].kind {
    case .door, .barrier, .kerb, .connector: true
    default: false
    }
  }

  /// Whether one walks (or drives) on an edge, rather than passing or riding something.
  func isWay(_ index: Int) -> Bool {
    !isPassage(index) && edges[index].kind != .ferry && Connector(edges[index].kind) == nil
  }

  func isCrossing(_ index: Int) -> Bool { !isCar && edges[index].kind == .crossing }

  /// How far along the journey an edge starts, in metres of its line.
  func start(of index: Int) -> Double { line.position(edges[index].geometryRange.lowerBound) }

  /// How far along the journey an edge ends, in metres of its line.
  func end(of index: Int) -> Double { line.position(edges[index].geometryRange.upperBound) }

  /// Whether an edge has a direction.
  func extends(_ index: Int) -> Bool { end(of: index) - start(of: index) > 0.05 }

  /// The length of some edges on the ground, in metres.
  func length(_ range: Range<Int>) -> Double {
    Double(edges[range].reduce(0) { $0 + UInt64($1.length) }) / 1000
  }

  /// How many metres to look along an edge for its direction.
  func reach(_ index: Int) -> Double {
    guard isCar else { return edges[index].attributes.isIndoor ? 5 : 10 }
    // Roads for speed part slowly.
    return roads[index].roadClass.rank <= RoadClass.trunkLink.rank ? 30 : 15
  }

  /// The other ways out of the junction where a road begins.
  func branches(at index: Int) -> [RoadView.Branch] { edges[index].road?.branches ?? [] }

  /// Whether an edge leads up (true) or down (false), as far as the map tells.
  func leadsUp(_ index: Int) -> Bool? {
    if let stated = edges[index].leadsUp { return stated }
    guard let incline = edges[index].incline, incline != 0 else { return nil }
    return incline > 0
  }

  /// The number of other ways where an edge starts, doors right before it included.
  func choices(at index: Int) -> Int {
    var most = edges[index].choices
    forEachPassage(before: index) { most = max(most, edges[$0].choices) }
    return most
  }

  /// What `read` makes of each way on foot besides, from where an edge starts, doors right before it included.
  func exits<Read>(at index: Int, _ read: (WalkExit) -> Read?) -> [Read] {
    var exits = edges[index].exits.compactMap(read)
    forEachPassage(before: index) { exits += edges[$0].exits.compactMap(read) }
    return exits
  }

  /// Visits what has no length right before an edge.
  private func forEachPassage(before index: Int, _ body: (Int) -> Void) {
    var before = index - 1
    while before >= 0, isPassage(before), !extends(before) {
      body(before)
      before -= 1
    }
  }

  /// The portal at an edge; nil where the network stays the same.
  func portal(at edge: Int) -> Portal? { portals.first { $0.edge == edge } }
}

/// What is asked again and again of the roads of a drive.
struct RoadFacts {
  let roadClass: RoadClass
  let isRoundabout: Bool
  let isMiniRoundabout: Bool
  let hasGate: Bool
  /// Whether other ways lead out of the junction where it begins.
  let hasBranches: Bool

  /// Takes them out of what a driver sees; a ferry is a road of an unknown class.
  init(_ view: RoadView?) {
    roadClass = view?.roadClass ?? .unknown
    isRoundabout = view?.isRoundabout ?? false
    isMiniRoundabout = view?.isMiniRoundabout ?? false
    hasGate = view?.hasGate ?? false
    hasBranches = view?.branches.isEmpty == false
  }
}
