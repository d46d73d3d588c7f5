import Columns
import Geodesy
import ShortestPaths
import WardwayMap

@testable import WardwayRouting

/// All networks of an atlas in one graph.
///
/// Its nodes are the states of the roads, the nodes of the one walk network (whose hospitals are not apart), and
/// one for each handoff. Plain Dijkstra on it answers what the planner answers.
struct UnionOracle {
  private struct Arc {
    var tail: UInt32
    var head: UInt32
    var weight: UInt32
    var site: Int?
  }

  private let atlas: Atlas
  private let profile: Profile
  private let drivesFirst: Bool
  private let roads: DriveNetwork
  private let metric: DriveMetric
  private let snapshot: Snapshot
  private let tariff: Tariff
  private let walks: WalkStage
  private let roadPrices: RoadPrices
  private let drives: DriveStage
  private let sites: [(record: HandoffRecord, drive: [DrivePoint], walk: [SnapPoint])]
  /// With the arcs in the direction away from the end that is walked to or from.
  private let graph: Graph
  private let arcs: [Arc]

  init(
    _ atlas: Atlas, _ profile: Profile, drivesFirst: Bool, closed sources: [FeatureID] = [],
    parks: Bool
  ) throws {
    self.atlas = atlas
    self.profile = profile
    self.drivesFirst = drivesFirst
    let roads = atlas.drive!
    let metric = try atlas.metric(for: VehicleProfile.car)
    let network = atlas.streets
    snapshot = .current(of: atlas)
    tariff = snapshot.tariff(profile, closed: sources)
    let prices = try tariff.prices(on: snapshot.joined.streets)
    let walks = WalkStage(prices: prices, method: .dijkstra)
    let restrictions = prices.restrictions
    let openRoads = RoadPrices(roads, metric)
    let roadPrices = RoadPrices(openRoads, DriveClosures(sources, in: roads))
    let drives = DriveStage(roadPrices)
    (self.roadPrices, self.drives) = (roadPrices, drives)
    var snapper = Snapper()
    var sites: [(record: HandoffRecord, drive: [DrivePoint], walk: [SnapPoint])] = []
    for record in network.handoffs where record.kind.isParking == parks {
      let levels: [Level?] = record.statedLevel.map { [$0, nil] } ?? [nil]
      let drive = levels.lazy.map { level in
        snapper.points(
          near: record.drive, level: level, as: drivesFirst ? .end : .start, at: openRoads
        ).filter { $0.distance <= 100 }
      }.first { !$0.isEmpty }
      let walk =
        levels.lazy.map { level in
          snapper.points(
            near: record.walk, level: level, at: prices, isIsland: network.isIsland(component:)
          ).filter { $0.distance <= 60 }
        }.first { !$0.isEmpty } ?? []
      let open = walk.filter { !restrictions.closes($0) }
      let around =
        levels.lazy.map { level in
          snapper.points(
            near: record.walk, level: level, at: prices, passingClosed: true,
            isIsland: network.isIsland(component:)
          ).filter { $0.distance <= 60 }
        }.first { !$0.isEmpty } ?? []
      sites.append((record, drive ?? [], open.isEmpty ? around : open))
    }
    self.sites = sites
    (self.roads, self.metric, self.walks) = (roads, metric, walks)

    var arcs: [Arc] = []
    func add(_ tail: UInt32, _ head: UInt32, _ weight: UInt32, site: Int? = nil) {
      arcs.append(
        drivesFirst
          ? Arc(tail: head, head: tail, weight: weight, site: site)
          : Arc(tail: tail, head: head, weight: weight, site: site))
    }
    for state in 0..<UInt32(roads.graph.nodeCount) {
      for turn in roads.graph.arcs(from: state) where !roadPrices.closures.closes(turn: turn, in: roads) {
        add(state, roads.graph.head[turn], metric.weights[turn])
      }
    }
    let first = UInt32(roads.graph.nodeCount)
    for node in 0..<UInt32(network.graph.nodeCount) {
      for arc in network.graph.arcs(from: node) {
        let extra = prices.extra(on: Int(network.arcEdge[arc] >> 1))
        let weight = prices.openWeights[arc].addingUpToUnreachable(extra)
        add(first + node, first + network.graph.head[arc], weight)
      }
    }
    let firstWalk = UInt32(roads.graph.nodeCount)
    let firstSite = firstWalk + UInt32(network.graph.nodeCount)
    for (number, site) in sites.enumerated() {
      let node = firstSite + UInt32(number)
      let transfer = site.record.transfer(for: profile)
      let ways = walks.terminals(of: site.walk, leaving: drivesFirst).map(\.terminal)
      if drivesFirst {
        for end in drives.terminals(of: site.drive, leaving: false) {
          add(end.terminal.node, node, end.terminal.weight)
        }
        for way in ways {
          add(node, firstWalk + way.node, way.weight.addingUpToUnreachable(transfer), site: number)
        }
      } else {
        for way in ways {
          add(firstWalk + way.node, node, way.weight.addingUpToUnreachable(transfer), site: number)
        }
        for end in drives.terminals(of: site.drive, leaving: true) {
          add(node, end.terminal.node, end.terminal.weight)
        }
      }
    }
    let sorted = Graph.sorting(
      nodeCount: Int(firstSite) + sites.count, tails: arcs.map(\.tail), heads: arcs.map(\.head))
    graph = sorted.graph
    self.arcs = sorted.order.map { arcs[Int($0)] }
  }

  /// The costs between one place on foot and places by car, nil where there is no way.
  ///
  /// - Parameters:
  ///   - kerb: Whether the side of the road next to the place serves, and when.
  ///   - campus: The outline of the hospital where the place is.
  func costs(_ place: Place, homes: [Place], kerb: Kerb, campus: Outline?) throws -> [UInt32?] {
    var workspace = Workspace()
    let end = try StopFinder(snapshot: snapshot, tariff: tariff).stop(at: place, &workspace)
    var found: [UInt32?] = homes.map { _ in nil }
    let kerbCosts = kerb == .never ? homes.map { _ in nil } : try kerbCosts(end, homes)
    for reach in [1000.0, 4000, 16000] {
      let isNear = sites.map { site in
        let metres = distance(site.record.walk, end.place.coordinate)
        return metres <= reach
          && site.record.admits(
            profile, endsHere: metres <= 150 || campus?.contains(site.record.walk) == true)
      }
      let mapped = try labels(end, isNear).costs(homes)
      for index in homes.indices where found[index] == nil {
        let kerbside = kerb == .always || mapped[index] == nil ? kerbCosts[index] : nil
        found[index] = [mapped[index], kerbside].compactMap { $0 }.min()
      }
    }
    return found
  }

  /// When somebody may be let out at the side of any road.
  enum Kerb { case never, always, asLastResort }

  /// The costs between an end that is walked to and all nodes, and the roads' points of sites with their costs.
  private struct Labels {
    var oracle: UnionOracle
    var reached: [UInt32]
    var sites: [(drive: [DrivePoint], cost: UInt32)]

    /// The costs for places by car.
    func costs(_ homes: [Place]) throws -> [UInt32?] {
      try homes.map { home in
        let points = try oracle.points(of: home)
        let drivesFirst = oracle.drivesFirst
        let ends = oracle.drives.terminals(of: points, leaving: drivesFirst).map(\.terminal)
        var best =
          ends.map { reached[Int($0.node)].addingUpToUnreachable($0.weight) }.min() ?? unreachable
        for site in sites {
          let (from, to) = drivesFirst ? (points, site.drive) : (site.drive, points)
          if let direct = oracle.drives.direct(from, to) {
            best = min(best, direct.cost.addingUpToUnreachable(site.cost))
          }
        }
        return best == unreachable ? nil : best
      }
    }
  }

  private func points(of home: Place) throws -> [DrivePoint] {
    let resolved = try PlaceResolver(atlas: atlas).resolve(home)
    var snapper = Snapper()
    return [resolved.level, nil].lazy.map { level in
      snapper.points(
        near: resolved.coordinate, level: level, as: drivesFirst ? .start : .end, at: roadPrices)
    }.first { !$0.isEmpty } ?? []
  }

  /// Sweeps from the end that is walked to or from, over the sites that serve.
  private func labels(_ end: Stop, _ isNear: [Bool]) throws -> Labels {
    let firstWalk = UInt32(roads.graph.nodeCount)
    let firstSite = graph.nodeCount - sites.count
    var sources = walks.terminals(of: end.streets, leaving: !drivesFirst).map {
      Terminal(node: firstWalk + $0.terminal.node, weight: $0.terminal.weight)
    }
    // A handoff and the place may lie on one edge.
    for (number, site) in sites.enumerated() where isNear[number] {
      if let direct = direct(site.walk, end) {
        sources.append(
          Terminal(
            node: UInt32(firstSite + number),
            weight: direct.addingUpToUnreachable(site.record.transfer(for: profile))))
      }
    }
    let weights = Column(arcs.map { arc in arc.site.map { isNear[$0] } ?? true ? arc.weight : unreachable })
    var dijkstra = Dijkstra(nodeCount: graph.nodeCount)
    let reached = dijkstra.costs(in: graph, weights: weights, from: sources)
    return Labels(
      oracle: self, reached: reached,
      sites: sites.enumerated().map { ($0.element.drive, reached[firstSite + $0.offset]) })
  }

  private func direct(_ walk: [SnapPoint], _ end: Stop) -> UInt32? {
    let (from, to) = drivesFirst ? (walk, end.streets) : (end.streets, walk)
    return walks.direct(from, to)?.cost
  }

  /// The costs over the sides of the roads next to the end: walking there, and driving on from there.
  private func kerbCosts(_ end: Stop, _ homes: [Place]) throws -> [UInt32?] {
    var snapper = Snapper()
    let sides = snapper.roads(
      near: end.place.coordinate, level: .ground, as: drivesFirst ? .end : .start, at: roadPrices,
      within: CarChain.kerbReach, most: CarChain.mostKerbs)
    let walked = try labels(end, sites.map { _ in false })
    var best: [UInt32?] = homes.map { _ in nil }
    for side in sides {
      for (index, cost) in try kerbCosts(end, side, walked, homes).enumerated() {
        best[index] = [best[index], cost].compactMap { $0 }.min()
      }
    }
    return best
  }

  private func kerbCosts(
    _ end: Stop, _ drive: [DrivePoint], _ walked: Labels, _ homes: [Place]
  ) throws -> [UInt32?] {
    let kerb = drive[0]
    var snapper = Snapper()
    let walk =
      [kerb.level, nil].lazy.map { level in
        snapper.points(
          near: kerb.coordinate, level: level, at: walks.prices, isIsland: atlas.streets.isIsland(component:)
        ).filter { $0.distance <= 60 }
      }.first { !$0.isEmpty } ?? []
    let firstWalk = roads.graph.nodeCount
    let cost =
      walks.terminals(of: walk, leaving: drivesFirst).map {
        walked.reached[firstWalk + Int($0.terminal.node)].addingUpToUnreachable($0.terminal.weight)
      }.min() ?? unreachable
    let whole = min(cost, direct(walk, end) ?? unreachable).addingUpToUnreachable(20_000)
    let sources = drives.terminals(of: drive, leaving: !drivesFirst).map {
      Terminal(node: $0.terminal.node, weight: $0.terminal.weight.addingUpToUnreachable(whole))
    }
    var dijkstra = Dijkstra(nodeCount: graph.nodeCount)
    let reached = dijkstra.costs(in: graph, weights: Column(arcs.map(\.weight)), from: sources)
    return try Labels(oracle: self, reached: reached, sites: [(drive, whole)]).costs(homes)
  }
}
