import ShortestPaths
import WardwayMap

extension WalkStage {
  /// Some stops on one side of a table, searched from.
  struct TableSide {
    /// The points of the network that stand for each stop.
    let points: [[SnapPoint]]
    let ends: [[End]]
    /// What is travelled, at each end, before the first node of the network or after the last.
    let amounts: [[WalkAmounts]]
    let searched: PathSums.Ends
  }

  /// The best way between two stops of a table.
  struct TableWay {
    var cost: UInt32
    var amounts: WalkAmounts
    /// The portals where it starts and ends, if it does.
    var startPortal: Int?
    var endPortal: Int?
  }

  /// Prepares stops for a table.
  ///
  /// - Parameter leaving: Whether ways lead away from them.
  /// - Complexity: A search a stop.
  func side(
    _ points: [[SnapPoint]], leaving: Bool, _ hierarchy: ContractionHierarchy, _ memory: inout SearchMemory
  ) throws(PlanningError) -> TableSide {
    let ends = points.map { terminals(of: $0, leaving: leaving) }
    let nodes = ends.map { $0.map(\.terminal) }
    memory.prepare(for: prices.network.graph)
    memory.needPathSums()
    func quantities(_ arc: Int) -> WalkAmounts { prices.amounts(ofArc: arc) }
    let searched =
      leaving
      ? memory.pathSums!.sources(nodes, in: hierarchy, quantities: quantities)
      : memory.pathSums!.targets(nodes, in: hierarchy, quantities: quantities)
    try memory.goOn()
    return TableSide(
      points: points, ends: ends,
      amounts: zip(points, ends).map { points, ends in
        ends.map { amounts(of: $0, points[$0.point], leaving: leaving) }
      },
      searched: searched)
  }

  private func amounts(of end: End, _ point: SnapPoint, leaving: Bool) -> WalkAmounts {
    guard let point = point.onEdge else {
      guard let area = point.area, point.stretch > 0 else { return WalkAmounts() }
      return prices.amounts(across: area, millimetres: point.stretch)
    }
    let far = end.isForward == leaving ? prices.network.edges[point.edge].span : 0
    let piece = Piece(
      edge: point.edge, isForward: end.isForward, from: leaving ? point.offset : far,
      to: leaving ? far : point.offset)
    return prices.amounts(of: piece)
  }

  /// Returns the best ways from a stop to all stops of the other side, nil where there is none.
  func ways(
    from stop: Int, of starts: TableSide, to ends: TableSide, _ memory: inout SearchMemory
  ) -> [TableWay?] {
    memory.prepare(for: prices.network.graph)
    memory.needPathSums()
    let paths = memory.pathSums!.paths(from: stop, of: starts.searched, to: ends.searched)
    let from = starts.points[stop]
    return paths.indices.map { other in
      let to = ends.points[other]
      let along = direct(from, to)
      if let path = paths[other], path.cost < along?.cost ?? unreachable {
        return TableWay(
          cost: path.cost,
          amounts: path.amounts &+ starts.amounts[stop][path.source] &+ ends.amounts[other][path.target],
          startPortal: from[starts.ends[stop][path.source].point].portal,
          endPortal: to[ends.ends[other][path.target].point].portal)
      }
      return along.map {
        TableWay(
          cost: $0.cost, amounts: prices.amounts(of: $0),
          startPortal: $0.start.portal,
          endPortal: $0.end.portal)
      }
    }
  }
}
