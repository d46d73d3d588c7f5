/// Distances in edges, from ends of a connected cell that are far apart.
///
/// Where it's unknown where nodes lie, two pairs of such ends span a plane: how much nearer a node is to one of a pair
/// than to the other is its place along a line.
struct HopDistances: ~Copyable {
  let distances: Slab<Int32>
  /// The last of the nodes that are farthest away.
  private(set) var farthest = 0

  init(_ cell: Cell, from node: Int) {
    let edges = cell.edges
    distances = Slab(repeating: -1, count: cell.count)
    distances[node] = 0
    var queue = SlabList<UInt32>(filler: 0, capacity: cell.count)
    queue.append(UInt32(truncatingIfNeeded: node))
    var done = 0
    while done < queue.count {
      farthest = Int(queue[done])
      done += 1
      for index in edges.range(farthest) {
        let neighbour = Int(edges.neighbours[index])
        guard distances[neighbour] < 0 else { continue }
        distances[neighbour] = distances[farthest] + 1
        queue.append(UInt32(truncatingIfNeeded: neighbour))
      }
    }
  }

  /// Two nodes of a cell that are far apart, and not neighbours if any two nodes are not.
  static func ends(of cell: Cell) -> (Int, Int) {
    // Of all nodes, the one with the fewest neighbours surely has one that is none.
    let root = (0..<cell.count).min { cell.edges.range($0).count < cell.edges.range($1).count } ?? 0
    let first = HopDistances(cell, from: root).farthest
    return (first, HopDistances(cell, from: first).farthest)
  }

  /// The plane that two pairs of ends span.
  static func places(of cell: Cell) -> PlaceSlab {
    let (first, last) = ends(of: cell)
    let fromFirst = HopDistances(cell, from: first)
    let fromLast = HopDistances(cell, from: last)
    // The other pair starts as far as can be from both.
    var side = 0
    var height: Int32 = -1
    for node in 0..<cell.count {
      let distance = min(fromFirst.distances[node], fromLast.distances[node])
      if distance > height { (side, height) = (node, distance) }
    }
    let fromSide = HopDistances(cell, from: side)
    let fromOther = HopDistances(cell, from: fromSide.farthest)
    let places = PlaceSlab(count: cell.count)
    for node in 0..<cell.count {
      places.slab[node] = Cell.Place(
        x: fromFirst.distances[node] - fromLast.distances[node],
        y: fromSide.distances[node] - fromOther.distances[node])
    }
    return places
  }
}

/// Where a cell's nodes lie.
final class PlaceSlab: Sendable {
  let slab: Slab<Cell.Place>
  init(count: Int) { slab = Slab(repeating: Cell.Place(x: 0, y: 0), count: count) }
}
