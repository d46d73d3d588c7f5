/// Picks few edges of a graph by which all ways stay nearly as short.
enum Spanner {
  /// An undirected edge with its length.
  struct Link {
    var a: Int
    var b: Int
    var length: Double
    /// How long a way over other links may be that makes up for it.
    var limit: Double
    /// How wide it is; only links that are as wide make up for it.
    var width: Int

    init(_ a: Int, _ b: Int, _ length: Double, limit: Double, width: Int = .max) {
      self.a = a
      self.b = b
      self.length = length
      self.limit = limit
      self.width = width
    }
  }

  /// Returns the numbers of the links of the greedy spanner, ascending: for each link there is a way over them
  /// within its limit.
  ///
  /// Source: Althöfer et al. 1993, *On Sparse Spanners of Weighted Graphs*; the table of known bounds that spares
  /// most searches is Farshi and Gudmundsson's, 2009. A link is kept if no way over shorter ones is short enough.
  /// Differs: wider links come first, so that those of each width and above are a spanner of their own.
  ///
  /// - Complexity: O(*m* log *m*), and a bounded search for most kept links and some others.
  static func greedy(_ links: [Link], nodeCount: Int) -> [Int] {
    let order = links.indices.sorted {
      (-links[$0].width, links[$0].length, $0) < (-links[$1].width, links[$1].length, $1)
    }
    var search = BoundedSearch(nodeCount: nodeCount)
    // What is known of the distances so far; they only fall.
    var bounds: [Float] = []
    let usesTable = nodeCount <= mostTabled
    if usesTable { bounds = Array(repeating: .infinity, count: nodeCount * nodeCount) }
    var kept: [Int] = []
    for number in order {
      let link = links[number]
      let limit = max(link.limit, link.length)
      if usesTable, bounds[link.a * nodeCount + link.b] <= Float(limit) { continue }
      let found = search.distance(from: link.a, to: link.b, within: limit) { node, distance in
        guard usesTable else { return }
        // Rounded up, so that a bound is never too good.
        let bound = Float(distance).nextUp
        bounds[link.a * nodeCount + node] = min(bounds[link.a * nodeCount + node], bound)
        bounds[node * nodeCount + link.a] = min(bounds[node * nodeCount + link.a], bound)
      }
      if found <= limit { continue }
      search.add(link)
      kept.append(number)
    }
    return kept.sorted()
  }

  /// The most nodes for which a table of all pairs is kept.
  private static let mostTabled = 4000
}

/// Dijkstra's algorithm on a growing graph, as far as a limit.
private struct BoundedSearch {
  private var links: [[(node: Int, length: Double)]]
  private var distances: [Double]
  private var touched: [Int] = []
  private var heap: [(distance: Double, node: Int)] = []

  init(nodeCount: Int) {
    links = Array(repeating: [], count: nodeCount)
    distances = Array(repeating: .infinity, count: nodeCount)
  }

  mutating func add(_ link: Spanner.Link) {
    links[link.a].append((link.b, link.length))
    links[link.b].append((link.a, link.length))
  }

  /// The distance, infinite beyond the limit; `settle` hears of every node within the limit.
  mutating func distance(
    from start: Int, to goal: Int, within limit: Double, settle: (Int, Double) -> Void
  ) -> Double {
    for node in touched { distances[node] = .infinity }
    touched = [start]
    distances[start] = 0
    heap = [(0, start)]
    while let (distance, node) = pop() {
      guard distance == distances[node] else { continue }
      settle(node, distance)
      for (other, length) in links[node] {
        let sum = distance + length
        guard sum <= limit, sum < distances[other] else { continue }
        if distances[other] == .infinity { touched.append(other) }
        distances[other] = sum
        push((sum, other))
      }
    }
    return distances[goal]
  }

  private mutating func push(_ entry: (distance: Double, node: Int)) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0, heap[child].distance < heap[(child - 1) / 2].distance {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func pop() -> (distance: Double, node: Int)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      let (left, right) = (parent * 2 + 1, parent * 2 + 2)
      if left < heap.count, heap[left].distance < heap[least].distance { least = left }
      if right < heap.count, heap[right].distance < heap[least].distance { least = right }
      if least == parent { return first }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
