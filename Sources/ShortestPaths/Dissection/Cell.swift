/// A part of a network that is to be ordered: its nodes renumbered, and the edges among them.
///
/// Edges are undirected, each at both of its ends; there are no loops and no parallel edges.
final class Cell: Sendable {
  /// Where each node's neighbours start, and, at the end, their number.
  let first: Slab<UInt32>
  let neighbours: Slab<UInt32>
  /// What each node is called outside.
  let names: Slab<UInt32>
  /// Where the nodes lie in a plane, if that is known.
  let places: PlaceSlab?
  /// The first rank of the nodes; the others follow.
  let rank: Int

  var count: Int { names.count }

  /// A position in a plane.
  struct Place: BitwiseCopyable {
    var x: Int32
    var y: Int32
  }

  /// Makes room for a cell, to be filled before it is shared.
  init(count: Int, degrees: Int, hasPlaces: Bool, rank: Int) {
    first = Slab(repeating: 0, count: count + 1)
    neighbours = Slab(repeating: 0, count: degrees)
    names = Slab(repeating: 0, count: count)
    places = hasPlaces ? PlaceSlab(count: count) : nil
    self.rank = rank
  }

  var edges: CellEdges { CellEdges(first: first.lent, neighbours: neighbours.lent) }

  /// The connected parts that remain without the nodes whose part is marked as `removed`, in the order of their
  /// first nodes, with ranks from the cell's own on.
  ///
  /// Nodes are renumbered in the order of a breadth-first search, so that neighbours are near in memory.
  func parts(without removed: borrowing Slab<Bool>) -> [Cell] {
    let edges = edges
    var parts: [Cell] = []
    let number = Slab<UInt32>(repeating: .max, count: count)
    var queue = SlabList<UInt32>(filler: 0, capacity: count)
    var rank = rank
    for root in 0..<count where !removed[root] && number[root] == .max {
      queue.removeAll()
      queue.append(UInt32(root))
      number[root] = 0
      var degrees = 0
      var done = 0
      while done < queue.count {
        for index in edges.range(Int(queue[done])) {
          let neighbour = Int(edges.neighbours[index])
          if removed[neighbour] { continue }
          degrees += 1
          if number[neighbour] != .max { continue }
          number[neighbour] = UInt32(truncatingIfNeeded: queue.count)
          queue.append(UInt32(truncatingIfNeeded: neighbour))
        }
        done += 1
      }
      parts.append(part(of: queue, number, removed, degrees, rank))
      rank += queue.count
    }
    return parts
  }

  private func part(
    of nodes: borrowing SlabList<UInt32>, _ number: borrowing Slab<UInt32>, _ removed: borrowing Slab<Bool>,
    _ degrees: Int, _ rank: Int
  ) -> Cell {
    let edges = edges
    let part = Cell(count: nodes.count, degrees: degrees, hasPlaces: places != nil, rank: rank)
    var next = 0
    for new in 0..<nodes.count {
      let old = Int(nodes[new])
      part.names[new] = names[old]
      if let places { part.places?.slab[new] = places.slab[old] }
      for index in edges.range(old) {
        let neighbour = Int(edges.neighbours[index])
        if removed[neighbour] { continue }
        part.neighbours[next] = number[neighbour]
        next += 1
      }
      part.first[new + 1] = UInt32(truncatingIfNeeded: next)
    }
    return part
  }
}

/// A cell's edges lent to a kernel.
struct CellEdges {
  let first: Lent<UInt32>
  let neighbours: Lent<UInt32>

  @inline(__always)
  func range(_ node: Int) -> Range<Int> {
    unsafe Range(uncheckedBounds: (Int(first[node]), Int(first[node &+ 1])))
  }
}
