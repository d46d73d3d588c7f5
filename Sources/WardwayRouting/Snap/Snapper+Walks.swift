import Geodesy
import WardwayMap

extension Snapper {
  /// Visits places in open areas and points on usable edges in the order of their distance, until `body` returns
  /// false.
  mutating func visit(
    near place: Coordinate, level: Level?, in network: WalkNetwork, within metres: Double = radius,
    isUsable: (Int) -> Bool, isOpen: @escaping (Int) -> Bool, _ body: (SnapPoint) -> Bool
  ) {
    var areas = NearbyAreas(near: place, level: level, in: network, isOpen: isOpen)
    var search = NearestSearch()
    swap(&search, &areaSearch)
    defer { swap(&search, &areaSearch) }
    var isGoingOn = true
    func visitAreas(within metres: Double) {
      while isGoingOn, let (area, distance) = areas.next(within: metres, &search) {
        if let point = Self.point(in: area, near: place, distance, network) { isGoingOn = body(point) }
      }
    }
    visitEdges(
      near: place, level: level, in: network, within: metres,
      isUsable: { !network.edges[$0].attributes.isMesh && isUsable($0) }
    ) { point, _ in
      visitAreas(within: point.distance)
      isGoingOn = isGoingOn && body(point)
      return isGoingOn
    }
    visitAreas(within: metres)
  }

  /// Visits points on usable edges in the order of their distance, until `body` returns false.
  ///
  /// Between two levels a point is on the one that is nearer along the edge.
  mutating func visitEdges(
    near place: Coordinate, level: Level?, in network: WalkNetwork, within metres: Double = radius,
    isUsable: (Int) -> Bool, _ body: (SnapPoint, _ edge: Int) -> Bool
  ) {
    let frame = LocalFrame(origin: place)
    search.nearest(
      to: place, in: network.tree, maximumMetres: metres,
      metres: { number in
        let edge = Int(number)
        guard network.edges[edge].kind.isSnappable, isUsable(edge) else { return nil }
        guard let level else { return network.metres(from: frame, to: edge, within: nil) }
        let (tail, head) = (network.tailLevel(of: edge), network.headLevel(of: edge))
        guard tail == level || head == level else { return nil }
        return network.metres(from: frame, to: edge, within: network.part(of: edge, on: level))
      },
      visit: { number, _ in
        let edge = Int(number)
        let part = level.flatMap { network.part(of: edge, on: $0) }
        return body(network.point(at: network.projection(of: frame, onto: edge, within: part), level), edge)
      })
  }
}

extension WalkNetwork {
  /// The half of an edge between two levels that is on one of them, in millimetres from its tail; nil for all of an edge
  /// that stays on its level.
  fileprivate func part(of edge: Int, on level: Level) -> ClosedRange<UInt32>? {
    let (tail, head, length) = (tailLevel(of: edge), headLevel(of: edge), edges[edge].length)
    if tail == head { return nil }
    return level == tail ? 0...length / 2 : (length + 1) / 2...length
  }

  /// A point of an edge, on a level that the edge touches or on the nearer one.
  fileprivate func point(at projection: EdgeProjection, _ level: Level?) -> SnapPoint {
    let record = edges[projection.edge]
    let (tail, head) = (tailLevel(of: projection.edge), headLevel(of: projection.edge))
    func point(_ offset: UInt32, _ level: Level) -> SnapPoint {
      SnapPoint(
        .edge(EdgePoint(edge: projection.edge, offset: offset)), at: projection.coordinate, level: level,
        distance: projection.metres)
    }
    if record.length == 0 {
      let isTail = level == nil || level == tail
      return point(isTail ? 0 : record.span, isTail ? tail : head)
    }
    let nearer = projection.millimetres <= record.length / 2 ? tail : head
    return point(projection.millimetres, level ?? nearer)
  }
}
