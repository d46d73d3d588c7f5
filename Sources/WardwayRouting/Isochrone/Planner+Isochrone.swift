import Columns
import Geodesy
import ShortestPaths
import WardwayMap

extension Planner {
  /// The cell sizes of contours, in metres.
  private static let cells = (walk: 25.0, car: 50.0)

  /// Returns from where a place is reached within some times, or what is reached from it.
  ///
  /// Times are those of the clock on the fastest way that the traveller may use. On foot, ways are those of the
  /// streets and of the venue in which the place is. By car, they are the roads up to the place: to where one is
  /// let out near it, if the map has that, and else to the road next to it.
  ///
  /// - Throws: A ``PlanningError``: `invalidRequest` names a limit or cell size out of range; the others are those
  ///   of ``plan(_:method:)`` for the place.
  /// - Complexity: One search as far as the longest limit; then O(edges + cells) a limit.
  public mutating func isochrone(_ request: IsochroneRequest) throws(PlanningError) -> Isochrone {
    try soundly { planner throws(PlanningError) in try planner.contours(request) }
  }

  private mutating func contours(_ request: IsochroneRequest) throws(PlanningError) -> Isochrone {
    let limits = try request.milliseconds()
    let place = try PlaceResolver(atlas: atlas).resolve(request.place)
    let networks = try reachedNetworks(request, within: limits[limits.count - 1])
    var places = atlas.streets.places.map(\.coordinate)
    for venue in try venues(near: place) { places += venue.venue.network.places.map(\.coordinate) }
    let map = try ContourMap(
      networks, around: place.coordinate, places: places, within: limits[limits.count - 1],
      cell: request.cellSize, usual: request.mode == .walk ? Self.cells.walk : Self.cells.car)
    return Isochrone(
      contours: limits.map { map.contour(within: $0) }, center: place.coordinate, name: place.name,
      cellSize: map.cell)
  }

  /// What is reached within a limit in milliseconds, network by network.
  mutating func reachedNetworks(
    _ request: IsochroneRequest, within limit: UInt32
  ) throws(PlanningError) -> [ReachedNetwork] {
    switch request.mode {
    case .walk: try walkReach(request, within: limit)
    case .car: [try driveReach(request, within: limit)]
    }
  }

  // MARK: On foot

  private mutating func walkReach(
    _ request: IsochroneRequest, within limit: UInt32
  ) throws(PlanningError) -> [ReachedNetwork] {
    let traveller = try Traveller(
      atlas, request.profile, closed: request.closed, avoiding: [], method: .fastest)
    var stop = try stop(at: request.place, for: traveller)
    // What lies off the network is walked at the usual pace: the clock doesn't know of doubts.
    for index in stop.streets.indices { stop.streets[index].distance /= PathFinder.offNetworkFactor }
    for index in stop.inside.indices { stop.inside[index].distance /= PathFinder.offNetworkFactor }
    let isTowards = request.direction == .towards
    if let venue = stop.venue { _ = traveller.restrictions(in: venue) }
    let toEmergency = stop.place.isEmergencyDepartment
    func clock(_ finder: PathFinder, _ metric: Metric) -> Metric {
      finder.network.clockMetric(toEmergency ? finder.emergencyMetric(metric) : metric, metric.profile)
    }
    let streetMetric = clock(streets, traveller.metric)
    let chain = WalkChain(
      streets: streets, streetMetric: streetMetric, search: traveller.search, memory: excursions,
      metrics: { venue throws(PlanningError) in clock(venue.finder, try traveller.metric(for: venue)) })
    let excursions = try chain.excursions(for: [stop])
    let portals = try chain.portalCosts(of: stop, leaving: !isTowards, excursions)
    var reached = [
      streets.reached(
        stop.streets + portals.streets(excursions), isTowards, streetMetric, traveller.search.streets, limit)
    ]
    if let venue = stop.venue {
      reached.append(
        venue.finder.reached(
          stop.inside + portals.inside(excursions), isTowards, try chain.metrics(venue),
          traveller.restrictions(in: venue), limit))
    }
    return reached
  }
}

extension PathFinder {
  /// What is reached of the network from some points, or what reaches them.
  fileprivate func reached(
    _ points: [SnapPoint], _ isTowards: Bool, _ metric: Metric, _ restrictions: Restrictions, _ limit: UInt32
  ) -> ReachedNetwork {
    let weights = weights(metric, restrictions)
    let terminals = terminals(of: points, leaving: !isTowards, metric, restrictions).map(\.terminal)
    var dijkstra = Dijkstra(nodeCount: network.graph.nodeCount)
    let costs: [UInt32]
    if isTowards {
      let reversed = ReversedGraph(network.graph)
      costs = dijkstra.costs(
        in: reversed.graph, weights: reversed.weights(weights), from: terminals, limit: limit)
    } else {
      costs = dijkstra.costs(in: network.graph, weights: weights, from: terminals, limit: limit)
    }
    let network = network
    func node(_ directed: Int) -> Int {
      let edge = network.edges[directed >> 1]
      return Int(isTowards == (directed & 1 == 0) ? edge.head : edge.tail)
    }
    let directed = 0..<network.edges.count * 2
    var seeds: [ReachedNetwork.Seed] = []
    for point in points where point.node == nil && point.area == nil {
      let position = Double(point.offset) / Double(network.edges[point.edge].span)
      for directed in [point.edge * 2, point.edge * 2 + 1] {
        seeds.append(
          ReachedNetwork.Seed(directed: directed, position: position, cost: access(to: point, metric)))
      }
    }
    return ReachedNetwork(
      isTowards: isTowards, nearCosts: directed.map { costs[node($0)] },
      weights: directed.map { directed in
        let arc = network.edgeArc[directed]
        return arc == WalkNetwork.noArc ? unreachable : weights[Int(arc)]
      },
      seeds: seeds, nodeCosts: costs, points: { network.points(of: $0) },
      metres: { network.edges[$0].attributes.isMesh ? 0 : Double(network.edges[$0].length) / 1000 })
  }
}

extension WalkNetwork {
  /// A metric of what the clock shows, in milliseconds, where another one has what is perceived.
  ///
  /// What the other adds to prices (the door of an emergency department) stays in it. The profile gets another
  /// name, so that nothing that was prepared for the plain one is used for this one.
  ///
  /// - Complexity: O(arcs).
  func clockMetric(_ metric: Metric, _ profile: Profile) -> Metric {
    let weights = metric.weights.indices.map { arc -> UInt32 in
      let weight = metric.weights[arc]
      let directed = arcEdge[arc]
      guard weight != unreachable,
        let price = price(of: Int(directed >> 1), forward: directed & 1 == 0, for: profile)
      else { return unreachable }
      return price.duration + (weight - min(weight, price.cost))
    }
    var clocked = metric.profile
    clocked.name += "-clock"
    return Metric(profile: clocked, weights: Column(weights), hierarchy: nil)
  }
}
