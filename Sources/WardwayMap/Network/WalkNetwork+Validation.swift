import Geodesy

extension WalkNetwork {
  /// The first thing in columns out of a file that an index would trip over, with its section; nil if the
  /// network is sound.
  ///
  /// - Complexity: O(*n*).
  var firstFault: (section: String, message: String)? {
    typealias Section = NetworkSection
    let texts = UInt32(strings.count)
    guard graph.nodeCount == nodes.count else { return (Section.firstOut, "another number of nodes") }
    guard arcEdge.count == graph.arcCount else { return (Section.arcEdge, "another number of arcs") }
    guard edgeArc.count == edges.count * 2 else { return (Section.edgeArc, "another number of edges") }
    if let fault = sharedFault() { return fault }
    guard componentSizes.elementsEqual(Self.componentSizes(of: nodes)) else {
      return (Section.component, "other numbers of nodes than the parts have")
    }
    if let edge = edges.firstIndex(where: { EdgeKind(rawValue: $0.kindValue) == nil }) {
      return (Section.edge, "edge \(edge) is of a kind that isn't there")
    }
    if let fault = arcFault { return fault }
    if let handoff = handoffs.firstIndex(where: {
      !$0.drive.isValid || !$0.walk.isValid || Level(hundredths: $0.level.hundredths) == nil
        || HandoffKind(rawValue: $0.kindValue) == nil || HandoffUsers(rawValue: $0.usersValue) == nil
    }) {
      return (Section.handoff, "handoff \(handoff) lies nowhere on Earth, on no level or is of no kind")
    }
    if let place = places.firstIndex(where: {
      !$0.coordinate.isValid || Level(hundredths: $0.level.hundredths) == nil
        || $0.name >= texts || $0.search >= texts || $0.kind >= texts
    }) {
      return (Section.place, "place \(place) lies nowhere on Earth, on no level or has no text")
    }
    return areas.firstFault(nodeCount: nodes.count, texts: texts)
  }

  /// Arcs and edges have to lead to each other, and arcs between their edge's ends.
  private var arcFault: (section: String, message: String)? {
    typealias Section = NetworkSection
    for node in 0..<UInt32(nodes.count) {
      for arc in graph.arcs(from: node) {
        let directed = arcEdge[arc]
        guard Int(directed >> 1) < edges.count, edgeArc[Int(directed)] == UInt32(arc) else {
          return (Section.arcEdge, "arc \(arc) leads to an edge that doesn't know it")
        }
        let edge = edges[Int(directed >> 1)]
        let (tail, head) = directed & 1 == 0 ? (edge.tail, edge.head) : (edge.head, edge.tail)
        guard tail == node, head == graph.head[arc] else {
          return (Section.arcEdge, "arc \(arc) runs between other nodes than its edge")
        }
      }
    }
    let arcs = UInt32(graph.arcCount)
    for (directed, arc) in edgeArc.enumerated() where arc != Self.noArc {
      guard arc < arcs, Int(arcEdge[Int(arc)]) == directed else {
        return (Section.edgeArc, "edge \(directed / 2) leads to an arc that isn't its own")
      }
    }
    return nil
  }
}
