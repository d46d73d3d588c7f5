/// Orders a small cell's nodes by how few edges contracting each of them adds, again and again.
///
/// Neighbours outside of the cell count too: they are contracted later. Among themselves they are taken to be
/// joined already, as their separators nearly are by then.
struct GreedyOrder: ~Copyable {
  /// The number of nodes of the cell.
  private let count: Int
  /// The words of a set of nodes.
  private let words: Int
  /// The neighbours of each of the cell's nodes, a set.
  private let rows: Slab<UInt64>
  /// The nodes that are contracted, a flag each.
  private let isGone: Slab<Bool>

  /// Makes the order's workspace for a cell of the nodes `names` of `whole`.
  init(_ cell: Cell, of whole: Cell) {
    count = cell.count
    var halo: [UInt32: Int] = [:]
    var numbers: [UInt32: Int] = [:]
    for node in 0..<count { numbers[cell.names[node]] = node }
    let edges = whole.edges
    for node in 0..<count {
      for index in edges.range(Int(cell.names[node])) {
        let neighbour = edges.neighbours[index]
        if numbers[neighbour] == nil && halo[neighbour] == nil { halo[neighbour] = count + halo.count }
      }
    }
    words = (count + halo.count + 63) / 64
    rows = Slab(repeating: 0, count: count * words)
    isGone = Slab(repeating: false, count: count)
    for node in 0..<count {
      for index in edges.range(Int(cell.names[node])) {
        let neighbour = edges.neighbours[index]
        let other = numbers[neighbour] ?? halo[neighbour] ?? 0
        let word = node * words + other / 64
        rows[word] = rows[word] | 1 << UInt64(other % 64)
      }
    }
  }

  /// Calls `body` with the nodes of the cell, the first to be contracted first.
  consuming func run(_ body: (Int) -> Void) {
    let costs = Slab<Int>(repeating: 0, count: count)
    for node in 0..<count { costs[node] = cost(node) }
    // What is within two edges of a node that was contracted: nothing else costs more or less then.
    let touched = Slab<UInt64>(repeating: 0, count: words)
    for _ in 0..<count {
      var chosen = -1
      for node in 0..<count where !isGone[node] {
        if chosen < 0 || costs[node] < costs[chosen] { chosen = node }
      }
      body(chosen)
      isGone[chosen] = true
      for word in 0..<words { touched[word] = 0 }
      for node in 0..<count where contains(chosen, node) {
        for word in 0..<words {
          let union = rows[node * words + word] | rows[chosen * words + word]
          rows[node * words + word] = union
          touched[word] = touched[word] | union
        }
        remove(node, from: node)
        remove(chosen, from: node)
      }
      for node in 0..<count where !isGone[node] && touched[node / 64] & 1 << UInt64(node % 64) != 0 {
        costs[node] = cost(node)
      }
    }
  }

  @inline(__always)
  private func contains(_ row: Int, _ node: Int) -> Bool {
    rows[row * words + node / 64] & 1 << UInt64(node % 64) != 0
  }

  private func remove(_ node: Int, from row: Int) {
    let word = row * words + node / 64
    rows[word] = rows[word] & ~(1 << UInt64(node % 64))
  }

  /// The edges that contracting `node` would add, then its degree.
  private func cost(_ node: Int) -> Int {
    var twice = 0
    var degree = 0
    for word in 0..<words {
      degree += rows[node * words + word].nonzeroBitCount
    }
    for other in 0..<count where contains(node, other) {
      for word in 0..<words {
        // Pairs within the cell are seen from both ends, those with the outside from one.
        let missing = rows[node * words + word] & ~rows[other * words + word]
        twice += missing.nonzeroBitCount + (missing & ~mask(word)).nonzeroBitCount
      }
      twice -= 1
    }
    return twice << 16 + degree
  }

  /// The cell's own nodes among those of a word.
  @inline(__always)
  private func mask(_ word: Int) -> UInt64 {
    let rest = count - word * 64
    return rest >= 64 ? .max : rest <= 0 ? 0 : 1 << UInt64(rest) - 1
  }
}
