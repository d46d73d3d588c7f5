import ShortestPaths

/// Something prepared that answers one question after the other.
protocol PointToPoint: ~Copyable {
  /// The cost of the cheapest path, or `unreachable`.
  mutating func distance(_ source: UInt32, _ target: UInt32) -> UInt32
  /// The same with the path's arcs, which replace `arcs`; nil if that isn't offered.
  mutating func path(_ source: UInt32, _ target: UInt32, _ arcs: inout [UInt32]) -> UInt32?
}

extension Report {
  /// Asks all questions, checks all answers and paths, and then times them.
  ///
  /// Means are of the fastest of the rounds, in processor time; percentiles are of single queries on the wall's
  /// clock, each of which costs a look at the clock more.
  mutating func measure<Searcher: PointToPoint & ~Copyable>(
    _ searcher: inout Searcher, _ problem: Problem, _ options: Options
  ) {
    let queries = problem.queries
    var arcs: [UInt32] = []
    var findsPaths = true
    distances = []
    for query in queries {
      let distance = searcher.distance(query.source, query.target)
      distances.append(distance)
      if let right = query.distance, right != distance { mismatches += 1 }
      guard findsPaths else { continue }
      if let cost = searcher.path(query.source, query.target, &arcs) {
        let holds = cost == distance && problem.isPath(arcs, for: query, costing: cost)
        if !holds { mismatches += 1 }
      } else {
        findsPaths = false
      }
    }
    add("queries", queries.count)
    guard !queries.isEmpty else { return }
    add("query", Timing(queries.count, options) { searcher.distance(queries[$0].source, queries[$0].target) })
    guard findsPaths else { return }
    add(
      "path",
      Timing(queries.count, options) {
        searcher.path(queries[$0].source, queries[$0].target, &arcs) ?? unreachable
      })
  }

  /// Adds times, and a mismatch if the answers were not those that were checked.
  private mutating func add(_ name: String, _ timing: Timing) {
    addTimes(name, mean: timing.mean, each: timing.each)
    let right = distances.reduce(0) { $0 &+ UInt64($1) }
    if timing.checksums.contains(where: { $0 != right }) { mismatches += 1 }
  }
}

/// What asking all questions took.
private struct Timing {
  /// Seconds of processor time a question, in the fastest round.
  var mean = Double.infinity
  /// Seconds on the wall's clock for each question, in a round of its own.
  var each: [Double] = []
  /// The sum of the answers of each round.
  var checksums: [UInt64] = []

  init(_ count: Int, _ options: Options, _ answer: (Int) -> UInt32) {
    for _ in 0..<options.repeatCount {
      var sum: UInt64 = 0
      let start = Meter.cpuSeconds
      for index in 0..<count { sum &+= UInt64(answer(index)) }
      mean = min(mean, (Meter.cpuSeconds - start) / Double(count))
      checksums.append(sum)
    }
    var sum: UInt64 = 0
    each.reserveCapacity(count)
    for index in 0..<count {
      let start = Meter.wallSeconds
      sum &+= UInt64(answer(index))
      each.append(Meter.wallSeconds - start)
    }
    checksums.append(sum)
  }
}
