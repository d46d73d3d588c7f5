import Geodesy
import ShortestPaths
import WardwayMap

/// Ways on foot as arcs of a graph.
extension NaiveWalker {
  /// What it costs to walk from one place to another; nil where there is no way, or the traveller is refused.
  func cost(
    from start: (coordinate: Coordinate, level: Level?), to end: (coordinate: Coordinate, level: Level?)
  ) -> UInt64? {
    guard let starts = stop(at: start.coordinate, start.level), let ends = stop(at: end.coordinate, end.level)
    else { return nil }
    var graph = PlainGraph(nodeCount: firstNode + network.graph.nodeCount, isReversed: false)
    addWays(to: &graph)
    let (from, to) = (graph.addNode(), graph.addNode())
    add(starts, from, isLeft: true, to: &graph)
    add(ends, to, isLeft: false, to: &graph)
    addDirect(starts, from, ends, to, to: &graph)
    return graph.costs(from: from)[to]
  }

  private func node(_ number: UInt32) -> Int { firstNode + Int(number) }

  /// Adds all that may be walked.
  func addWays(to graph: inout PlainGraph) {
    for edge in network.edges.indices {
      let record = network.edges[edge]
      graph.add(node(record.tail), node(record.head), cost(of: edge, forward: true))
      graph.add(node(record.head), node(record.tail), cost(of: edge, forward: false))
    }
  }

  /// Adds what it costs between a place and the ends of the edges that it may be on, and the nodes that it sees in an
  /// area.
  func add(_ points: [Point], _ place: Int, isLeft: Bool, to graph: inout PlainGraph) {
    func join(_ other: UInt32, _ cost: UInt32, _ point: Point) {
      guard cost != unreachable else { return }
      let (near, far) = (place, node(other))
      graph.add(isLeft ? near : far, isLeft ? far : near, cost + access(point))
    }
    for point in points {
      switch point.spot {
      case .edge(let edge, let offset):
        let record = network.edges[edge]
        for isForward in [true, false] {
          let whole = cost(of: edge, forward: isForward)
          guard whole != unreachable else { continue }
          let isTowardsHead = isForward == isLeft
          let part = isTowardsHead ? record.span - offset : offset
          join(
            isTowardsHead ? record.head : record.tail, NaiveLine.share(whole, part, of: record.span), point)
        }
      case .area(let area):
        for other in network.areas.nodes(of: area) {
          let corner = network.nodes[Int(other)].coordinate
          join(other, cost(across: area, from: point.coordinate, to: corner), point)
        }
      }
    }
  }

  /// Adds what it costs along one edge, or straight across one area.
  func addDirect(_ starts: [Point], _ from: Int, _ ends: [Point], _ to: Int, to graph: inout PlainGraph) {
    for start in starts {
      for end in ends {
        guard let cost = cost(straightFrom: start.spot, start.coordinate, to: end.spot, end.coordinate),
          cost != unreachable
        else { continue }
        graph.add(from, to, cost + access(start) + access(end))
      }
    }
  }

  private func cost(
    straightFrom start: Point.Spot, _ here: Coordinate, to end: Point.Spot, _ there: Coordinate
  ) -> UInt32? {
    switch (start, end) {
    case (.edge(let edge, let first), .edge(let other, let last)) where edge == other:
      if first == last { return 0 }
      let whole = cost(of: edge, forward: first < last)
      let part = max(first, last) - min(first, last)
      return whole == unreachable ? nil : NaiveLine.share(whole, part, of: network.edges[edge].span)
    case (.area(let area), .area(let other)) where area == other:
      return cost(across: area, from: here, to: there)
    default: return nil
    }
  }
}
