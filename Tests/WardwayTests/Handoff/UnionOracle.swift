import Columns
import Geodesy
import ShortestPaths
import WardwayMap

/// All networks of an atlas in one graph.
///
/// Its nodes are the states of the roads, the nodes of the one walk network (whose hospitals are not apart), and
/// those of the places of a question. Dijkstra's algorithm on it answers what the planner answers. It shares nothing
/// with the planner but the map, its prices and the geometry of a segment and of a space: where places are it finds out
/// by looking at everything.
struct UnionOracle {
  /// A handoff, or the side of a road, with its points on both sides.
  private struct Site {
    var record: HandoffRecord
    var drive: [NaiveRoads.Point]
    var walk: [NaiveWalker.Point]
  }

  let walker: NaiveWalker
  private let roads: NaiveRoads
  private let drivesFirst: Bool
  private let sites: [Site]
  /// Roads and ways, in the direction away from the end that is walked to or from.
  private let graph: PlainGraph

  /// - Parameter handoffs: Those that may serve, if not all of the atlas.
  init(
    _ atlas: Atlas, _ profile: Profile, drivesFirst: Bool, closed sources: [FeatureID] = [],
    parks: Bool, handoffs: Column<HandoffRecord>? = nil
  ) throws {
    self.drivesFirst = drivesFirst
    let roads = NaiveRoads(atlas.drive!, try atlas.metric(for: VehicleProfile.car), closed: sources)
    let walker = NaiveWalker(atlas.streets, profile, closed: sources, firstNode: roads.stateCount)
    (self.walker, self.roads) = (walker, roads)
    sites = (handoffs ?? atlas.streets.handoffs).filter { $0.kind.isParking == parks }.compactMap { record in
      guard let stop = roads.points(at: record, as: .end).first else { return nil }
      let drive = roads.points(at: record, as: drivesFirst ? .end : .start)
      var record = record
      // People get out where the car gets, not where the map has the car park's middle.
      let isCarPark = record.kind.isParking && record.kind != .streetParking
      if stop.distance > (isCarPark ? 40 : 5) {
        (record.drive, record.walk) = (stop.coordinate, stop.coordinate)
      }
      return Site(record: record, drive: drive, walk: walker.points(at: record))
    }
    var graph = PlainGraph(
      nodeCount: roads.stateCount + atlas.streets.graph.nodeCount, isReversed: drivesFirst)
    roads.addTurns(to: &graph)
    walker.addWays(to: &graph)
    self.graph = graph
  }

  /// When somebody may be let out at the side of any road.
  enum Kerb { case never, always, asLastResort }

  /// The costs between one place on foot and places by car, nil where there is no way.
  ///
  /// - Parameters:
  ///   - kerb: Whether the side of the road next to the place serves, and when.
  ///   - campus: The outline of the hospital where the place is.
  /// - Returns: Nil if the traveller is refused at the place.
  func costs(
    _ place: (coordinate: Coordinate, level: Level?), homes: [(coordinate: Coordinate, level: Level?)],
    kerb: Kerb, campus: Outline?
  ) -> [UInt64?]? {
    guard let end = walker.stop(at: place.coordinate, place.level) else { return nil }
    let homes = homes.map { roads.points(of: $0.coordinate, $0.level, as: drivesFirst ? .start : .end) }
    var found: [UInt64?] = homes.map { _ in nil }
    let besides =
      kerb == .never ? found : costs(end, homes, over: kerbs(near: place.coordinate))
    for reach in [1000.0, 4000, 16000] where found.contains(where: { $0 == nil }) {
      let near = sites.filter { site in
        let metres = distance(site.record.walk, place.coordinate)
        return metres <= reach
          && site.record.admits(
            walker.profile, endsHere: metres <= 150 || campus?.contains(site.record.walk) == true)
      }
      let mapped = costs(end, homes, over: near)
      for index in homes.indices where found[index] == nil {
        let kerbside = kerb == .always || mapped[index] == nil ? besides[index] : nil
        found[index] = [mapped[index], kerbside].compactMap { $0 }.min()
      }
    }
    return found
  }

  /// The sides of the roads next to a place.
  private func kerbs(near place: Coordinate) -> [Site] {
    roads.sides(near: place, as: drivesFirst ? .end : .start).map { points in
      let (edge, at) = (roads.network.edges[points[0].edge], points[0])
      let record = HandoffRecord(
        .dropOff, source: edge.source, drive: at.coordinate, walk: at.coordinate, level: at.level)
      return Site(record: record, drive: points, walk: walker.points(at: record))
    }
  }

  /// The costs over some sites.
  private func costs(
    _ end: [NaiveWalker.Point], _ homes: [[NaiveRoads.Point]], over sites: [Site]
  ) -> [UInt64?] {
    var graph = graph
    let goal = graph.addNode()
    walker.add(end, goal, isLeft: !drivesFirst, to: &graph)
    var nodes: [Int] = []
    for site in sites {
      let (drive, walk) = (graph.addNode(), graph.addNode())
      let transfer = site.record.transfer(for: walker.profile)
      nodes.append(drive)
      if drivesFirst {
        roads.addGoals(site.drive, to: drive, to: &graph)
        graph.add(drive, walk, transfer)
        walker.addDirect(site.walk, walk, end, goal, to: &graph)
      } else {
        walker.addDirect(end, goal, site.walk, walk, to: &graph)
        graph.add(walk, drive, transfer)
        roads.addStarts(site.drive, from: drive, to: &graph)
      }
      walker.add(site.walk, walk, isLeft: drivesFirst, to: &graph)
    }
    let starts = homes.map { points in
      let node = graph.addNode()
      if drivesFirst {
        roads.addStarts(points, from: node, to: &graph)
      } else {
        roads.addGoals(points, to: node, to: &graph)
      }
      for (site, drive) in zip(sites, nodes) {
        if drivesFirst {
          roads.addDirect(points, node, site.drive, drive, to: &graph)
        } else {
          roads.addDirect(site.drive, drive, points, node, to: &graph)
        }
      }
      return node
    }
    let costs = graph.costs(from: goal)
    return starts.map { costs[$0] }
  }
}
