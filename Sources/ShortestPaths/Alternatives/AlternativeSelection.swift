import Columns

/// Chooses paths that differ enough from each other, best first.
///
/// The terminals' weights count as arcs from one node before all sources and to one behind all targets.
struct AlternativeSelection {
  /// How many candidates to test for local optimality, which takes a search each.
  private static let mostTests = 16
  /// How many to lead a path over at all.
  private static let mostTries = 64

  private let graph: Graph
  private let weights: Column<UInt32>
  private let sources: [Terminal]
  private let targets: [Terminal]
  private let rules: AlternativeRules
  private(set) var chosen: [AlternativePath]
  /// The arcs and ends of the best path, and those of all chosen ones.
  private var best = Ways()
  private var all = Ways()
  /// The least cost of the paths already looked at that pass a node.
  private var seen: [UInt32: UInt32] = [:]

  /// What some paths use.
  private struct Ways {
    var arcs: Set<UInt32> = []
    var sources: Set<Int> = []
    var targets: Set<Int> = []

    mutating func add(_ way: AlternativePath) {
      arcs.formUnion(way.arcs)
      sources.insert(way.path.source)
      targets.insert(way.path.target)
    }
  }

  init(
    best path: AlternativePath, in graph: Graph, _ weights: Column<UInt32>, from sources: [Terminal],
    to targets: [Terminal], _ rules: AlternativeRules
  ) {
    (self.graph, self.weights, self.sources, self.targets) = (graph, weights, sources, targets)
    self.rules = rules
    chosen = rules.count > 0 ? [path] : []
    best.add(path)
    all.add(path)
    optimum = path.path.cost
    remember(path)
  }

  private let optimum: UInt32

  /// Chooses among paths over `candidates`, in their order, until there are enough.
  mutating func choose<S: ViaSearch & ~Copyable>(among candidates: [ViaCandidate], by search: inout S) {
    guard optimum > 0 else { return }
    var (tries, tests) = (0, 0)
    for candidate in candidates {
      guard chosen.count < rules.count, tests < Self.mostTests, tries < Self.mostTries else { return }
      // A path over this node has been looked at, and none is cheaper.
      if let cost = seen[candidate.node], cost <= candidate.cost { continue }
      tries += 1
      guard let via = search.path(over: candidate.node) else { continue }
      let way = AlternativePath(path: via.path, arcs: via.arcs)
      let isSimple = remember(way)
      guard isSimple, isDifferent(way), isShort(way) else { continue }
      tests += 1
      guard isLocallyOptimal(via, &search) else { continue }
      chosen.append(way)
      all.add(way)
    }
  }

  /// Takes note of the nodes of a path; false if it passes one of them twice.
  @discardableResult
  private mutating func remember(_ way: AlternativePath) -> Bool {
    var nodes: Set<UInt32> = [sources[way.path.source].node]
    for arc in way.arcs { nodes.insert(graph.head[Int(arc)]) }
    for node in nodes { seen[node] = min(seen[node] ?? unreachable, way.path.cost) }
    return nodes.count == way.arcs.count + 1
  }

  private func cost(of way: AlternativePath, sharedWith ways: Ways) -> Double {
    var sum: UInt64 = 0
    if ways.sources.contains(way.path.source) { sum += UInt64(sources[way.path.source].weight) }
    if ways.targets.contains(way.path.target) { sum += UInt64(targets[way.path.target].weight) }
    for arc in way.arcs where ways.arcs.contains(arc) { sum += UInt64(weights[Int(arc)]) }
    return Double(sum)
  }

  private func isDifferent(_ way: AlternativePath) -> Bool {
    cost(of: way, sharedWith: all) <= rules.sharing * Double(optimum)
  }

  private func isShort(_ way: AlternativePath) -> Bool {
    let shared = cost(of: way, sharedWith: best)
    return Double(way.path.cost) - shared <= (1 + rules.stretch) * (Double(optimum) - shared)
  }

  /// Whether the path around the node that it was led over is a cheapest path; elsewhere it is by itself.
  ///
  /// All short enough parts of it with that node inside lie between the two ends that are tested.
  private func isLocallyOptimal<S: ViaSearch & ~Copyable>(_ via: ViaPath, _ search: inout S) -> Bool {
    let reach = rules.localOptimality * Double(optimum)
    var (first, last) = (via.viaIndex, via.viaIndex)
    var (before, after): (UInt64, UInt64) = (0, 0)
    func isNear(_ cost: UInt64, _ step: UInt32) -> Bool { Double(cost + UInt64(step)) <= reach }
    while first > 0, isNear(before, weights[Int(via.arcs[first - 1])]) {
      first -= 1
      before += UInt64(weights[Int(via.arcs[first])])
    }
    while last < via.arcs.count, isNear(after, weights[Int(via.arcs[last])]) {
      after += UInt64(weights[Int(via.arcs[last])])
      last += 1
    }
    var (tail, head): (UInt32?, UInt32?) = (node(before: first, of: via), node(before: last, of: via))
    let (source, target) = (sources[via.path.source], targets[via.path.target])
    if first == 0, isNear(before, source.weight) {
      before += UInt64(source.weight)
      tail = nil
    }
    if last == via.arcs.count, isNear(after, target.weight) {
      after += UInt64(target.weight)
      head = nil
    }
    return UInt64(search.cost(from: tail, to: head)) == before + after
  }

  private func node(before index: Int, of via: ViaPath) -> UInt32 {
    index == 0 ? sources[via.path.source].node : graph.head[Int(via.arcs[index - 1])]
  }
}
