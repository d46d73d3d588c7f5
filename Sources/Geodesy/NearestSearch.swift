import Columns

/// The memory of a nearest search, reused from one to the next; one a task.
package struct NearestSearch: ~Copyable, Sendable {
  private var queue: [Entry] = []

  /// Starts without memory; the first search takes some.
  package init() {}

  /// Visits the items of `tree` in the order of their distance from `place`, nearest first.
  ///
  /// Items at the same distance come in the order of their numbers.
  ///
  /// - Parameters:
  ///   - maximumMetres: Farther items are not visited.
  ///   - metres: The distance of an item, asked once for each that is near enough to matter; nil skips the
  ///     item. It must measure as ``distance(_:_:)`` or, up to 50 km, a ``LocalFrame`` around `place` does,
  ///     and to something within the item's box.
  ///   - visit: Takes an item and its distance; false ends the search.
  /// - Complexity: O(log *n*) typical for a few items out of *n*.
  ///
  /// Source: Hjaltason and Samet 1999, *Distance Browsing in Spatial Databases*.
  package mutating func nearest(
    to place: Coordinate, in tree: PackedRTree, maximumMetres: Double = .infinity,
    metres: (UInt32) -> Double?, visit: (UInt32, Double) -> Bool
  ) {
    queue.removeAll(keepingCapacity: true)
    let (rows, boxes, items) = (tree.rows, tree.boxes, tree.items)
    guard rows.count > 0, maximumMetres >= 0 else { return }
    let bound = DistanceBound(place, maximumMetres: maximumMetres)
    push(Entry(metres: 0, row: Int32(rows.count - 1), number: 0))
    while let entry = pop() {
      if entry.row < 0 {
        guard visit(entry.number, entry.metres) else { return }
      } else if entry.row == 0 {
        let item = items[Int(entry.number)]
        if let exact = metres(item), exact <= maximumMetres {
          push(Entry(metres: exact, row: -1, number: item))
        }
      } else {
        let row = Int(entry.row)
        let start = rows.start(row - 1)
        for child in rows.children(ofNode: Int(entry.number), inRow: row) {
          let least = bound.metres(to: boxes[start + child])
          if least <= maximumMetres {
            push(Entry(metres: least, row: entry.row - 1, number: UInt32(child)))
          }
        }
      }
    }
  }

  /// Something to look at: a node of the tree, or an item whose distance is known (row −1).
  struct Entry: BitwiseCopyable {
    var metres: Double
    var row: Int32
    var number: UInt32

    /// Nodes before items at the same distance, so that items there come out in order.
    func precedes(_ other: Entry) -> Bool {
      if metres != other.metres { return metres < other.metres }
      return row != other.row ? row > other.row : number < other.number
    }
  }

  private mutating func push(_ entry: Entry) {
    var position = queue.count
    queue.append(entry)
    while position > 0 {
      let parent = (position - 1) / 4
      guard entry.precedes(queue[parent]) else { break }
      queue[position] = queue[parent]
      position = parent
    }
    queue[position] = entry
  }

  private mutating func pop() -> Entry? {
    guard let first = queue.first, let last = queue.popLast() else { return nil }
    let count = queue.count
    if count == 0 { return first }
    var position = 0
    while true {
      let children = position * 4 + 1
      guard children < count else { break }
      var best = children
      for child in children + 1..<max(children + 1, min(children + 4, count))
      where queue[child].precedes(queue[best]) {
        best = child
      }
      guard queue[best].precedes(last) else { break }
      queue[position] = queue[best]
      position = best
    }
    queue[position] = last
    return first
  }
}

extension PackedRTree {
  /// Visits items in the order of their distance, with memory of its own: see
  /// ``NearestSearch/nearest(to:in:maximumMetres:metres:visit:)``, which reuses it.
  package func nearest(
    to place: Coordinate, maximumMetres: Double = .infinity,
    metres: (UInt32) -> Double?, visit: (UInt32, Double) -> Bool
  ) {
    var search = NearestSearch()
    search.nearest(to: place, in: self, maximumMetres: maximumMetres, metres: metres, visit: visit)
  }
}
