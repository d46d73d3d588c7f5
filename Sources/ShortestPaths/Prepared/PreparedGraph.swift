import Columns

/// A graph that is ready for questions.
///
/// Preparing takes a fraction of a second for a town and some seconds for a large city; a question then takes
/// microseconds. ``path(from:to:)`` and ``costs(from:to:)`` answer single ones, `costMatrix` a table of them; who
/// asks many keeps a ``PathQuery``. Other weights on the same arcs take no new preparation: ``customized(weights:threads:)``.
///
/// Immutable; copies share their memory, and any number of threads may ask at once.
///
/// Sources: Dibbelt, Strasser and Wagner 2016, *Customizable Contraction Hierarchies*; Geisberger, Sanders, Schultes and
/// Vetter 2012, *Exact Routing in Large Road Networks Using Contraction Hierarchies*.
public struct PreparedGraph: Sendable {
  let graph: Graph
  /// The weight of each arc of `graph`.
  let weights: Column<UInt32>
  /// Where each arc of `graph` was among the arcs that were given, and where those are in `graph`.
  let given: Column<UInt32>
  let places: Column<UInt32>
  let topology: CustomizableHierarchy
  let hierarchy: ContractionHierarchy

  /// Prepares a graph.
  ///
  /// - Parameters:
  ///   - arcs: In any order; the index of an arc is its number from here on.
  ///   - nodeCount: The number of nodes, if there are some beyond the last one that has an arc.
  ///   - threads: The most threads to work on; the result is the same.
  /// - Precondition: No node is negative, and there are fewer than 2³¹ nodes and arcs.
  /// - Complexity: Finding the order of contraction takes most of the time: about 4 µs an arc of a road network.
  public init(arcs: [Arc], nodeCount: Int = 0, threads: Int = 1) {
    self.init(arcs, nodeCount, threads) { NestedDissection(threads: threads).order(of: $0) }
  }

  /// Prepares a graph of which it is known where its nodes lie, which makes it quicker to prepare and to ask.
  ///
  /// - Parameters:
  ///   - arcs: In any order; the index of an arc is its number from here on.
  ///   - x: Where each node lies from west to east, in any unit.
  ///   - y: Where each node lies from south to north, in the same unit.
  ///   - threads: The most threads to work on; the result is the same.
  /// - Precondition: As many `x` as `y`, of which every arc's nodes have one.
  public init(arcs: [Arc], x: [Int32], y: [Int32], threads: Int = 1) {
    precondition(x.count == y.count, "a place for every node")
    self.init(arcs, x.count, threads) { graph in
      precondition(graph.nodeCount == x.count, "a place for every node")
      return NestedDissection(threads: threads).order(of: graph, x: Column(x), y: Column(y))
    }
  }

  private init(_ arcs: [Arc], _ nodeCount: Int, _ threads: Int, _ order: (Graph) -> [UInt32]) {
    let ends = arcs.reduce(nodeCount) { max($0, $1.tail + 1, $1.head + 1) }
    precondition(ends <= Graph.capacity, "a node beyond 2³¹ − 2")
    let sorted = Graph.sorting(
      nodeCount: ends, tails: arcs.map { UInt32($0.tail) }, heads: arcs.map { UInt32($0.head) })
    var places = sorted.order
    for (place, arc) in sorted.order.enumerated() { places[Int(arc)] = UInt32(place) }
    graph = sorted.graph
    given = Column(sorted.order)
    self.places = Column(places)
    weights = Column(sorted.order.map { arcs[Int($0)].weight })
    topology = CustomizableHierarchy.build(graph: graph, order: order(graph))
    hierarchy = Self.hierarchy(topology, weights, threads)
  }

  private init(_ other: PreparedGraph, weights: Column<UInt32>, threads: Int) {
    graph = other.graph
    given = other.given
    places = other.places
    topology = other.topology
    self.weights = weights
    hierarchy = Self.hierarchy(topology, weights, threads)
  }

  private static func hierarchy(
    _ topology: CustomizableHierarchy, _ weights: Column<UInt32>, _ threads: Int
  ) -> ContractionHierarchy {
    CustomizedMetric(topology, weights: weights, threads: threads).contractionHierarchy()
  }

  /// The number of nodes.
  public var nodeCount: Int { graph.nodeCount }
  /// The number of arcs.
  public var arcCount: Int { graph.arcCount }

  /// The weight of an arc, by its index among those that the graph was made of.
  public func weight(of arc: Int) -> UInt32 { weights[place(of: arc)] }

  /// The same graph with other weights: of another vehicle, another hour, after a change on the map.
  ///
  /// The graph that it is called on stays as it is.
  ///
  /// - Parameters:
  ///   - weights: A weight for each arc, in the order in which arcs were given; ``unreachable`` closes it.
  ///   - threads: The most threads to work on; the result is the same.
  /// - Complexity: A few percent of what preparing took: about 0.2 µs an arc of a road network.
  public func customized(weights: [UInt32], threads: Int = 1) -> PreparedGraph {
    precondition(weights.count == arcCount, "a weight for every arc")
    return PreparedGraph(self, weights: Column(given.map { weights[Int($0)] }), threads: threads)
  }

  /// Where a given arc is in `graph`.
  func place(of arc: Int) -> Int {
    precondition(arc >= 0 && arc < arcCount, "no such arc")
    return Int(places[arc])
  }

  /// A path by what the graph was made of.
  func path(_ found: FoundPath, from sources: [Terminal], _ arcs: [UInt32]) -> GraphPath {
    GraphPath(
      cost: found.cost, nodes: [Int(sources[found.source].node)] + arcs.map { Int(graph.head[Int($0)]) },
      arcs: arcs.map { Int(given[Int($0)]) }, source: found.source, target: found.target)
  }
}
