import Geodesy
import WardwayMap

/// What a walker might do at a node instead.
extension Network {
  /// Up to how long a way that leads nowhere is no choice to anybody, in metres.
  private static let longestDeadEnd = 8.0
  /// How far along a way one looks for its direction, in metres.
  private static let outlook = 3.0

  /// The number of edges that leave a node besides the two that are travelled.
  ///
  /// Across an area one may go anywhere; that is no choice of ways.
  func choices(at node: UInt32, along edge: Int, from previous: Int?) -> Int {
    var seen = [edge, previous ?? edge]
    let travelled = seen.count
    for arc in graph.arcs(from: node) {
      let other = Int(arcEdge[arc] >> 1)
      if !seen.contains(other), !isCrossed(other, along: edge, from: previous) { seen.append(other) }
    }
    return seen.count - travelled
  }

  /// Where other ways lead from a node; doors and gates are looked through, elevators are none.
  func exits(at node: UInt32, along edge: Int, from previous: Int?) -> [WalkExit] {
    var exits: [WalkExit] = []
    var seen = [edge, previous ?? edge]
    // The node, and what lies behind the doors at it.
    var places = [node]
    var next = 0
    while next < places.count {
      let place = places[next]
      for arc in graph.arcs(from: place) {
        let other = Int(arcEdge[arc] >> 1)
        let record = edges[other]
        guard !record.kind.isElevator, !seen.contains(other), !isCrossed(other, along: edge, from: previous)
        else { continue }
        seen.append(other)
        let far = record.tail == place ? record.head : record.tail
        if record.length == 0 {
          if next == 0 { places.append(far) }
        } else if let bearing = bearing(from: place, along: other) {
          let isShort = Double(record.length) <= Self.longestDeadEnd * 1000
          exits.append(
            WalkExit(bearing: Float(bearing), isShortDeadEnd: isShort && isDeadEnd(far, from: other)))
        }
      }
      next += 1
    }
    return exits
  }

  /// Whether an edge leads across an area that one is crossing.
  private func isCrossed(_ other: Int, along edge: Int, from previous: Int?) -> Bool {
    guard edges[other].attributes.isMesh else { return false }
    func isSame(_ travelled: Int) -> Bool {
      edges[travelled].attributes.isMesh && edges[travelled].source == edges[other].source
    }
    return isSame(edge) || previous.map(isSame) ?? false
  }

  /// Whether no other way leads on from a node.
  private func isDeadEnd(_ node: UInt32, from edge: Int) -> Bool {
    graph.arcs(from: node).allSatisfy { Int(arcEdge[$0] >> 1) == edge }
  }

  /// The bearing in which an edge leaves a node; nil where it is too short to tell.
  private func bearing(from node: UInt32, along edge: Int) -> Double? {
    let here = nodes[Int(node)].coordinate
    let isForward = edges[edge].tail == node
    let inner = shapeStart.range(edge)
    var index = isForward ? inner.lowerBound : inner.upperBound - 1
    while inner.contains(index) {
      if distance(here, shape[index]) >= Self.outlook { return Geodesy.bearing(here, shape[index]) }
      index += isForward ? 1 : -1
    }
    let end = nodes[Int(isForward ? edges[edge].head : edges[edge].tail)].coordinate
    return end == here ? nil : Geodesy.bearing(here, end)
  }
}
