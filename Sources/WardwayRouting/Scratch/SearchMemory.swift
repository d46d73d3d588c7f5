import ShortestPaths
import WardwayMap

/// The memory that searches need, whichever network they are on: as large as the largest so far.
///
/// Each part is made when it is first needed: few journeys need all.
package struct SearchMemory: ~Copyable, Sendable {
  private var nodeCount = 0
  private var arcCount = 0

  var hierarchyQuery: HierarchyQuery?
  var customizableQuery: CustomizableQuery?
  var potentialSearch: PotentialSearch?
  var aStar: AStar?
  var dijkstra: Dijkstra?
  var adjustments: ArcAdjustments?
  var oneToMany: OneToMany?
  var pathSums: PathSums?
  /// What alternatives need: for the streets, for the last venue, and for the roads.
  private var streetAlternatives: AlternativeSearch?
  private var venueAlternatives: AlternativeSearch?
  private var roadAlternatives: AlternativeSearch?
  /// Whether A* found the path that was found last, or that there is none.
  var isLastByAStar = false
  /// The arcs of the path that was found last.
  var arcs: [UInt32] = []
  /// What ends the request that is being answered.
  var interruption: Interruption?

  /// Starts without memory.
  package init() {}

  /// - Throws: `cancelled` or `deadlineExceeded` if the request is to end.
  func goOn() throws(PlanningError) { try interruption.goOn() }

  /// Makes room for searches on a network.
  mutating func prepare(for graph: Graph) {
    let (nodes, arcs) = (graph.nodeCount, graph.arcCount)
    if nodes > nodeCount {
      nodeCount = nodes
      hierarchyQuery = nil
      customizableQuery = nil
      potentialSearch = nil
      aStar = nil
      dijkstra = nil
      oneToMany = nil
      pathSums = nil
    }
    if arcs > arcCount {
      arcCount = arcs
      adjustments = nil
    }
  }

  mutating func needHierarchyQuery() {
    if hierarchyQuery == nil { hierarchyQuery = HierarchyQuery(nodeCount: nodeCount) }
  }

  mutating func needCustomizableQuery() {
    if customizableQuery == nil { customizableQuery = CustomizableQuery(nodeCount: nodeCount) }
  }

  mutating func needPotentialSearch() {
    if potentialSearch == nil { potentialSearch = PotentialSearch(nodeCount: nodeCount) }
    potentialSearch!.interruption = interruption
  }

  mutating func needAStar() {
    if aStar == nil { aStar = AStar(nodeCount: nodeCount) }
    aStar!.interruption = interruption
  }

  mutating func needDijkstra() {
    if dijkstra == nil { dijkstra = Dijkstra(nodeCount: nodeCount) }
    dijkstra!.interruption = interruption
  }

  mutating func needOneToMany() { if oneToMany == nil { oneToMany = OneToMany(nodeCount: nodeCount) } }

  mutating func needPathSums() {
    if pathSums == nil { pathSums = PathSums(nodeCount: nodeCount) }
    pathSums!.interruption = interruption
  }

  /// Takes the adjustments out, to be given back; nothing is adjusted.
  mutating func takeAdjustments() -> ArcAdjustments {
    var adjustments = adjustments.take() ?? ArcAdjustments(arcCount: arcCount)
    adjustments.reset()
    return adjustments
  }

  /// Takes out the memory for alternatives on a graph, to be put back.
  mutating func takeAlternatives(
    on graph: Graph, of network: NetworkID, by mode: Leg.Mode
  ) -> AlternativeSearch {
    let known =
      switch mode {
      case .car: roadAlternatives.take()
      case .walk: network.isVenue ? venueAlternatives.take() : streetAlternatives.take()
      }
    if let known, known.network == network { return known }
    return AlternativeSearch(network, mode, graph)
  }

  /// Puts the memory for alternatives back.
  mutating func putBack(_ search: consuming AlternativeSearch) {
    switch search.mode {
    case .car: roadAlternatives = consume search
    case .walk where search.network.isVenue: venueAlternatives = consume search
    case .walk: streetAlternatives = consume search
    }
  }
}
