import ShortestPaths

/// From one source to many targets that were prepared together, with buckets or by a sweep over a selection.
///
/// The queries are cut into groups of as many as there are to be targets. A group's targets are prepared, and
/// searched for from the sources of the group; of each search's answers one is known from the file.
enum OneToManyBench {
  /// The searches that are timed for each selection of targets.
  private static let searchesPerGroup = 100
  private static let groups = 20

  @Sendable static func buckets(_ problem: Problem, _ options: Options, _ report: inout Report) {
    let hierarchy = prepare(problem, options, &report)
    var search = OneToMany(nodeCount: problem.graph.nodeCount)
    run(problem, options, &report) { ends in
      search.buckets(of: ends, in: hierarchy)
    } search: { source, targets in
      search.costs(from: source, to: targets, in: hierarchy)
    }
  }

  @Sendable static func selection(_ problem: Problem, _ options: Options, _ report: inout Report) {
    let hierarchy = prepare(problem, options, &report)
    var search = SelectionSearch(nodeCount: problem.graph.nodeCount)
    run(problem, options, &report) { ends in
      Selection(targets: ends, in: hierarchy)
    } search: { source, targets in
      search.costs(source, targets, in: hierarchy)
    }
  }

  private static func prepare(
    _ problem: Problem, _ options: Options, _ report: inout Report
  ) -> ContractionHierarchy {
    let (hierarchy, cpu, wall) = Meter.time {
      ContractionHierarchy.build(problem, options)
    }
    report.addPreparation(cpu: cpu, wall: wall, indexBytes: hierarchy.byteCount)
    return hierarchy
  }

  private static func run<Targets>(
    _ problem: Problem, _ options: Options, _ report: inout Report,
    select: ([[Terminal]]) -> Targets, search: ([Terminal], Targets) -> [UInt32]
  ) {
    let size = min(options.targetCount, problem.queries.count)
    report.add("targets", size)
    guard size > 0 else { return }
    var (selections, searches): ([Double], [Double]) = ([], [])
    var (selecting, searching) = (0.0, 0.0)
    for start in stride(from: 0, to: problem.queries.count - size + 1, by: size).prefix(groups) {
      let group = problem.queries[start..<start + size]
      let ends = group.map { [Terminal(node: $0.target)] }
      let (targets, cpu, wall) = Meter.time { select(ends) }
      selections.append(wall)
      selecting += cpu
      for (index, query) in group.prefix(searchesPerGroup).enumerated() {
        let (costs, cpu, wall) = Meter.time { search([Terminal(node: query.source)], targets) }
        searches.append(wall)
        searching += cpu
        if let right = query.distance, costs[index] != right { report.mismatches += 1 }
      }
    }
    report.add("queries", searches.count)
    report.addTimes("select", mean: selecting / Double(selections.count), each: selections)
    report.addTimes("query", mean: searching / Double(searches.count), each: searches)
  }
}
