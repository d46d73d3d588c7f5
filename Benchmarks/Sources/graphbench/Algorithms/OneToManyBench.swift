import ShortestPaths

/// From one source to many targets that were prepared together.
///
/// The queries are cut into groups of as many as there are to be targets. A group's targets are prepared, and
/// searched for from the sources of the group; of each search's answers one is known from the file.
enum OneToManyBench {
  /// The searches that are timed for each selection of targets.
  private static let searchesPerGroup = 100

  static func run(_ problem: Problem, _ options: Options, _ report: inout Report) {
    let (hierarchy, cpu, wall) = Meter.time {
      ContractionHierarchy.build(
        graph: problem.graph, weights: problem.weights, threads: options.threads)
    }
    report.addPreparation(cpu: cpu, wall: wall, indexBytes: hierarchy.byteCount)
    let size = min(options.targetCount, problem.queries.count)
    report.add("targets", size)
    guard size > 0 else { return }
    var search = OneToMany(nodeCount: problem.graph.nodeCount)
    var (selections, searches): ([Double], [Double]) = ([], [])
    for start in stride(from: 0, to: problem.queries.count - size + 1, by: size) {
      let group = problem.queries[start..<start + size]
      let (targets, _, selection) = Meter.time {
        search.buckets(of: group.map { [Terminal(node: $0.target)] }, in: hierarchy)
      }
      selections.append(selection)
      for (index, query) in group.prefix(searchesPerGroup).enumerated() {
        let (costs, _, wall) = Meter.time {
          search.costs(from: [Terminal(node: query.source)], to: targets, in: hierarchy)
        }
        searches.append(wall)
        if let right = query.distance, costs[index] != right { report.mismatches += 1 }
      }
    }
    report.add("queries", searches.count)
    report.addTimes("select", mean: selections.reduce(0, +) / Double(selections.count), each: selections)
    report.addTimes("query", mean: searches.reduce(0, +) / Double(searches.count), each: searches)
  }
}
