import Columns

/// The costs from one end to many, or from many to one, on a hierarchy.
///
/// Select the many once; each of them leaves its cost in a bucket at every node above it. Then each search
/// from the one end reads the buckets that it passes.
///
/// Source: Knopp, Sanders, Schultes, Schulz and Wagner 2007, *Computing Many-to-Many Shortest Paths Using
/// Highway Hierarchies*.
public struct OneToMany: ~Copyable, Sendable {
  struct Entry: BitwiseCopyable, Sendable {
    var end: UInt32 = 0
    var cost: UInt32 = 0
  }

  private var search: UpwardSearch
  private var hierarchy: ContractionHierarchy
  private var direction = UpwardSearch.Direction.away
  /// The number of selected ends.
  public private(set) var count = 0
  /// Where each position's bucket starts, and, at the end, the number of entries.
  private let firstEntry: Slab<UInt32>
  private var entries = SlabList(filler: Entry())

  /// Makes a workspace for `hierarchy`, with nothing selected.
  public init(_ hierarchy: ContractionHierarchy) {
    self.hierarchy = hierarchy
    search = UpwardSearch(nodeCount: hierarchy.nodeCount)
    firstEntry = Slab(repeating: 0, count: hierarchy.nodeCount + 1)
  }

  /// Selects targets for ``costs(from:)``, each of them reached through any of its terminals.
  ///
  /// - Complexity: An upward search a target, and O(*n*).
  public mutating func select(targets: [[Terminal]]) {
    select(targets, .away)
  }

  /// Selects sources for ``costs(to:)``, each of them left through any of its terminals.
  ///
  /// - Complexity: An upward search a source, and O(*n*).
  public mutating func select(sources: [[Terminal]]) {
    select(sources, .towards)
  }

  /// The cost of the cheapest path to each selected target, or ``unreachable``, terminal weights included.
  public mutating func costs(from sources: [Terminal]) -> [UInt32] {
    precondition(count == 0 || direction == .away, "sources are selected, not targets")
    return scan(sources, .away)
  }

  /// The cost of the cheapest path from each selected source, or ``unreachable``, terminal weights included.
  public mutating func costs(to targets: [Terminal]) -> [UInt32] {
    precondition(count == 0 || direction == .towards, "targets are selected, not sources")
    return scan(targets, .towards)
  }

  private mutating func select(_ ends: [[Terminal]], _ direction: UpwardSearch.Direction) {
    self.direction = direction
    count = ends.count
    var found: [(position: UInt32, entry: Entry)] = []
    firstEntry.fill(0)
    hierarchy.lend { view in
      for (end, terminals) in ends.enumerated() {
        search.run(view, from: terminals, direction == .away ? .towards : .away)
        for index in 0..<search.settled.count {
          let (position, cost) = (search.settled[index].position, search.settled[index].cost)
          found.append((position, Entry(end: UInt32(end), cost: cost)))
          firstEntry[Int(position)] += 1
        }
      }
    }
    precondition(found.count <= Graph.capacity, "too many ends selected")
    // From counts to ends of buckets, then, filling from behind, to their starts.
    var sum: UInt32 = 0
    for position in 0..<firstEntry.count {
      sum += firstEntry[position]
      firstEntry[position] = sum
    }
    entries.removeAll()
    entries.extend(by: found.count)
    for (position, entry) in found.reversed() {
      firstEntry[Int(position)] -= 1
      entries[Int(firstEntry[Int(position)])] = entry
    }
  }

  private mutating func scan(_ terminals: [Terminal], _ direction: UpwardSearch.Direction) -> [UInt32] {
    let costs = Slab(repeating: unreachable, count: count)
    hierarchy.lend { search.run($0, from: terminals, direction) }
    for index in 0..<search.settled.count {
      let settled = search.settled[index]
      let position = Int(settled.position)
      for entry in Int(firstEntry[position])..<Int(firstEntry[position + 1]) {
        let (end, rest) = (Int(entries[entry].end), entries[entry].cost)
        let whole = total(settled.cost, rest)
        if whole < costs[end] { costs[end] = whole }
      }
    }
    return (0..<count).map { costs[$0] }
  }
}
