import Geodesy

/// Dijkstra's algorithm over a mesh that edges are added to, as far as some metres.
struct MeshSearch {
  private struct Link {
    var head: Int32
    var metres: Float
  }

  private let places: [Coordinate]
  /// The links of the mesh, those of a node side by side, and where they start.
  private var links: [Link]
  private var firstLink: [Int32]
  /// What was added.
  private var added: GrowingGraph
  private var found: [Float]
  private var heap = NodeHeap()

  init(_ places: [Coordinate], _ edges: [AreaMesh.Edge]) {
    self.places = places
    added = GrowingGraph(nodeCount: places.count)
    found = Array(repeating: .infinity, count: places.count)
    firstLink = Array(repeating: 0, count: places.count + 1)
    for edge in edges {
      firstLink[edge.a] += 1
      firstLink[edge.b] += 1
    }
    // Each node's end first, which sinks to its start as links are put before it.
    for node in 1..<firstLink.count { firstLink[node] += firstLink[node - 1] }
    links = Array(repeating: Link(head: 0, metres: 0), count: edges.count * 2)
    for edge in edges {
      let metres = Float(distance(places[edge.a], places[edge.b])).nextUp
      for (tail, head) in [(edge.a, edge.b), (edge.b, edge.a)] {
        firstLink[tail] -= 1
        links[Int(firstLink[tail])] = Link(head: Int32(head), metres: metres)
      }
    }
  }

  mutating func add(_ edge: AreaMesh.Edge) {
    added.add(edge.a, edge.b, distance(places[edge.a], places[edge.b]))
  }

  /// How many nodes are looked at from one: of a dense mesh the nearest alone.
  private static let most = 3000

  /// The nodes that are within some metres of one, and how far they are, the nearest first.
  mutating func distances(from start: Int, within limit: Double) -> [(node: Int, metres: Double)] {
    let limit = Float(limit)
    var settled: [(node: Int, metres: Double)] = []
    var touched = [start]
    heap.removeAll()
    found[start] = 0
    heap.push(start, key: 0)
    while let (distance, node) = heap.pop() {
      guard distance == found[node] else { continue }
      settled.append((node, Double(distance)))
      if settled.count == Self.most { break }
      func reach(_ other: Int, _ metres: Float) {
        let sum = distance + metres
        guard sum < found[other], sum <= limit else { return }
        if found[other] == .infinity { touched.append(other) }
        found[other] = sum
        heap.push(other, key: sum)
      }
      for number in Int(firstLink[node])..<Int(firstLink[node + 1]) {
        reach(Int(links[number].head), links[number].metres)
      }
      added.forEachLink(from: node) { reach($0, Float($1).nextUp) }
    }
    for node in touched { found[node] = .infinity }
    return settled
  }
}
