import Geodesy

extension WalkNetwork {
  /// Returns the place that comes from a feature, or nil.
  ///
  /// - Complexity: O(places).
  package func place(from source: FeatureID) -> Int? {
    unsafe places.withUnsafeBufferPointer { unsafe $0.firstIndex { $0.source == source } }
  }

  /// Returns the first node that comes from a feature, or nil.
  ///
  /// - Complexity: O(log *n*).
  package func node(from source: FeatureID) -> Int? { nodes(from: source).first }

  /// Whether anything that one walks on comes from a feature, so that it can be closed.
  package func hasElement(_ source: FeatureID) -> Bool {
    !closedEdges(by: source).isEmpty || !areas.areas(from: source).isEmpty
  }

  /// Returns the edges that nobody gets along when a feature is closed: those that come from it, else all that meet
  /// in its nodes; or those that lead through it, if it is a place on a way.
  ///
  /// - Complexity: O(log *n* + edges found), O(places) for a node of no edge.
  package func closedEdges(by source: FeatureID) -> [Int] {
    let own = edges(from: source)
    guard own.isEmpty, [.node, .feature].contains(source.kind) else { return own }
    var found: Set<Int> = []
    for node in nodes(from: source) {
      tree.search(in: BoundingBox(nodes[node].coordinate)) { edge in
        let record = edges[Int(edge)]
        if Int(record.tail) == node || Int(record.head) == node { found.insert(Int(edge)) }
      }
    }
    if found.isEmpty, let place = place(from: source) {
      let record = places[place]
      tree.search(in: BoundingBox(record.coordinate)) { edge in
        let edge = Int(edge)
        guard !record.hasLevel || [tailLevel(of: edge), headLevel(of: edge)].contains(record.level),
          points(of: edge).contains(record.coordinate)
        else { return }
        found.insert(edge)
      }
    }
    return found.sorted()
  }
}
