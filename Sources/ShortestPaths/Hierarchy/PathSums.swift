import Columns

/// What two quantities come to along the cheapest paths between many ends, on a hierarchy: a matrix with more than costs.
///
/// Each end's search up the hierarchy is done once; what remains of it is what no higher position makes needless, a few
/// dozen positions. The cheapest path between two ends has its top at one that both have. Paths are not unpacked: what
/// an upward arc stands for is added up once. A workspace to keep.
///
/// Source: Abraham, Delling, Goldberg and Werneck 2012, *Hierarchical Hub Labelings for Shortest Paths*.
package struct PathSums: ~Copyable, Sendable {
  /// What the two quantities come to.
  package typealias Amounts = SIMD2<UInt64>

  /// The cheapest path between two ends.
  package struct Path: Hashable, Sendable {
    /// With the weights of both terminals.
    package var cost: UInt32
    /// Where it starts, by index among the terminals of its source.
    package var source: Int
    /// Where it ends, by index among the terminals of its target.
    package var target: Int
    /// What the quantities come to on its arcs.
    package var amounts: Amounts
  }

  /// Some ends, searched from.
  package struct Ends: Sendable {
    /// The number of ends.
    package var count: Int { first.count - 1 }
    fileprivate var first: [Int] = [0]
    /// Of each end's positions the lowest first.
    fileprivate var positions: [UInt32] = []
    fileprivate var costs: [UInt32] = []
    fileprivate var amounts: [Amounts] = []
    fileprivate var terminals: [UInt32] = []
    fileprivate let direction: Direction
  }

  private var search: UpwardSearch<TracedLabel>
  private var unpacking = Unpacking()
  private var arcs: [UInt32] = []
  /// What upward arcs stand for, by twice their number, plus one if they are travelled down.
  private var known = PositionTable(capacity: 1024)
  private var sums: [Amounts] = []
  /// For each position one more than where the source's row has it, or 0.
  private let places: Slab<UInt32>

  /// What may end the preparation of many ends early; what is found then means nothing.
  package var interruption: Interruption?

  /// Makes a workspace for hierarchies of up to `nodeCount` nodes.
  package init(nodeCount: Int) {
    search = UpwardSearch(nodeCount: nodeCount)
    places = Slab(zeroedCount: nodeCount)
  }

  /// Prepares sources, each left through any of its terminals.
  ///
  /// - Parameter quantities: What an arc of the graph has of both.
  /// - Complexity: An upward search a source.
  package mutating func sources(
    _ sources: [[Terminal]], in hierarchy: ContractionHierarchy, quantities: (Int) -> Amounts
  ) -> Ends {
    prepare(sources, .away, hierarchy, quantities)
  }

  /// Prepares targets, each reached through any of its terminals.
  ///
  /// - Parameter quantities: What an arc of the graph has of both.
  /// - Complexity: An upward search a target.
  package mutating func targets(
    _ targets: [[Terminal]], in hierarchy: ContractionHierarchy, quantities: (Int) -> Amounts
  ) -> Ends {
    prepare(targets, .towards, hierarchy, quantities)
  }

  /// The cheapest path from a source to each target; nil where there is none.
  ///
  /// - Precondition: Both were prepared on one hierarchy.
  /// - Complexity: O(*k*) for *k* positions of all targets.
  package mutating func paths(from source: Int, of sources: Ends, to targets: Ends) -> [Path?] {
    precondition(sources.direction == .away && targets.direction == .towards, "ends of the other side")
    let row = sources.first[source]..<sources.first[source + 1]
    for place in row { places[Int(sources.positions[place])] = UInt32(truncatingIfNeeded: place) &+ 1 }
    defer { for place in row { places[Int(sources.positions[place])] = 0 } }
    return (0..<targets.count).map { target in
      var (best, pair) = (unreachable, (0, 0))
      // Of tops that cost the same the lowest counts, as it does in a query.
      for index in targets.first[target]..<targets.first[target + 1] {
        let place = places[Int(targets.positions[index])]
        guard place > 0 else { continue }
        let cost = sources.costs[Int(place) - 1].addingUpToUnreachable(targets.costs[index])
        if cost < best { (best, pair) = (cost, (Int(place) - 1, index)) }
      }
      guard best < unreachable else { return nil }
      return Path(
        cost: best, source: Int(sources.terminals[pair.0]), target: Int(targets.terminals[pair.1]),
        amounts: sources.amounts[pair.0] &+ targets.amounts[pair.1])
    }
  }

  private mutating func prepare(
    _ ends: [[Terminal]], _ direction: Direction, _ hierarchy: ContractionHierarchy,
    _ quantities: (Int) -> Amounts
  ) -> Ends {
    known = PositionTable(capacity: 1024)
    sums = []
    var prepared = Ends(direction: direction)
    let positions = hierarchy.columns.positions
    hierarchy.lend { view in
      for terminals in ends {
        if interruption?.isRaised == true { return }
        search.run(view, from: terminals, direction)
        let start = prepared.positions.count
        for index in (0..<search.settled.count).reversed() {
          let settled = search.settled[index]
          if settled.tail == TracedLabel.noTail {
            let terminal = terminals.cheapest(at: Int(settled.position), positions)
            prepared.append(settled, Amounts(), UInt32(terminal))
          } else if let below = prepared.place(of: settled.tail, from: start) {
            let step = amounts(view, settled, direction, quantities)
            prepared.append(settled, prepared.amounts[below] &+ step, prepared.terminals[below])
          }
        }
        prepared.first.append(prepared.positions.count)
      }
    }
    return prepared
  }

  /// What the upward arc comes to by which a position was reached.
  private mutating func amounts(
    _ view: HierarchyView, _ settled: Settled, _ direction: Direction, _ quantities: (Int) -> Amounts
  ) -> Amounts {
    guard let arc = view.arc(from: Int(settled.tail), to: Int(settled.position)) else { return Amounts() }
    let isDown = direction == .towards
    let number = known.number(arc << 1 | (isDown ? 1 : 0))
    if number < sums.count { return sums[number] }
    arcs.removeAll(keepingCapacity: true)
    unpacking.begin(limit: 4 * view.nodeCount + 16)
    unpacking.push(arc, travelledDown: isDown)
    _ = unpacking.run(view, &arcs)
    sums.append(arcs.reduce(Amounts()) { $0 &+ quantities(Int($1)) })
    return sums[number]
  }
}

extension PathSums.Ends {
  fileprivate mutating func append(_ settled: Settled, _ sum: PathSums.Amounts, _ terminal: UInt32) {
    positions.append(settled.position)
    costs.append(settled.cost)
    amounts.append(sum)
    terminals.append(terminal)
  }

  /// Where the last end, which starts at a place, has a position; positions fall.
  fileprivate func place(of position: UInt32, from start: Int) -> Int? {
    let place = positions[start...].partitioningIndex { $0 <= position }
    return place < positions.count && positions[place] == position ? place : nil
  }
}
