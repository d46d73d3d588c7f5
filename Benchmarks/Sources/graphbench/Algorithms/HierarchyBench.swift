import ShortestPaths

/// A contraction hierarchy.
struct HierarchyBench: PointToPoint, ~Copyable {
  private let hierarchy: ContractionHierarchy
  private var query: HierarchyQuery

  init(_ hierarchy: ContractionHierarchy) {
    self.hierarchy = hierarchy
    query = HierarchyQuery(nodeCount: hierarchy.nodeCount)
  }

  static func run(_ problem: Problem, _ options: Options, _ report: inout Report) {
    let (hierarchy, cpu, wall) = Meter.time {
      ContractionHierarchy.build(problem, options)
    }
    report.addPreparation(cpu: cpu, wall: wall, indexBytes: hierarchy.byteCount)
    report.add("hierarchy_arcs", hierarchy.arcCount)
    var bench = HierarchyBench(hierarchy)
    report.measure(&bench, problem, options)
  }

  mutating func distance(_ source: UInt32, _ target: UInt32) -> UInt32 {
    query.cost(in: hierarchy, from: [Terminal(node: source)], to: [Terminal(node: target)])
  }

  mutating func path(_ source: UInt32, _ target: UInt32, _ arcs: inout [UInt32]) -> UInt32? {
    query.shortestPath(
      in: hierarchy, from: [Terminal(node: source)], to: [Terminal(node: target)], arcs: &arcs)?.cost
      ?? unreachable
  }
}

extension ContractionHierarchy {
  /// Orders the nodes, by where they lie if that was given, and contracts them.
  static func build(_ problem: Problem, _ options: Options) -> ContractionHierarchy {
    build(
      graph: problem.graph, weights: problem.weights, order: problem.order(threads: options.threads),
      threads: options.threads)
  }

  /// The size of the columns.
  var byteCount: Int {
    (columns.positions.count * 2 + columns.firstArc.count) * 4 + columns.arcs.count * 12
      + columns.parts.count * 8
  }
}
