import Columns

/// The costs of the cheapest paths between many sources and many targets: ``PreparedGraph`` makes it.
public struct CostMatrix: Sendable {
  /// The number of sources.
  public let rowCount: Int
  /// The number of targets.
  public let columnCount: Int
  /// One source's costs after the other's; ``unreachable`` where there is no path.
  package let costs: Column<UInt32>

  /// The cost from a source to a target, both by index.
  public subscript(source: Int, target: Int) -> UInt32 {
    precondition(source >= 0 && source < rowCount, "no such source")
    precondition(target >= 0 && target < columnCount, "no such target")
    return costs[source * columnCount + target]
  }

  /// Computes a matrix, the rows on several threads.
  ///
  /// - Parameters:
  ///   - sources: Each of them may be left through any of its terminals.
  ///   - targets: Each of them may be reached through any of its terminals.
  ///   - threads: How many threads may work at once; the matrix doesn't depend on it.
  /// - Complexity: A search a source and a target, and as much as there are nodes above both.
  package init(
    from sources: [[Terminal]], to targets: [[Terminal]], in hierarchy: ContractionHierarchy, threads: Int = 1
  ) {
    rowCount = sources.count
    columnCount = targets.count
    let width = targets.count
    let workers = max(1, min(threads, sources.count))
    let rows = Rows(count: sources.count * width)
    let searches = (0..<workers).map { _ in Worker(nodeCount: hierarchy.nodeCount) }
    // What selects faster and what searches faster differ: buckets pay if they are read often enough.
    if width < Self.fewTargets && sources.count > width / 2 {
      let buckets = searches[0].buckets.buckets(of: targets, in: hierarchy)
      concurrently(sources.count, threads: workers) { row, worker in
        rows.set(row, searches[worker].buckets.costs(from: sources[row], to: buckets, in: hierarchy))
      }
    } else {
      let selection = Selection(targets: targets, in: hierarchy)
      concurrently(sources.count, threads: workers) { row, worker in
        rows.set(row, searches[worker].sweeps.costs(sources[row], selection, in: hierarchy))
      }
    }
    costs = rows.column
  }

  /// Where reading buckets begins to cost more than a sweep.
  private static let fewTargets = 4096

  private final class Rows: Sendable {
    private let slab: Slab<UInt32>

    init(count: Int) { slab = Slab(repeating: unreachable, count: count) }

    func set(_ row: Int, _ costs: [UInt32]) {
      for (index, cost) in costs.enumerated() { slab[row * costs.count + index] = cost }
    }

    var column: Column<UInt32> { Column(slab.array) }
  }

  /// What one thread works with.
  private final class Worker: @unchecked Sendable {
    var buckets: OneToMany
    var sweeps: SelectionSearch

    init(nodeCount: Int) {
      buckets = OneToMany(nodeCount: nodeCount)
      sweeps = SelectionSearch(nodeCount: nodeCount)
    }
  }
}
