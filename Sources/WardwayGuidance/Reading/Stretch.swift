import WardwayMap
import WardwayRouting

/// Edges in a row that are read together.
struct Stretch: Hashable {
  /// What one does on it.
  enum Kind: Hashable {
    case walk
    case ride(Ride)
    case ferry
  }

  var kind: Kind
  var edges: Range<Int>
}

extension LegReading {
  /// Cuts the leg into rides and what is walked between them.
  func stretches() -> [Stretch] {
    var result: [Stretch] = []
    var walkStart = 0
    var index = 0
    while index < edges.count {
      let isFerry = edges[index].kind == .ferry
      guard let end = isFerry ? ferryEnd(from: index) : rideEnd(from: index) else {
        index += 1
        continue
      }
      if walkStart < index { result.append(Stretch(kind: .walk, edges: walkStart..<index)) }
      let kind = isFerry ? Stretch.Kind.ferry : .ride(ride(index..<end))
      result.append(Stretch(kind: kind, edges: index..<end))
      walkStart = end
      index = end
    }
    if walkStart < index { result.append(Stretch(kind: .walk, edges: walkStart..<index)) }
    return result
  }

  private func ferryEnd(from start: Int) -> Int {
    edges[start...].firstIndex { $0.kind != .ferry } ?? edges.count
  }

  /// Where the ride that starts at an edge ends; nil if the edge is no connector.
  private func rideEnd(from start: Int) -> Int? {
    guard let connector = Connector(edges[start].kind) else { return nil }
    var end = start + 1
    var direction = leadsUp(start)
    while let next = next(connector, from: end), continues(start..<end, with: next, direction: direction) {
      direction = direction ?? leadsUp(next)
      end = next + 1
    }
    return end
  }

  /// The next edge of the same connector behind a landing.
  private func next(_ connector: Connector, from end: Int) -> Int? {
    var next = end
    while next < edges.count, isPassage(next) || isWay(next) && !isCrossing(next) {
      next += 1
      if length(end..<next) > connector.longestLanding { return nil }
    }
    guard next < edges.count, Connector(edges[next].kind) == connector else { return nil }
    // Beyond a portal it is another leg's.
    return portals.contains { end <= $0.edge && $0.edge <= next } ? nil : next
  }

  /// Whether a flight belongs to the ones before it: it doesn't turn down what went up, no wall of a building
  /// lies between, and an elevator is the same one.
  private func continues(_ ride: Range<Int>, with next: Int, direction: Bool?) -> Bool {
    if let direction, let nextDirection = leadsUp(next), direction != nextDirection { return false }
    if edges[next].kind.isElevator {
      return next == ride.upperBound && edges[next].source == edges[next - 1].source
    }
    let indoor = edges[ride.lowerBound].attributes.isIndoor
    return (ride.upperBound..<next).allSatisfy { isPassage($0) || edges[$0].attributes.isIndoor == indoor }
  }

  private func ride(_ range: Range<Int>) -> Ride {
    let flights = range.filter { !isPassage($0) && !isWay($0) }
    let first = edges[range.lowerBound]
    let last = edges[range.upperBound - 1]
    let landings = zip(flights, flights.dropFirst()).count { length($0 + 1..<$1) > 0 }
    let steps = flights.map { Int(edges[$0].stepCount) }
    return Ride(
      connector: Connector(first.kind) ?? .stairs,
      name: flights.lazy.map { cleanName(self.edges[$0].name) }.first { !$0.isEmpty } ?? "",
      source: edges[flights.first ?? range.lowerBound].source,
      geometryRange: first.geometryRange.lowerBound...last.geometryRange.upperBound,
      leadsUp: first.fromLevel != last.toLevel
        ? last.toLevel > first.fromLevel : flights.lazy.compactMap { self.leadsUp($0) }.first,
      from: Floor(first.fromLevel, posted: first.fromLevelName),
      to: Floor(last.toLevel, posted: last.toLevelName),
      stepCount: first.kind != .stairs || steps.contains(0) ? 0 : steps.reduce(0, +), isChain: landings > 0)
  }
}
