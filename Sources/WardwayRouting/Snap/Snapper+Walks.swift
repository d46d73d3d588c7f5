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
    visit(
      near: place, in: network, within: metres,
      part: { edge in
        guard network.edges[edge].kind.isSnappable, isUsable(edge) else { return .nothing }
        guard let level else { return .whole }
        let (tail, head) = (network.tailLevel(of: edge), network.headLevel(of: edge))
        if tail == head { return tail == level ? .whole : .nothing }
        let length = network.edges[edge].length
        if tail == level { return .between(0...length / 2) }
        return head == level ? .between((length + 1) / 2...length) : .nothing
      },
      { projection in
        body(network.snapPoint(at: projection, level: level), projection.edge)
      })
  }
}

extension WalkNetwork {
  /// A point of an edge, on a level that the edge touches or on the nearer one.
  fileprivate func snapPoint(at projection: EdgeProjection, level: Level?) -> SnapPoint {
    let record = edges[projection.edge]
    let (tail, head) = (tailLevel(of: projection.edge), headLevel(of: projection.edge))
    var offset = projection.millimetres
    let isAtTail: Bool
    if record.length == 0 {
      isAtTail = level == nil || level == tail
      offset = isAtTail ? 0 : record.span
    } else {
      isAtTail = offset <= record.length / 2
    }
    return SnapPoint(
      .edge(EdgePoint(edge: projection.edge, offset: offset)), at: projection.coordinate,
      level: record.length == 0 ? isAtTail ? tail : head : level ?? (isAtTail ? tail : head),
      distance: projection.metres)
  }
}
