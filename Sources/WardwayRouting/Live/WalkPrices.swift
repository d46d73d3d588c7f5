import Columns
import Geodesy
import ShortestPaths
import WardwayMap

/// What the edges and open areas of one network take and cost under a tariff, in which direction, and whether they may
/// be used at all; with what makes searches on it fast, found when it is first needed.
final class WalkPrices: ArcPrices {
  /// How much worse a metre off the network is than one on it: nobody knows what lies between.
  static let offNetworkFactor = 3.0
  /// A change of one arc costs about as much as customizing so many arcs of the hierarchy from scratch.
  private static let arcsAChange = 500

  let joined: JoinedNetwork
  /// Its network, once more: what is read in place isn't copied.
  let network: WalkNetwork
  let profile: Profile
  let purpose: Purpose
  let measure: Measure
  /// What is closed or avoided here.
  let restrictions: Restrictions
  let openWeights: Column<UInt32>
  let openHierarchy: ContractionHierarchy?
  /// The same without restrictions; nil where there are none.
  private let open: WalkPrices?
  private let customizable: CustomizableHierarchy?

  private let changedWeights = Once<Column<UInt32>>()
  private let planarPotential = Once<PlanarPotential>()
  private let customizedMetric = Once<CustomizedMetric>()
  private let knownPace: UInt32?
  private let paceOfAll = Once<UInt32>()

  /// Prices of a network where nothing is closed or avoided.
  ///
  /// - Complexity: O(arcs), unless the atlas has them.
  init(
    _ joined: JoinedNetwork, _ profile: Profile, _ purpose: Purpose, _ measure: Measure,
    _ interruption: Interruption?
  ) throws(PlanningError) {
    let metric = purpose == .visit ? try joined.metric(for: profile) : nil
    (self.joined, self.profile, self.purpose, self.measure) = (joined, profile, purpose, measure)
    network = joined.network
    let arcs = network.arcEdge.indices
    let costs: Column<UInt32>
    if let metric {
      costs = metric.weights
    } else {
      costs = Column(
        try interruption.map(arcs) { [network] in
          network.weight(ofArc: $0, for: profile, toEmergency: purpose == .emergency)
        })
    }
    openWeights =
      measure == .cost
      ? costs
      : Column(
        try interruption.map(arcs) { [network] in network.duration(ofArc: $0, costs[$0], for: profile) })
    openHierarchy = measure == .cost ? metric?.hierarchy : nil
    knownPace = measure == .cost ? metric?.leastPace : nil
    restrictions = .none
    open = nil
    customizable = openHierarchy == nil ? try joined.customizableHierarchy() : nil
  }

  /// The same prices with something closed or avoided.
  init(_ open: WalkPrices, _ restrictions: Restrictions) throws(PlanningError) {
    (joined, profile, purpose, measure) = (open.joined, open.profile, open.purpose, open.measure)
    (openWeights, openHierarchy, knownPace) = (open.openWeights, open.openHierarchy, open.knownPace)
    network = open.network
    self.restrictions = restrictions
    self.open = open
    customizable = try joined.customizableHierarchy()
  }

  // MARK: Edges and areas

  /// What a whole edge costs in a direction; nil where it can't be used.
  func weight(_ edge: Int, forward isForward: Bool) -> UInt32? {
    let arc = network.edgeArc[edge * 2 + (isForward ? 0 : 1)]
    guard arc != WalkNetwork.noArc else { return nil }
    let weight = openWeights[Int(arc)].addingUpToUnreachable(extra(on: edge))
    return weight == unreachable ? nil : weight
  }

  /// What it costs to get between a place and its point of the network, in milliseconds.
  func access(to point: SnapPoint) -> UInt32 {
    let factor = measure == .cost ? Self.offNetworkFactor : 1
    let walk = min(point.distance / profile.speed * factor * 1000, 1e9)
    let near = UInt32(walk.rounded()).addingUpToUnreachable(point.bias)
    guard let area = point.area, point.stretch > 0 else { return near }
    return near.addingUpToUnreachable(weight(across: area, millimetres: point.stretch) ?? unreachable)
  }

  /// What a part of an edge takes and costs, with what is added for what is avoided; nil where it can't be used.
  func price(of piece: Piece) -> Price? {
    guard let weight = weight(piece.edge, forward: piece.isForward) else { return nil }
    let record = network.edges[piece.edge]
    let whole = profile.price(
      of: record, forward: piece.isForward, tail: network.nodes[Int(record.tail)].level,
      head: network.nodes[Int(record.head)].level)
    return whole.map {
      Price(
        duration: Share.of($0.duration, piece.length, in: record.span),
        cost: Share.of(weight, piece.length, in: record.span))
    }
  }

  /// What is added to the cost of an edge; `unreachable` where it is closed.
  func extra(on edge: Int) -> UInt32 {
    restrictions.isEmpty ? 0 : restrictions.extra(on: edge, network.edges[edge].kind)
  }

  /// What it takes and costs to walk straight across an area; nil where the traveller can't.
  func price(across area: Int, millimetres: UInt32) -> Price? {
    let record = network.areas.records[area]
    var edge = record.edge
    edge.length = millimetres
    return profile.price(of: edge, forward: true, tail: record.level, head: record.level)
  }

  /// What a search adds for walking straight across an area; nil where the traveller can't.
  func weight(across area: Int, millimetres: UInt32) -> UInt32? {
    price(across: area, millimetres: millimetres).map { measure == .cost ? $0.cost : $0.duration }
  }

  /// Whether an edge can be used in some direction, closed or not.
  func admits(edge: Int) -> Bool {
    for directed in [edge * 2, edge * 2 + 1] {
      let arc = network.edgeArc[directed]
      if arc != WalkNetwork.noArc, openWeights[Int(arc)] != unreachable { return true }
    }
    return false
  }

  /// Whether an area can be used, closed or not.
  func admits(area: Int) -> Bool { price(across: area, millimetres: 1000) != nil }

  // MARK: For searches

  var traveller: Profile { profile }
  var graph: Graph { network.graph }
  var isOpen: Bool { restrictions.isEmpty }

  func extra(onArc arc: Int) -> UInt32 { extra(on: Int(network.arcEdge[arc] >> 1)) }

  func forEachExtra(_ body: (_ arc: Int, _ extra: UInt32) -> Void) {
    for (arc, extra) in restrictions.extras(in: network) { body(Int(arc), extra) }
  }

  var weights: Column<UInt32> {
    isOpen ? openWeights : changedWeights.value { disturbedWeights() }
  }

  var potential: PlanarPotential {
    if let open { return open.potential }
    return planarPotential.value {
      let positions = joined.positions
      // A little weaker than it might be: what a search reaches then serves those who may pass a hospital, where one gets
      // on a little faster by roundings.
      return PlanarPotential(graph: network.graph, weights: openWeights, x: positions.x, y: positions.y)
        .weakened(to: 0.97)
    }
  }

  /// The least that a metre costs anywhere in the network and beside it, in milliseconds.
  ///
  /// - Complexity: O(edges) the first time, unless the atlas has it.
  var leastPace: Double {
    if let open { return open.leastPace }
    let kilometre = knownPace ?? paceOfAll.value { network.leastPace(openWeights) }
    return min(Double(kilometre), 1_000_000 / profile.speed) / 1000
  }

  /// The network's customizable hierarchy with these costs; nil where it has none.
  ///
  /// - Complexity: O(triangles of the hierarchy) the first time: milliseconds for a hospital; as much as is closed or
  ///   avoided where something is.
  var customized: CustomizedMetric? {
    guard let customizable else { return nil }
    return customizedMetric.value {
      let extras = restrictions.extras(in: network)
      guard let open, extras.count * Self.arcsAChange < customizable.columns.heads.count else {
        return CustomizedMetric(customizable, weights: weights)
      }
      var metric = open.customized(on: customizable)
      var change = PartialCustomization(for: customizable)
      let arcs = extras.keys.sorted()
      change.change(
        &metric, arcs: arcs,
        to: arcs.map { openWeights[Int($0)].addingUpToUnreachable(extras[$0] ?? 0) })
      return metric
    }
  }

  private func customized(on hierarchy: CustomizableHierarchy) -> CustomizedMetric {
    customizedMetric.value { CustomizedMetric(hierarchy, weights: openWeights) }
  }
}

extension WalkNetwork {
  /// What the clock shows for an arc, in milliseconds, where `cost` is what is perceived.
  ///
  /// What that adds to the price (the door of an emergency department) stays in it.
  fileprivate func duration(ofArc arc: Int, _ cost: UInt32, for profile: Profile) -> UInt32 {
    let directed = arcEdge[arc]
    guard cost != unreachable,
      let price = price(of: Int(directed >> 1), forward: directed & 1 == 0, for: profile)
    else { return unreachable }
    return price.duration + (cost - min(cost, price.cost))
  }
}
