import Geodesy
import ShortestPaths
import WardwayMap

/// What a request closes or dislikes, as arcs of a network.
struct Restrictions: Sendable {
  /// What one avoided element costs extra, in milliseconds: more than any detour within a city.
  static let avoidancePenalty: UInt32 = 4 * 3600 * 1000

  /// The edges that are closed.
  private(set) var closedEdges: Set<Int> = []
  /// The areas that are closed.
  private(set) var closedAreas: Set<Int> = []
  /// The kinds that are avoided.
  let avoiding: Set<JourneyRequest.Avoidable>
  /// Closed features that the network doesn't know, nor, if it is the streets, any venue.
  private(set) var unknown: [FeatureID] = []

  /// Nothing is closed or avoided.
  static let none = Restrictions()

  private init() { avoiding = [] }

  init(closed: [FeatureID], avoiding: Set<JourneyRequest.Avoidable>, in joined: JoinedNetwork) {
    self.avoiding = avoiding
    let network = joined.network
    for source in closed {
      var edges = network.closedEdges(by: source)
      let areas = network.areas.areas(from: source)
      let isVenues = joined.mayBeVenues(source)
      if edges.isEmpty, areas.isEmpty, !isVenues { unknown.append(source) }
      // Where a way of the streets ends at a hospital's door, the door is closed over there, and the way up to it isn't.
      if edges.count == 1, network.edges(from: source).isEmpty, isVenues { edges = [] }
      closedEdges.formUnion(edges)
      closedAreas.formUnion(areas)
    }
  }

  /// Whether nothing is closed or avoided.
  var isEmpty: Bool { closedEdges.isEmpty && closedAreas.isEmpty && avoiding.isEmpty }

  /// Whether something is closed.
  var closesSomething: Bool { !closedEdges.isEmpty || !closedAreas.isEmpty }

  /// Whether what a point is on is closed.
  func closes(_ point: SnapPoint) -> Bool {
    switch point.spot {
    case .edge(let point): closedEdges.contains(point.edge)
    case .area(let area), .intoArea(let area, _, _): closedAreas.contains(area)
    case .node: false
    }
  }

  /// What is added to the cost of an edge; `unreachable` where it is closed.
  func extra(on edge: Int, _ kind: EdgeKind) -> UInt32 {
    if closedEdges.contains(edge) { return unreachable }
    return isAvoided(kind) ? Self.avoidancePenalty : 0
  }

  func isAvoided(_ kind: EdgeKind) -> Bool { avoiding.contains { $0.includes(kind) } }

  /// What is added to the costs of arcs.
  ///
  /// - Complexity: O(edges) if something is avoided.
  func extras(in network: WalkNetwork) -> [UInt32: UInt32] {
    var extras: [UInt32: UInt32] = [:]
    func set(_ extra: UInt32, _ edge: Int) {
      for directed in [edge * 2, edge * 2 + 1] where network.edgeArc[directed] != WalkNetwork.noArc {
        extras[network.edgeArc[directed]] = extra
      }
    }
    if !avoiding.isEmpty {
      for edge in network.edges.indices where isAvoided(network.edges[edge].kind) {
        set(Self.avoidancePenalty, edge)
      }
    }
    for edge in closedEdges { set(unreachable, edge) }
    return extras
  }
}
