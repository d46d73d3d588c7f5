import ShortestPaths
import WardwayMap

/// The memory that searches on walk networks need, whichever network that is: as large as the largest so far.
///
/// Each part is made when it is first needed: few journeys need all.
struct SearchMemory: ~Copyable, Sendable {
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
  /// What alternatives need, for the streets and for the last venue.
  var streetAlternatives: AlternativeSearch?
  var venueAlternatives: AlternativeSearch?
  /// The arcs of the path that was found last.
  var arcs: [UInt32] = []
  /// What ends the request that is being answered.
  var interruption: Interruption?

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
}
