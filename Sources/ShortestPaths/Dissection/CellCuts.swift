import Synchronization

/// The cuts of a cell that were found so far, of which the best is taken.
final class CellCuts: Sendable {
  let cell: Cell
  private let places: PlaceSlab
  private let state = Mutex(State())
  /// The best separation's size and smaller side, for searches to see whether they still can be better.
  private let bar = Atomic<UInt64>(1 << 32)

  private struct State {
    var best = Separation.none
    var direction = Int.max
    var separator: [UInt32] = []
    var parts: [Cell] = []
  }

  init(_ cell: Cell) {
    self.cell = cell
    places = cell.places ?? HopDistances.places(of: cell)
  }

  /// What the best cut leaves; nothing before the cuts are finished.
  var parts: [Cell] { state.withLock { $0.parts } }
  /// True if no cut was found.
  var isWhole: Bool { state.withLock { $0.separator.isEmpty } }

  /// Looks for a cut across one direction.
  func find(direction: Int, _ plan: NestedDissection) {
    let projection = Projection(places.slab, direction: direction)
    let share = max(cell.count * plan.sharePercent / 100, 1)
    find(
      projection, low: projection.key(rank: share - 1), high: projection.key(rank: cell.count - share),
      plan.policy, direction)
  }

  private func find(
    _ projection: borrowing Projection, low: Int64, high: Int64, _ policy: Separation.Policy, _ direction: Int
  ) {
    guard low < high else { return }
    var cutter = FlowCutter(cell.edges, count: cell.count, keys: projection.keys.lent)
    guard cutter.begin(low: low, high: high) else { return }
    cutter.run(policy) { [self] limit in isHopeless(limit, policy) }
    let found = cutter.best
    if found.smaller == 0 || isHopeless(found, policy) { return }
    record(found, direction, cutter.separator(), policy)
  }

  /// True if a better separation was found already.
  private func isHopeless(_ separation: Separation, _ policy: Separation.Policy) -> Bool {
    let packed = bar.load(ordering: .relaxed)
    let best = Separation(size: Int(packed >> 32), smaller: Int(packed & 0xFFFF_FFFF))
    return policy.isBetter(best, than: separation)
  }

  private func record(
    _ found: Separation, _ direction: Int, _ separator: [UInt32], _ policy: Separation.Policy
  ) {
    state.withLock {
      let isTied = !policy.isBetter($0.best, than: found)
      guard policy.isBetter(found, than: $0.best) || isTied && direction < $0.direction else { return }
      $0.best = found
      $0.direction = direction
      $0.separator = separator
      bar.store(UInt64(found.size) << 32 | UInt64(found.smaller), ordering: .relaxed)
    }
  }

  /// Takes the best cut, whatever can be found if none across a direction was; ranks its nodes.
  func finish(_ plan: NestedDissection, _ order: RankedNodes) {
    if isWhole {
      let (first, last) = HopDistances.ends(of: cell)
      let projection = Projection(count: cell.count, from: first, to: last)
      find(projection, low: 0, high: 2, Separation.Policy(share: 0), 0)
    }
    let separator = state.withLock { $0.separator }
    guard !separator.isEmpty else { return }
    let isCut = Slab(repeating: false, count: cell.count)
    var rank = cell.rank + cell.count - separator.count
    for node in separator {
      isCut[Int(node)] = true
      order.nodes[rank] = cell.names[Int(node)]
      rank += 1
    }
    let parts = cell.parts(without: isCut)
    state.withLock { $0.parts = parts }
  }
}
