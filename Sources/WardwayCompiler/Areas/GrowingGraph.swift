/// An undirected graph that links are added to; what leaves a node is a chain, the newest first.
struct GrowingGraph {
  private struct Link {
    var head: Int32
    /// The next link of the same node; none is negative.
    var next: Int32
    var metres: Double
  }

  private var first: [Int32]
  private var links: [Link] = []

  init(nodeCount: Int) { first = Array(repeating: -1, count: nodeCount) }

  mutating func add(_ a: Int, _ b: Int, _ metres: Double) {
    for (tail, head) in [(a, b), (b, a)] {
      links.append(Link(head: Int32(head), next: first[tail], metres: metres))
      first[tail] = Int32(links.count - 1)
    }
  }

  /// Visits the links of a node.
  @inline(__always)
  func forEachLink(from node: Int, _ body: (_ head: Int, _ metres: Double) -> Void) {
    var number = first[node]
    while number >= 0 {
      let link = links[Int(number)]
      body(Int(link.head), link.metres)
      number = link.next
    }
  }
}
