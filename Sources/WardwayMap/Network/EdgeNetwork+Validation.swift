import Columns
import Geodesy

extension EdgeNetwork {
  /// The first thing in the columns that all networks have that an index would trip over, with its section; nil if they
  /// are sound.
  ///
  /// - Parameter prefix: What the names of the network's sections begin with.
  /// - Complexity: O(*n*).
  func sharedFault(_ prefix: String = "") -> (section: String, message: String)? {
    typealias Section = NetworkSection
    let texts = UInt32(strings.count)
    guard shapeStart.count == edges.count + 1 else {
      return (prefix + Section.shapeStart, "another number of edges")
    }
    guard shapeStart.isSound(rows: edges.count, end: shape.count) else {
      return (prefix + Section.shapeStart, "offsets are out of order")
    }
    if let node = nodes.firstIndex(where: {
      !$0.coordinate.isValid || Level(hundredths: $0.level.hundredths) == nil || $0.levelName >= texts
    }) {
      return (prefix + Section.node, "node \(node) lies nowhere on Earth, on no level or has no text")
    }
    if let point = shape.firstIndex(where: { !$0.isValid }) {
      return (prefix + Section.shape, "point \(point) lies nowhere on Earth")
    }
    guard nodeOrder.isSound(for: nodes) else {
      return (prefix + Section.nodeOrder, "the nodes are not sorted by source")
    }
    let count = UInt32(nodes.count)
    if let edge = edges.firstIndex(where: {
      $0.tail >= count || $0.head >= count || $0.name >= texts || $0.ref >= texts
    }) {
      return (prefix + Section.edge, "edge \(edge) leads to a node or a text that isn't there")
    }
    if let entry = sources.firstIndex(where: { Int($0.edge) >= edges.count }) {
      return (prefix + Section.source, "entry \(entry) leads to an edge that isn't there")
    }
    return nil
  }
}

extension Column<UInt32> {
  /// Whether these are the starts of so many rows, one after the other, and one more for the end.
  func isSound(rows: Int, end: Int) -> Bool {
    count == rows + 1 && self[0] == 0 && Int(self[rows]) == end
      && zip(self, dropFirst()).allSatisfy { $0 <= $1 }
  }
}
