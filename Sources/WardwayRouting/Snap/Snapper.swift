import Geodesy
import WardwayMap

/// Finds the points of networks that a place may mean; owns the memory that this needs: one a task.
package struct Snapper: ~Copyable, Sendable {
  /// Places farther than this from every usable edge, in metres, are not on the map.
  static let radius = 1000.0
  /// Points this much farther than the nearest one, in metres, are as good: the end of one edge is the
  /// start of the next, and corridors lie above each other.
  static let slack = 1.0

  private var search = NearestSearch()
  var areaSearch = NearestSearch()

  /// Starts without memory.
  package init() {}

  /// What of an edge a place may mean.
  enum Part {
    case nothing
    case whole
    /// What lies between two positions, in millimetres from the tail.
    case between(ClosedRange<UInt32>)

    /// The positions that it lies between, where it isn't the whole edge.
    var bounds: ClosedRange<UInt32>? { if case .between(let range) = self { range } else { nil } }
  }

  /// Visits the nearest points of edges in the order of their distance, until `body` returns false.
  ///
  /// - Parameter part: What of an edge counts.
  /// - Complexity: O(log *n*) typical for a few of *n* edges.
  mutating func visit(
    near place: Coordinate, in network: some EdgeNetwork, within metres: Double = radius,
    part: (Int) -> Part, _ body: (EdgeProjection) -> Bool
  ) {
    let frame = LocalFrame(origin: place)
    search.nearest(
      to: place, in: network.tree, maximumMetres: metres,
      metres: { number in
        let edge = Int(number)
        switch part(edge) {
        case .nothing: return nil
        case .between(let range):
          return network.projection(of: frame, onto: edge, within: range).metres
        case .whole:
          var best = Double.infinity
          network.forEachSegment(of: edge) { a, b in
            best = min(best, Segment(a, b).nearest(toOriginOf: frame).metres)
          }
          return best
        }
      },
      visit: { number, _ in
        let edge = Int(number)
        return body(network.projection(of: frame, onto: edge, within: part(edge).bounds))
      })
  }
}
