/// Which node is the lowest that is joined to each node once all nodes before it are contracted.
///
/// Source: Liu 1990, *The Role of Elimination Trees in Sparse Factorization*.
struct EliminationTree {
  /// The rank of each rank's parent, or `none`.
  private(set) var parents: [UInt32]
  static let none: UInt32 = .max

  /// Finds the parents from the neighbours of each rank.
  init(count: Int, lower: (Int, (Int) -> Void) -> Void) {
    var parents = [UInt32](repeating: Self.none, count: count)
    var shortcuts = parents
    for rank in 0..<count {
      lower(rank) { neighbour in
        var at = neighbour
        while true {
          let above = shortcuts[at]
          if above == rank { return }
          shortcuts[at] = UInt32(rank)
          if above == Self.none {
            parents[at] = UInt32(rank)
            return
          }
          at = Int(above)
        }
      }
    }
    self.parents = parents
  }

  /// The position of each rank: parents first, then what is below them, the largest part first.
  func positions() -> [UInt32] {
    let count = parents.count
    var sizes = [UInt32](repeating: 1, count: count)
    for rank in 0..<count where parents[rank] != Self.none { sizes[Int(parents[rank])] += sizes[rank] }
    // The largest child comes right behind its parent; the others fill the rest of the parent's part from its end.
    var largest = [UInt32](repeating: Self.none, count: count)
    for rank in 0..<count where parents[rank] != Self.none {
      let parent = Int(parents[rank])
      if largest[parent] == Self.none || sizes[rank] > sizes[Int(largest[parent])] {
        largest[parent] = UInt32(rank)
      }
    }
    var positions = [UInt32](repeating: 0, count: count)
    var ends = [UInt32](repeating: 0, count: count)
    var end = UInt32(count)
    for rank in stride(from: count - 1, through: 0, by: -1) {
      if parents[rank] == Self.none {
        end -= sizes[rank]
        positions[rank] = end
      } else {
        let parent = Int(parents[rank])
        if largest[parent] == rank {
          positions[rank] = positions[parent] + 1
        } else {
          ends[parent] -= sizes[rank]
          positions[rank] = ends[parent]
        }
      }
      ends[rank] = positions[rank] + sizes[rank]
    }
    return positions
  }
}
