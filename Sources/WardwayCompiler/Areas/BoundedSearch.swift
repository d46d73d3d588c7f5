import Geodesy

/// A* on a growing graph, as far as a limit.
struct BoundedSearch {
  /// The straight line counts as a little less, so that rounding never makes it more than a way.
  private static let rounding = 0.9999

  private let places: [LocalFrame.Point]
  private var graph: GrowingGraph
  private var distances: [Double]
  private var touched: [Int] = []
  /// By distance so far and straight on.
  private var heap = NodeHeap()

  init(_ places: [LocalFrame.Point]) {
    self.places = places
    graph = GrowingGraph(nodeCount: places.count)
    distances = Array(repeating: .infinity, count: places.count)
  }

  private func straight(_ a: Int, _ b: Int) -> Double {
    let (x, y) = (places[a].x - places[b].x, places[a].y - places[b].y)
    return (x * x + y * y).squareRoot() * Self.rounding
  }

  mutating func add(_ a: Int, _ b: Int, _ metres: Double) { graph.add(a, b, metres) }

  /// The distance, infinite beyond the limit; `settle` hears of every node by which there may be a way within it.
  mutating func distance(
    from start: Int, to goal: Int, within limit: Double, settle: (Int, Double) -> Void = { _, _ in }
  ) -> Double {
    for node in touched { distances[node] = .infinity }
    touched = [start]
    distances[start] = 0
    heap.removeAll()
    heap.push(start, key: Float(straight(start, goal)))
    while let (whole, node) = heap.pop() {
      let distance = distances[node]
      guard whole == Float(distance + straight(node, goal)) else { continue }
      settle(node, distance)
      if node == goal { break }
      graph.forEachLink(from: node) { other, metres in
        let sum = distance + metres
        guard sum < distances[other] else { return }
        let whole = sum + straight(other, goal)
        guard whole <= limit else { return }
        if distances[other] == .infinity { touched.append(other) }
        distances[other] = sum
        heap.push(other, key: Float(whole))
      }
    }
    return distances[goal]
  }

  /// How much more than the way so far the straight way on counts in the search for any way within a limit.
  private static let eagerness = 3.0

  /// Whether there is a way within a limit: goes straight on as long as that may still be one, as most pairs that are
  /// asked for have one.
  mutating func hasWay(from start: Int, to goal: Int, within limit: Double) -> Bool {
    for node in touched { distances[node] = .infinity }
    touched = [start]
    distances[start] = 0
    heap.removeAll()
    heap.push(start, key: Float(straight(start, goal) * Self.eagerness))
    while let (key, node) = heap.pop() {
      let distance = distances[node]
      guard key == Float(distance + straight(node, goal) * Self.eagerness) else { continue }
      var isFound = false
      graph.forEachLink(from: node) { other, metres in
        let sum = distance + metres
        guard sum < distances[other] else { return }
        let left = straight(other, goal)
        guard sum + left <= limit else { return }
        if other == goal { isFound = true }
        if distances[other] == .infinity { touched.append(other) }
        distances[other] = sum
        heap.push(other, key: Float(sum + left * Self.eagerness))
      }
      if isFound { return true }
    }
    return false
  }
}
