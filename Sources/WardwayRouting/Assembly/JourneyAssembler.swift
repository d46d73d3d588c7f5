import Geodesy
import WardwayMap

/// Turns pieces of edges into legs with geometry, names and durations.
struct JourneyAssembler {
  let profile: Profile
  private(set) var geometry: [PathPoint] = []
  private var exitFinder = ExitFinder()
  /// Whether the walk goes on from a drive.
  private let startsAtHandoff: Bool

  /// Starts with a line that leads up to the first leg, if there is one.
  init(profile: Profile, continuing geometry: [PathPoint] = []) {
    self.profile = profile
    self.geometry = geometry
    startsAtHandoff = !geometry.isEmpty
  }

  /// Adds the legs for a walk: between two stops one for each stretch of one network.
  ///
  /// - Parameter change: How one changes into a car at its last stop, if one does.
  mutating func legs(for walk: StopWalk, ending change: Leg.Change? = nil) -> [Leg] {
    var legs: [Leg] = []
    // Where the car stands: a few metres beside the way, at most across a car park.
    let car = geometry.last
    for (index, hops) in walk.hops.enumerated() {
      let first = legs.count
      for (number, hop) in hops.enumerated() {
        let name = number == 0 ? "" : Self.portal(from: hops[number - 1], to: hop)
        let leg = leg(for: hop)
        // A portal that is passed without leaving the network is none to a traveller.
        if legs.count > first, legs[legs.count - 1].network == leg.network {
          legs[legs.count - 1].append(leg)
          continue
        }
        if legs.count > first {
          legs[legs.count - 1].end = .portal
          legs[legs.count - 1].destination = name
        }
        legs.append(leg)
      }
      let (from, to) = (walk.stops[index].place, walk.stops[index + 1].place)
      let last = legs.count - 1
      let isLast = index == walk.hops.count - 1
      legs[last].destination = to.name
      if index > 0 || !startsAtHandoff {
        legs[first].origin = StopPlace(from, to: geometry[legs[first].geometryRange.lowerBound])
      }
      if isLast, let change {
        legs[last].end = .handoff(change)
      } else {
        legs[last].end = .stop(StopPlace(to, to: geometry[legs[last].geometryRange.upperBound]))
      }
    }
    if let car { stepOut(at: car, &legs[0]) }
    return legs
  }

  /// Begins a leg where the car stands, with the steps from there to the way.
  private mutating func stepOut(at car: PathPoint, _ leg: inout Leg) {
    let first = leg.geometryRange.lowerBound
    guard first > 0, geometry[first - 1] == car,
      let edge = steps(from: car, to: geometry[first], first - 1...first)
    else { return }
    if !leg.edges.isEmpty { leg.edges[0].choices += 1 }
    leg.edges.insert(edge, at: 0)
    leg.geometryRange = first - 1...leg.geometryRange.upperBound
  }

  /// Ends a leg where the car stands, with the steps from the way to there.
  mutating func stepIn(at car: PathPoint, _ leg: inout Leg) {
    let last = geometry.count - 1
    guard let edge = steps(from: geometry[last], to: car, last...last + 1) else { return }
    geometry.go(to: car)
    leg.edges.append(edge)
    leg.geometryRange = leg.geometryRange.lowerBound...last + 1
  }

  /// Up to how far from the way a car may stand, in metres.
  private static let farthestCar = 60.0

  /// A few steps beside the ways of the map; nil where there are none, or they would lead to another floor.
  private func steps(from: PathPoint, to: PathPoint, _ range: ClosedRange<Int>) -> TravelledEdge? {
    let metres = distance(from.coordinate, to.coordinate)
    guard from.level == to.level, metres >= 0.5, metres <= Self.farthestCar else { return nil }
    let milliseconds = UInt32((metres / profile.speed * 1000).rounded())
    let cost = UInt32(Double(milliseconds) * WalkPrices.offNetworkFactor)
    return TravelledEdge(
      kind: .footway, source: .none, fromNode: .none, toNode: .none, name: "", ref: "", fromLevel: from.level,
      toLevel: to.level, fromLevelName: "", toLevelName: "", length: UInt32((metres * 1000).rounded()),
      duration: milliseconds, cost: cost, attributes: EdgeAttributes(), width: 0, incline: nil,
      stepCount: 0, choices: 0, geometryRange: range)
  }

  /// The name of the portal between two hops, or "".
  private static func portal(from hop: WalkHop, to next: WalkHop) -> String {
    guard let gate = next.gate, let venue = hop.venue ?? next.venue else { return "" }
    return venue.network.strings[gate.portal.name]
  }

  /// Adds the line of a stretch of a walk and returns its leg.
  ///
  /// - Complexity: O(points of the way).
  private mutating func leg(for hop: WalkHop) -> Leg {
    let (prices, network) = (hop.prices, hop.prices.network)
    var texts = RecentTexts(network.strings)
    let way = hop.way
    geometry.go(to: PathPoint(way.start))
    let first = geometry.count - 1
    var edges: [TravelledEdge] = []
    edges.reserveCapacity(way.pieces.count + 2)
    var before: Int?
    if let crossing = way.first(in: network) { edges.append(travel(crossing, at: prices)) }
    for (index, piece) in way.pieces.enumerated() {
      let isFirst = index == 0 && way.start.area == nil
      let isLast = index == way.pieces.count - 1 && way.end.area == nil
      let travelled = geometry.go(
        along: piece, from: isFirst ? PathPoint(way.start) : nil, to: isLast ? PathPoint(way.end) : nil,
        in: network)
      let edge = edge(of: piece, travelled, previous: before, at: prices, in: network, &texts)
      before = piece.edge
      if edge.kind.isElevator, let joined = edges.last?.riding(on: edge) {
        edges[edges.count - 1] = joined
      } else {
        edges.append(edge)
      }
    }
    if let crossing = way.last(in: network) { edges.append(travel(crossing, at: prices)) }
    return Leg(
      mode: .walk, network: prices.joined.id, edges: edges, geometryRange: first...geometry.count - 1,
      destination: "", networkName: prices.joined.name)
  }

  /// Adds the line of a way straight across an area and describes it.
  private mutating func travel(
    _ crossing: FoundWay.Crossing, at prices: WalkPrices
  ) -> TravelledEdge {
    let network = prices.network
    let (record, level) = (
      network.areas.records[crossing.area].edge, network.areas.records[crossing.area].level
    )
    let price = prices.price(across: crossing.area, millimetres: crossing.millimetres)
    let firstPoint = geometry.count - 1
    geometry.go(to: PathPoint(crossing.to, level: level))
    func source(_ node: UInt32?) -> FeatureID { node.map { network.nodes[Int($0)].source } ?? .none }
    let name = (crossing.fromNode ?? crossing.toNode).map { network.nodes[Int($0)].levelName } ?? 0
    return TravelledEdge(
      kind: record.kind, source: record.source, fromNode: source(crossing.fromNode),
      toNode: source(crossing.toNode), name: network.strings[record.name], ref: network.strings[record.ref],
      fromLevel: level, toLevel: level, fromLevelName: network.strings[name],
      toLevelName: network.strings[name], length: crossing.millimetres, duration: price?.duration ?? 0,
      cost: price?.cost ?? 0, attributes: record.attributes, width: record.width, incline: nil, stepCount: 0,
      choices: 0, geometryRange: min(firstPoint, geometry.count - 1)...geometry.count - 1)
  }

  private mutating func edge(
    of piece: Piece, _ travelled: TravelledPiece, previous: Int?, at prices: WalkPrices,
    in network: WalkNetwork, _ texts: inout RecentTexts
  ) -> TravelledEdge {
    let record = network.edges[piece.edge]
    let price = prices.price(of: piece)
    var attributes = record.attributes
    if !piece.isForward { attributes.rises = attributes.rises.opposite }
    let node = piece.isForward ? record.tail : record.head
    let others =
      travelled.isEntered
      ? exitFinder.find(at: node, along: piece.edge, from: previous, in: network) : (choices: 0, exits: [])
    return TravelledEdge(
      kind: record.kind, source: record.source, fromNode: travelled.fromNode, toNode: travelled.toNode,
      name: texts[record.name], ref: texts[record.ref], fromLevel: travelled.fromLevel,
      toLevel: travelled.toLevel, fromLevelName: texts[travelled.enter.levelName],
      toLevelName: texts[travelled.leave.levelName], length: travelled.length,
      duration: price?.duration ?? 0, cost: price?.cost ?? 0, attributes: attributes, width: record.width,
      incline: record.incline == EdgeRecord.unknownIncline
        ? nil : piece.isForward ? record.incline : -record.incline,
      stepCount: record.stepCount == 0
        ? 0 : UInt16(max(Share.of(UInt32(record.stepCount), piece.length, in: record.span), 1)),
      choices: others.choices, geometryRange: travelled.range, exits: others.exits)
  }
}

extension Leg {
  /// Goes on with a leg of the same network that starts where this one ends.
  fileprivate mutating func append(_ next: Leg) {
    edges += next.edges
    geometryRange = geometryRange.lowerBound...next.geometryRange.upperBound
  }
}

extension StopPlace {
  /// A stop, seen from where the way to it ends.
  init(_ place: ResolvedPlace, to end: PathPoint) {
    self.init(
      name: place.name, coordinate: place.coordinate,
      distance: Geodesy.distance(place.coordinate, end.coordinate),
      isOnOtherLevel: place.levelIsHint && place.level.map { $0 != end.level } ?? false)
  }
}

extension Trilean {
  /// The same seen from the other end.
  fileprivate var opposite: Trilean {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}

extension TravelledEdge {
  /// This elevator ride and its next part as one; nil where `next` isn't that.
  fileprivate func riding(on next: TravelledEdge) -> TravelledEdge? {
    guard kind.isElevator, next.kind.isElevator, source == next.source, next.kind != .elevatorBoard else {
      return nil
    }
    var ride = self
    ride.kind = .elevatorRide
    ride.toNode = next.toNode
    ride.toLevel = next.toLevel
    if !next.toLevelName.isEmpty || next.kind == .elevatorRide { ride.toLevelName = next.toLevelName }
    // Each part may be as long as its type allows.
    ride.length = UInt32(min(UInt64(length) + UInt64(next.length), UInt64(UInt32.max)))
    ride.durationMilliseconds = UInt32(
      min(UInt64(durationMilliseconds) + UInt64(next.durationMilliseconds), UInt64(UInt32.max)))
    ride.costMilliseconds = UInt32(
      min(UInt64(costMilliseconds) + UInt64(next.costMilliseconds), UInt64(UInt32.max)))
    ride.geometryRange = geometryRange.lowerBound...next.geometryRange.upperBound
    ride.attributes.rises =
      ride.toLevel > ride.fromLevel ? .yes : ride.toLevel < ride.fromLevel ? .no : .unknown
    return ride
  }
}
