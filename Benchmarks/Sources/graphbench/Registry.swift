/// How the timing is to be done.
struct Options {
  /// How many threads may work at once where an algorithm can use them.
  var threads: Int
  /// How often the questions are asked.
  var repeatCount: Int
  /// How many targets a search to many has.
  var targetCount: Int
}

/// An algorithm that can be timed: prepares, adds what that took, measures and adds that.
typealias Benchmark = @Sendable (Problem, Options, inout Report) throws -> Void

/// The algorithms by name.
///
/// A new one is a file in `Algorithms` and a line here.
enum Registry {
  static let benchmarks: [(name: String, run: Benchmark)] = [
    ("dijkstra", DijkstraBench.run),
    ("astar", AStarBench.run),
    ("ch", HierarchyBench.run),
    ("ch-astar", PotentialBench.contracted),
    ("cch", CustomizableBench.run),
    ("cch-astar", PotentialBench.customized),
    ("partial", PartialBench.run),
    ("hub-labels", HubLabelsBench.run),
    ("one-to-many", OneToManyBench.buckets),
    ("one-to-many-sweep", OneToManyBench.selection),
    ("one-to-all", OneToAllBench.run),
  ]
}

/// What an algorithm needs and wasn't given.
struct MissingInput: Error, CustomStringConvertible {
  let description: String
}
