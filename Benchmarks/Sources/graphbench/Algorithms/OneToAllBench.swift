import ShortestPaths

/// From one source to all nodes.
enum OneToAllBench {
  /// The searches that are timed.
  private static let searchCount = 200

  static func run(_ problem: Problem, _ options: Options, _ report: inout Report) {
    let (hierarchy, cpu, wall) = Meter.time {
      ContractionHierarchy.build(problem, options)
    }
    report.addPreparation(cpu: cpu, wall: wall, indexBytes: hierarchy.byteCount)
    var search = OneToAll(nodeCount: problem.graph.nodeCount)
    var times: [Double] = []
    var total = 0.0
    for query in problem.queries.prefix(searchCount) {
      let (costs, cpu, wall) = Meter.time {
        search.costs(from: [Terminal(node: query.source)], in: hierarchy)
      }
      times.append(wall)
      total += cpu
      if let right = query.distance, costs[Int(query.target)] != right { report.mismatches += 1 }
    }
    report.add("queries", times.count)
    report.addTimes("query", mean: total / Double(max(times.count, 1)), each: times)
  }
}
