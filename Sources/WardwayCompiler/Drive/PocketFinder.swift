import WardwayMap

/// Finds roads that are open to everyone but lie behind others that aren't.
///
/// A campus whose gate or entrance road is private has roads inside that say nothing of it. Who mayn't drive
/// through the private road mayn't drive through these either, and must be able to start and end there: so
/// they become ends only too.
enum PocketFinder {
  /// Makes such roads ends only, and returns how many edges that concerned.
  ///
  /// - Complexity: O(edges).
  static func seal(_ draft: inout RoadDraft) -> Int {
    func isOpen(_ edge: DriveEdgeRecord) -> Bool { edge.access == .everyone }
    var groups = UnionFind(count: draft.edges.count)
    var atNode = [Int](repeating: -1, count: draft.nodes.count)
    var touchesPrivate = [Bool](repeating: false, count: draft.nodes.count)
    for node in draft.nodes.indices {
      if let passage = draft.roadNode(node)?.passage, passage == .endsOnly { touchesPrivate[node] = true }
    }
    for (number, edge) in draft.edges.enumerated() {
      for node in [Int(edge.tail), Int(edge.head)] {
        if edge.access == .endsOnly { touchesPrivate[node] = true }
        guard isOpen(edge), draft.roadNode(node)?.passage ?? .everyone == .everyone else { continue }
        if atNode[node] >= 0 { groups.join(atNode[node], number) }
        atNode[node] = number
      }
    }
    var length: [Int: UInt64] = [:]
    var isPocket: Set<Int> = []
    for (number, edge) in draft.edges.enumerated() where isOpen(edge) {
      let root = groups.root(of: number)
      length[root, default: 0] += UInt64(edge.length)
      if touchesPrivate[Int(edge.tail)] || touchesPrivate[Int(edge.head)] { isPocket.insert(root) }
    }
    guard let main = length.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else { return 0 }
    isPocket.remove(main)
    var sealed = 0
    for number in draft.edges.indices where isOpen(draft.edges[number]) {
      guard isPocket.contains(groups.root(of: number)) else { continue }
      draft.edges[number].access = .endsOnly
      sealed += 1
    }
    return sealed
  }
}
