import ShortestPaths

/// A contraction hierarchy out of a customizable one, by perfect customization.
enum PerfectBench {
  static func run(_ problem: Problem, _ options: Options, _ report: inout Report) throws {
    let metric = CustomizableBench.prepare(problem, options, &report)
    let (hierarchy, cpu, _) = try Meter.time { try metric.contractionHierarchy(of: problem.graph) }
    report.add("perfect_ms", cpu * 1e3)
    report.add("hierarchy_arcs", hierarchy.arcCount)
    var bench = HierarchyBench(hierarchy)
    report.measure(&bench, problem, options)
  }
}
