import Geodesy

/// Dijkstra's algorithm over a mesh, as far as some metres.
struct MeshSearch {
  private let places: [Coordinate]
  private var links: [[(node: Int, metres: Double)]]
  private var found: [Double]

  init(_ places: [Coordinate], _ edges: [AreaMesh.Edge]) {
    self.places = places
    links = Array(repeating: [], count: places.count)
    found = Array(repeating: .infinity, count: places.count)
    for edge in edges { add(edge) }
  }

  mutating func add(_ edge: AreaMesh.Edge) {
    let metres = distance(places[edge.a], places[edge.b])
    links[edge.a].append((edge.b, metres))
    links[edge.b].append((edge.a, metres))
  }

  /// The nodes that are within some metres of one, and how far they are, the nearest first.
  mutating func distances(from start: Int, within metres: Double) -> [(node: Int, metres: Double)] {
    var settled: [(node: Int, metres: Double)] = []
    var touched = [start]
    var heap = Heap<(metres: Double, node: Int)> { $0.metres < $1.metres }
    found[start] = 0
    heap.push((0, start))
    while let (distance, node) = heap.pop() {
      guard distance == found[node] else { continue }
      settled.append((node, distance))
      for (other, length) in links[node] {
        let sum = distance + length
        guard sum < found[other], sum <= metres else { continue }
        if found[other] == .infinity { touched.append(other) }
        found[other] = sum
        heap.push((sum, other))
      }
    }
    for node in touched { found[node] = .infinity }
    return settled
  }
}
