import Geodesy
import WardwayMap

@testable import WardwayRouting

extension Journey {
  /// What is wrong with this answer to a request, edge by edge, or nothing.
  func fault(for request: JourneyRequest, on atlas: Atlas) -> String? {
    guard legs.count > request.via.count else { return "\(legs.count) legs" }
    guard legs.first?.geometryRange.lowerBound == 0, legs.last?.geometryRange.upperBound == geometry.count - 1
    else { return "the legs don't cover the geometry" }
    for (leg, next) in zip(legs, legs.dropFirst())
    where leg.geometryRange.upperBound != next.geometryRange.lowerBound { return "legs don't meet" }
    if case .coordinate(_, let level?) = request.from, level != geometry.first?.level {
      return "the first level"
    }
    if case .coordinate(_, let level?) = request.to, level != geometry.last?.level { return "the last level" }
    let resolver = PlaceResolver(atlas: atlas)
    let toEmergency = [request.from, request.to].contains {
      (try? resolver.resolve($0))?.isEmergencyDepartment ?? false
    }
    var cost: UInt64 = 0
    for leg in legs {
      let network = leg.network == "streets" ? atlas.streets : try? atlas.venue(leg.network).network
      guard let network else { return "the network '\(leg.network)' is not there" }
      let checker = LegChecker(
        network: network, request: request, geometry: geometry, toEmergency: toEmergency)
      if let fault = checker.fault(of: leg) { return fault }
      cost += leg.edges.reduce(0) { $0 + UInt64($1.costMilliseconds) }
    }
    // What it costs to get to the network follows from where the line ends, to the nearest 10⁻⁷ degrees.
    guard cost <= costMilliseconds else { return "edges cost \(cost), the journey \(costMilliseconds)" }
    if request.via.isEmpty {
      let access = (snapFrom + snapTo) / request.profile.speed * 3000
      let rest = Double(costMilliseconds - cost)
      if abs(rest - access) > 0.05 / request.profile.speed * 3000 {
        return "access costs \(rest), not \(access)"
      }
    }
    let length = zip(geometry, geometry.dropFirst())
      .reduce(0) { $0 + Geodesy.distance($1.0.coordinate, $1.1.coordinate) }
    if abs(length - distance) > 0.03 + 0.003 * Double(geometry.count) {
      return "the line is \(length) m long, the edges \(distance) m"
    }
    return abs(distance - legs.reduce(0) { $0 + $1.distance }) < 1e-9
      ? nil : "the legs' distances don't add up"
  }
}

/// Checks legs against the network that they were found on.
private struct LegChecker {
  let network: WalkNetwork
  let request: JourneyRequest
  let geometry: [PathPoint]
  /// Whether the door of an emergency department is one like any other.
  let toEmergency: Bool

  func fault(of leg: Leg) -> String? {
    var at = leg.geometryRange.lowerBound
    var level = geometry[at].level
    var node = FeatureID.none
    for (number, edge) in leg.edges.enumerated() {
      let name = "edge \(number) (\(edge.kind.name) \(edge.source))"
      if edge.geometryRange.lowerBound != at { return "\(name) starts at another point" }
      if edge.fromLevel != level { return "\(name) starts on \(edge.fromLevel), not \(level)" }
      if number > 0, edge.fromNode == .none || edge.fromNode != node {
        return "\(name) starts at another node"
      }
      at = edge.geometryRange.upperBound
      if geometry[at].level != edge.toLevel { return "\(name): the line is on another level" }
      level = edge.toLevel
      node = edge.toNode
      if number + 1 < leg.edges.count, edge.toNode == .none { return "\(name) ends nowhere" }
      if let fault = fault(of: edge) { return "\(name) \(fault)" }
    }
    return at == leg.geometryRange.upperBound ? nil : "the leg's edges end at point \(at)"
  }

  private func fault(of edge: TravelledEdge) -> String? {
    if request.closed.contains(where: { closes($0, edge) }) { return "is closed" }
    let isStepped = edge.kind == .stairs || edge.kind == .escalator
    if isStepped, request.profile.secondsPerStepUp == nil { return "is nothing for \(request.profile.name)" }
    if edge.kind.isElevator { return rideFault(edge) }
    if isStraight(edge) { return nil }
    return ways(of: edge).isEmpty ? "is not open for \(request.profile.name), or is priced otherwise" : nil
  }

  /// Whether it is a straight way across an area, from or to a place in it, at what that takes.
  private func isStraight(_ edge: TravelledEdge) -> Bool {
    guard edge.fromNode == .none || edge.toNode == .none || edge.attributes.isMesh else { return false }
    let line = geometry[edge.geometryRange]
    guard line.count <= 2, let first = line.first?.coordinate, let last = line.last?.coordinate else {
      return false
    }
    return network.areas.areas(from: edge.source).contains { area in
      let record = network.areas.records[area]
      var whole = record.edge
      whole.length = edge.length
      let price = request.profile.price(of: whole, forward: true, tail: record.level, head: record.level)
      return record.level == edge.fromLevel && price?.cost == edge.costMilliseconds
        && price?.duration == edge.durationMilliseconds
        && network.areas.space(of: area)?.sees(first, last) == true
    }
  }

  /// Closing an ordinary node closes what meets in it.
  private func closes(_ source: FeatureID, _ edge: TravelledEdge) -> Bool {
    if source == edge.source { return true }
    return network.edges(from: source).isEmpty && source != .none
      && (source == edge.fromNode || source == edge.toNode)
  }

  /// The edges and directions that a travelled edge may stand for.
  private func ways(of travelled: TravelledEdge) -> [Int] {
    network.edges(from: travelled.source).flatMap { edge in
      [true, false].compactMap { isForward in
        let record = network.edges[edge]
        guard record.kind == travelled.kind,
          let price = network.price(of: edge, forward: isForward, for: request.profile)
        else { return nil }
        let tail = network.nodes[Int(isForward ? record.tail : record.head)]
        let head = network.nodes[Int(isForward ? record.head : record.tail)]
        let part = record.length == 0 ? 1 : travelled.length
        let isWhole = part == record.span
        let mayBePart = !isWhole || record.length == 0
        guard travelled.fromNode == tail.source || travelled.fromNode == .none && mayBePart,
          travelled.toNode == head.source || travelled.toNode == .none && mayBePart,
          travelled.durationMilliseconds == Share.of(price.duration, part, in: record.span),
          travelled.costMilliseconds == Share.of(price.cost + penalty(of: record), part, in: record.span)
        else { return nil }
        return edge
      }
    }
  }

  /// What an edge costs besides its price: where it is avoided, and at the door of an emergency department.
  private func penalty(of edge: EdgeRecord) -> UInt32 {
    let isShunned = edge.isEmergencyDoor && !toEmergency && !request.profile.isStaff
    let isAvoided = request.avoiding.contains { $0.includes(edge.kind) }
    return (isShunned ? Profile.emergencyPenalty : 0) + (isAvoided ? Restrictions.avoidancePenalty : 0)
  }

  /// A ride boards at its first level, passes cars, and alights at its last.
  private func rideFault(_ ride: TravelledEdge) -> String? {
    let parts = network.edges(from: ride.source)
    func has(_ kind: EdgeKind, _ isRight: (EdgeRecord) -> Bool) -> Bool {
      parts.contains {
        network.edges[$0].kind == kind && isRight(network.edges[$0])
          && network.price(of: $0, forward: true, for: request.profile) != nil
      }
    }
    guard has(.elevatorBoard, { node($0.tail) == (ride.fromNode, ride.fromLevel) }) else {
      return "isn't boarded"
    }
    guard has(.elevatorAlight, { node($0.head) == (ride.toNode, ride.toLevel) }) else { return "isn't left" }
    if ride.toLevelName.isEmpty { return "doesn't name its floor" }
    let wait = UInt64(request.profile.elevatorWait * 1000)
    if UInt64(ride.durationMilliseconds) < wait { return "is too fast" }
    let penalty = request.avoiding.contains(.elevator) ? Restrictions.avoidancePenalty : 0
    return UInt64(ride.costMilliseconds) >= UInt64(ride.durationMilliseconds) + UInt64(penalty)
      ? nil : "is too cheap"
  }

  private func node(_ number: UInt32) -> (FeatureID, Level) {
    (network.nodes[Int(number)].source, network.nodes[Int(number)].level)
  }
}
