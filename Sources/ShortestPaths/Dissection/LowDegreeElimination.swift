/// Takes the nodes of degree two and less out of a network, as contraction would.
///
/// That is free: a dead end's node adds no edge, and a node on the way from one junction to another at most one, so
/// no order of the rest is the worse for it. About half of a road network goes this way.
struct LowDegreeElimination: ~Copyable {
  /// The nodes that were taken out, the first first.
  private(set) var order: [UInt32] = []
  private let first: Slab<UInt32>
  private let neighbours: Slab<UInt32>
  private let degrees: Slab<UInt32>
  /// The round in which a node's neighbours last changed, its own turn being the next; later its number.
  private let rounds: Slab<UInt32>
  private let isGone: Slab<Bool>

  private var count: Int { degrees.count }

  init(_ graph: Graph) {
    let count = graph.nodeCount
    let tails = graph.tails()
    var offsets = [UInt32](repeating: 0, count: count + 1)
    for (arc, head) in graph.head.enumerated() where head != tails[arc] {
      offsets[Int(head) + 1] += 1
      offsets[Int(tails[arc]) + 1] += 1
    }
    for node in 0..<count { offsets[node + 1] += offsets[node] }
    first = Slab(repeating: 0, count: count + 1)
    neighbours = Slab(repeating: 0, count: Int(offsets[count]))
    degrees = Slab(repeating: 0, count: count)
    rounds = Slab(repeating: .max, count: count)
    isGone = Slab(repeating: false, count: count)
    for node in 0...count { first[node] = offsets[node] }
    for (arc, head) in graph.head.enumerated() where head != tails[arc] {
      for (node, other) in [(head, tails[arc]), (tails[arc], head)] {
        neighbours[Int(first[Int(node)] + degrees[Int(node)])] = other
        degrees[Int(node)] = degrees[Int(node)] + 1
      }
    }
    uniteParallels()
  }

  /// Keeps each neighbour once.
  private func uniteParallels() {
    for node in 0..<count {
      let start = Int(first[node])
      var end = start
      for index in start..<(start + Int(degrees[node])) {
        let neighbour = neighbours[index]
        // Rounds are not in use yet: here they tell where a neighbour was last seen.
        if rounds[Int(neighbour)] == node { continue }
        rounds[Int(neighbour)] = UInt32(node)
        neighbours[end] = neighbour
        end += 1
      }
      degrees[node] = UInt32(end - start)
    }
    rounds.fill(0)
  }

  /// Takes out what can be, neighbours in different rounds, so that of a chain every other node goes at a time.
  mutating func run() {
    var round: UInt32 = 0
    var turn = (0..<UInt32(count)).filter { degrees[Int($0)] <= 2 }
    var next: [UInt32] = []
    while !turn.isEmpty {
      round += 1
      for name in turn {
        let node = Int(name)
        if isGone[node] { continue }
        if rounds[node] == round {
          next.append(name)
          continue
        }
        isGone[node] = true
        order.append(name)
        let start = Int(first[node])
        let degree = Int(degrees[node])
        for index in 0..<degree {
          let neighbour = Int(neighbours[start + index])
          rounds[neighbour] = round
          replace(node, at: neighbour, by: degree == 2 ? neighbours[start + 1 - index] : nil)
          if degrees[neighbour] <= 2 { next.append(UInt32(neighbour)) }
        }
      }
      swap(&turn, &next)
      next.removeAll(keepingCapacity: true)
    }
  }

  /// Puts `other` into the place of `old` among the neighbours of `node`, or closes the gap.
  private func replace(_ old: Int, at node: Int, by other: UInt32?) {
    let start = Int(first[node])
    let degree = Int(degrees[node])
    var place = 0
    var isKnown = other == nil
    for index in 0..<degree {
      let neighbour = neighbours[start + index]
      if Int(neighbour) == old { place = index }
      if neighbour == other { isKnown = true }
    }
    if let other, !isKnown {
      neighbours[start + place] = other
    } else {
      neighbours[start + place] = neighbours[start + degree - 1]
      degrees[node] = UInt32(degree - 1)
    }
  }

  /// What is left, as a cell.
  consuming func remainder(places: (Int) -> Cell.Place?) -> Cell {
    let kept = (0..<count).filter { !isGone[$0] }
    let cell = Cell(
      count: kept.count, degrees: kept.reduce(0) { $0 + Int(degrees[$1]) },
      hasPlaces: count > 0 && places(0) != nil, rank: 0)
    for (new, old) in kept.enumerated() {
      rounds[old] = UInt32(new)
      cell.names[new] = UInt32(old)
      cell.first[new + 1] = cell.first[new] + degrees[old]
      if let place = places(old) { cell.places?.slab[new] = place }
    }
    for (new, old) in kept.enumerated() {
      for index in 0..<Int(degrees[old]) {
        cell.neighbours[Int(cell.first[new]) + index] = rounds[Int(neighbours[Int(first[old]) + index])]
      }
    }
    return cell
  }
}
