import Synchronization

/// The cuts of a cell that were found so far, of which the best is taken.
///
/// Jobs look for cuts across different directions, each writing its own; when all are done, the cuts are finished.
final class CellCuts: @unchecked Sendable {
  let cell: Cell
  private let places: PlaceSlab
  /// The cut across each direction.
  private let cuts: [Cut]
  /// The best separation's size and smaller side, for searches to see whether they still can be better.
  private let bar = Atomic(packed(.none))
  /// What the best cut leaves; nothing before the cuts are finished, or if there is no cut.
  private(set) var parts: [Cell] = []

  private final class Cut {
    var separation = Separation.none
    var separator: [UInt32] = []
  }

  init(_ cell: Cell, _ plan: NestedDissection) {
    self.cell = cell
    places = cell.places ?? HopDistances.places(of: cell)
    cuts = (0..<plan.directionCount).map { _ in Cut() }
  }

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
    cuts[direction].separation = found
    cuts[direction].separator = cutter.separator()
    raiseBar(to: found, policy)
  }

  /// True if a better separation was found already.
  private func isHopeless(_ separation: Separation, _ policy: Separation.Policy) -> Bool {
    policy.isBetter(Self.unpacked(bar.load(ordering: .relaxed)), than: separation)
  }

  private func raiseBar(to found: Separation, _ policy: Separation.Policy) {
    var current = bar.load(ordering: .relaxed)
    while policy.isBetter(found, than: Self.unpacked(current)) {
      let result = bar.compareExchange(expected: current, desired: Self.packed(found), ordering: .relaxed)
      if result.exchanged { return }
      current = result.original
    }
  }

  private static func packed(_ separation: Separation) -> UInt64 {
    UInt64(separation.size) << 32 | UInt64(separation.smaller)
  }

  private static func unpacked(_ packed: UInt64) -> Separation {
    Separation(size: Int(packed >> 32), smaller: Int(packed & 0xFFFF_FFFF))
  }

  /// Takes the best cut, whatever can be found if none across a direction was; ranks its nodes.
  func finish(_ plan: NestedDissection, _ order: RankedNodes) {
    var best = Cut()
    for cut in cuts where plan.policy.isBetter(cut.separation, than: best.separation) { best = cut }
    if best.separator.isEmpty {
      let (first, last) = HopDistances.ends(of: cell)
      let projection = Projection(count: cell.count, from: first, to: last)
      find(projection, low: 0, high: 2, Separation.Policy(share: 0), 0)
      best = cuts[0]
    }
    let separator = best.separator
    guard !separator.isEmpty else { return }
    let isCut = Slab(repeating: false, count: cell.count)
    var rank = cell.rank + cell.count - separator.count
    for node in separator {
      isCut[Int(node)] = true
      order.nodes[rank] = cell.names[Int(node)]
      rank += 1
    }
    parts = cell.parts(without: isCut)
  }
}
