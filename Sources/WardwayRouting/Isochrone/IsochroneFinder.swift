import Columns
import Geodesy
import ShortestPaths
import WardwayMap

/// Finds from where a place is reached within some times, or what is reached from it.
struct IsochroneFinder {
  let snapshot: Snapshot
  let request: IsochroneRequest

  /// The cell sizes of contours, in metres.
  private static let cells = (walk: 25.0, car: 50.0)
  /// How far from a place, in metres as the crow flies, one may be let out for it.
  private static let dropOffReach = 150.0
  /// How far that may be from a road, in metres.
  private static let roadReach = 100.0

  private var joined: JoinedAtlas { snapshot.joined }

  func isochrone(_ workspace: inout Workspace) throws(PlanningError) -> Isochrone {
    let limits = try request.milliseconds()
    let place = try PlaceResolver(atlas: joined.atlas).resolve(request.place)
    let networks = try reachedNetworks(within: limits[limits.count - 1], &workspace)
    let places = try joined.networks(near: place).flatMap { $0.network.places.map(\.coordinate) }
    let map = try ContourMap(
      networks, around: place.coordinate, places: places, within: limits[limits.count - 1],
      cell: request.cellSize, usual: request.mode == .walk ? Self.cells.walk : Self.cells.car,
      workspace.searches.interruption)
    var contours: [Isochrone.Contour] = []
    for limit in limits {
      contours.append(try map.contour(within: limit, workspace.searches.interruption))
    }
    return Isochrone(
      contours: contours, center: place.coordinate, name: place.name,
      cellSize: map.cell)
  }

  /// What is reached within a limit in milliseconds, network by network.
  func reachedNetworks(
    within limit: UInt32, _ workspace: inout Workspace
  ) throws(PlanningError) -> [ReachedNetwork] {
    switch request.mode {
    case .walk: try walkReach(within: limit, &workspace)
    case .car: [try driveReach(within: limit, &workspace)]
    }
  }

  private var isTowards: Bool { request.direction == .towards }

  // MARK: On foot

  private func walkReach(
    within limit: UInt32, _ workspace: inout Workspace
  ) throws(PlanningError) -> [ReachedNetwork] {
    let tariff = snapshot.tariff(request.profile, closed: request.closed)
    let stop = try StopFinder(snapshot: snapshot, tariff: tariff).stop(at: request.place, &workspace)
    let chain = try WalkChain(
      joined, tariff, .fastest, for: stop.place.isEmergencyDepartment ? .emergency : .visit, by: .duration,
      workspace.searches.interruption)
    let excursions = try chain.excursions(for: [stop], &workspace.searches)
    let portals = try chain.portalCosts(of: stop, leaving: !isTowards, excursions, &workspace.searches)
    var reached = [
      try chain.streets.reached(
        stop.streets + portals.streets(excursions), isTowards, within: limit, &workspace.searches)
    ]
    if let venue = stop.venue {
      reached.append(
        try chain.stage(in: venue).reached(
          stop.inside + portals.inside(excursions), isTowards, within: limit, &workspace.searches))
    }
    return reached
  }

  // MARK: By car

  /// What is reached of the roads within a limit in milliseconds.
  private func driveReach(
    within limit: UInt32, _ workspace: inout Workspace
  ) throws(PlanningError) -> ReachedNetwork {
    let cars = CarPlanner(snapshot: snapshot)
    let place = try PlaceResolver(atlas: joined.atlas).resolve(request.place)
    let roads = try snapshot.tariff(request.profile, closed: request.closed).roads(of: snapshot.joined)
    let role: DrivePoint.Role = isTowards ? .end : .start
    var points = try dropOffs(near: place, role, roads, &workspace)
    if points.isEmpty { points = try cars.roadPoints(of: place, as: role, roads, &workspace) }
    return try DriveStage(roads).reached(points, isTowards, within: limit, &workspace.searches)
  }

  /// The points of the roads where one is let out near a place.
  private func dropOffs(
    near place: ResolvedPlace, _ role: DrivePoint.Role, _ roads: RoadPrices,
    _ workspace: inout Workspace
  ) throws(PlanningError) -> [DrivePoint] {
    var found: [DrivePoint] = []
    for network in try joined.networks(near: place).map(\.network) {
      for record in network.handoffs
      where record.kind == .dropOff && distance(record.walk, place.coordinate) <= Self.dropOffReach {
        found += workspace.snapper.points(
          near: record.drive, level: record.statedLevel, as: role, at: roads
        ).filter { $0.distance <= Self.roadReach }
      }
    }
    return found
  }
}

extension WalkStage {
  /// What is reached of the network from some points, or what reaches them.
  fileprivate func reached(
    _ points: [SnapPoint], _ isTowards: Bool, within limit: UInt32, _ memory: inout SearchMemory
  ) throws(PlanningError) -> ReachedNetwork {
    let costs = try reach(points, towards: isTowards, within: limit, &memory)
    let (network, weights) = (prices.network, prices.weights)
    func node(_ directed: Int) -> Int {
      let edge = network.edges[directed >> 1]
      return Int(isTowards == (directed & 1 == 0) ? edge.head : edge.tail)
    }
    let directed = 0..<network.edges.count * 2
    let interruption = memory.interruption
    var seeds: [ReachedNetwork.Seed] = []
    for point in points {
      guard let spot = point.onEdge else { continue }
      let position = Double(spot.offset) / Double(network.edges[spot.edge].span)
      for directed in [spot.edge * 2, spot.edge * 2 + 1] {
        seeds.append(
          ReachedNetwork.Seed(directed: directed, position: position, cost: prices.access(to: point)))
      }
    }
    return ReachedNetwork(
      isTowards: isTowards, nearCosts: try interruption.map(directed) { costs[node($0)] },
      weights: try interruption.map(directed) { directed in
        let arc = network.edgeArc[directed]
        return arc == WalkNetwork.noArc ? unreachable : weights[Int(arc)]
      },
      seeds: seeds, nodeCosts: costs, points: { network.points(of: $0) },
      metres: { network.edges[$0].attributes.isMesh ? 0 : Double(network.edges[$0].length) / 1000 })
  }
}
