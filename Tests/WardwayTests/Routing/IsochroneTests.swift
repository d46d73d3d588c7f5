import Columns
import Geodesy
import ShortestPaths
import TestSupport
import Testing
import WardwayMap

@testable import WardwayRouting

/// Who reaches a place in time: costs against searches from every node, contours against costs.
@Suite struct IsochroneTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `every node's time is that of a search from it`(seed: UInt64) throws {
    let atlas = try Atlas.of(RandomBuilding.network(seed: seed), in: TemporaryFolder())
    let network = atlas.streets
    var requests = RandomRequests(network, seed: seed)
    let snapshot = Snapshot.current(of: atlas)
    var workspace = Workspace()
    var dijkstra = Dijkstra(nodeCount: network.graph.nodeCount)
    var arcs: [UInt32] = []
    for (number, profile) in Profile.standard.enumerated() {
      let direction: IsochroneRequest.Direction = (Int(seed) + number) % 2 == 0 ? .towards : .from
      let limit = UInt32.random(in: 1...300_000, using: &requests.random)
      let request = IsochroneRequest(
        direction, requests.place(), within: [.milliseconds(limit)], profile: profile)
      let finder = IsochroneFinder(snapshot: snapshot, request: request)
      guard let reached = try? finder.reachedNetworks(within: limit, &workspace)[0] else { continue }
      let tariff = snapshot.tariff(profile)
      let stop = try StopFinder(snapshot: snapshot, tariff: tariff).stop(at: request.place, &workspace)
      let weights = Column(
        network.arcEdge.map { directed in
          network.price(of: Int(directed >> 1), forward: directed & 1 == 0, for: profile)?.duration
            ?? unreachable
        })
      let prices = try tariff.prices(on: snapshot.joined.streets, by: .duration)
      let ends = WalkStage(prices: prices).terminals(of: stop.streets, leaving: direction == .from)
        .map(\.terminal)
      for node in 0..<UInt32(network.graph.nodeCount) {
        let here = [Terminal(node: node)]
        let (from, to) = direction == .from ? (ends, here) : (here, ends)
        let path = dijkstra.shortestPath(
          in: network.graph, weights: weights, from: from, to: to, arcs: &arcs)
        let cost = path?.cost ?? unreachable
        #expect(reached.nodeCosts[Int(node)] == (cost <= limit ? cost : unreachable), "\(profile.name)")
      }
    }
  }

  @Test(arguments: [IsochroneRequest.Direction.towards, .from])
  func `every road's time is that of a search from it`(direction: IsochroneRequest.Direction) throws {
    let atlas = try CarJourneyTests.compiled.get().atlas
    let network = try #require(atlas.drive)
    let metric = try atlas.metric(for: VehicleProfile.car)
    let prices = RoadPrices(network, metric)
    var snapper = Snapper()
    var memory = SearchMemory()
    let stage = DriveStage(prices)
    let role: DrivePoint.Role = direction == .towards ? .end : .start
    let home = try PlaceResolver(atlas: atlas).resolve(.name("Willow Bank Apartments")).coordinate
    let points = snapper.points(near: home, as: role, at: prices)
    let limit: UInt32 = 120_000
    let found = try stage.reach(points, towards: direction == .towards, within: limit, &memory)
    let ends = stage.terminals(of: points, leaving: direction == .from).map(\.terminal)
    var dijkstra = Dijkstra(nodeCount: network.graph.nodeCount)
    var arcs: [UInt32] = []
    var count = 0
    for state in stride(from: 0, to: UInt32(network.graph.nodeCount), by: 3) {
      let here = [Terminal(node: state)]
      let (from, to) = direction == .from ? (ends, here) : (here, ends)
      let cost = dijkstra.shortestPath(
        in: network.graph, weights: metric.weights, from: from, to: to, arcs: &arcs)?.cost
      let expected = cost.map { $0 <= limit ? $0 : unreachable } ?? unreachable
      #expect(found[Int(state)] == expected)
      if expected < unreachable { count += 1 }
    }
    #expect(count > 20)
  }

  @Test(arguments: [
    ("Cardiology Ward 8A", Leg.Mode.walk, 120.0), ("Willow Bank Apartments", .walk, 240),
    ("Willow Bank Apartments", .car, 60), ("急诊入口", .car, 90),
  ])
  func `the contour holds what is reached and nothing far from it`(
    name: String, mode: Leg.Mode, seconds: Double
  ) throws {
    let planner = Planner(try CarJourneyTests.compiled.get().atlas)
    for direction in [IsochroneRequest.Direction.towards, .from] {
      let request = IsochroneRequest(
        direction, .name(name), within: [.seconds(seconds * 2), .seconds(seconds)], by: mode, cellSize: 12)
      let isochrone = try planner.isochrone(request)
      let again = try planner.isochrone(request)
      #expect(again == isochrone)
      #expect(
        isochrone.contours.map(\.limit) == [.seconds(seconds), .seconds(seconds * 2)]
          && isochrone.cellSize == 12)
      #expect(isochrone.contours[0].nodeCount < isochrone.contours[1].nodeCount)
      #expect(isochrone.contours[0].metres < isochrone.contours[1].metres)
      var workspace = Workspace()
      let networks = try IsochroneFinder(snapshot: planner.snapshot, request: request)
        .reachedNetworks(within: UInt32(seconds * 2000), &workspace)
      for contour in isochrone.contours {
        #expect(contour.polygons.allSatisfy(isSound))
        var lines: [(Coordinate, Coordinate)] = []
        var (inside, outside) = (0, 0)
        for network in networks {
          try network.forEachPart(within: UInt32(contour.limit.wholeMilliseconds)) { edge, part in
            let line = network.line(of: edge, part)
            lines += zip(line, line.dropFirst())
            for place in line where !contains(contour, place) { Issue.record("\(place) is outside") }
            inside += 1
          }
        }
        for edge in stride(from: 0, to: networks[0].weights.count / 2, by: 7) {
          let place = networks[0].points(edge)[0]
          let frame = LocalFrame(origin: place)
          let nearest = lines.map { Segment($0, $1).nearest(toOriginOf: frame).metres }.min() ?? .infinity
          guard nearest > 2.5 * 12 else { continue }
          outside += 1
          if contains(contour, place) { Issue.record("\(place) is inside, \(nearest) m off") }
        }
        #expect(inside > 3 && outside > 3)
      }
    }
  }

  @Test func `a block that is walked around is a hole`() throws {
    // A square of 400 m.
    let corners = [(0, 0), (400, 0), (400, 400), (0, 400), (0, 0)].map { (Double($0.0), Double($0.1)) }
    for longitude in [8.7, 179.9985, -179.9985] {
      let frame = LocalFrame(origin: Coordinate(latitude: 30, longitude: longitude)!)
      // Towards the antimeridian where that is near.
      let side = longitude < 0 ? -1.0 : 1
      let line = corners.map { frame.coordinate(LocalFrame.Point(x: $0.0 * side, y: $0.1)) }
      let contour = try contour(along: line, cell: 20)
      #expect(contour.polygons.allSatisfy(isSound))
      let isCut = abs(longitude) > 179
      #expect(contour.polygons.count == (isCut ? 2 : 1))
      if !isCut { #expect(contour.polygons[0].holes.count == 1) }
      #expect(line.allSatisfy { contains(contour, $0) })
      #expect(!contains(contour, frame.coordinate(LocalFrame.Point(x: 200 * side, y: 200))))
      #expect(abs(contour.metres - 1600) < 2 && contour.placeCount == 1)
    }
  }

  @Test(arguments: [90.0, 89.99999, 89.9, -90, -89.9999, 0])
  func `poles and the antimeridian trap nothing`(latitude: Double) throws {
    for longitude in [180.0, -180, 0, 179.99999, -179.99999] {
      let center = Coordinate(latitude: latitude, longitude: longitude)!
      let frame = LocalFrame(origin: center)
      let line = [(-90.0, -80.0), (70, 60), (300, 0)].map {
        frame.coordinate(LocalFrame.Point(x: $0.0, y: $0.1))
      }
      let contour = try contour(along: [center] + line, cell: 20)
      #expect(!contour.polygons.isEmpty)
      for ring in contour.polygons.flatMap({ [$0.outer] + $0.holes }) {
        #expect(ring.count > 3 && ring.first == ring.last)
      }
    }
  }

  @Test func `what makes no sense is refused by name`() throws {
    let planner = Planner(try Riverside.atlas())
    func refusal(_ limits: [Duration], cell: Double? = nil) -> String? {
      let request = IsochroneRequest(.towards, .name("Pharmacy"), within: limits, cellSize: cell)
      do throws(PlanningError) { _ = try planner.isochrone(request) } catch {
        return error.code == .invalidRequest ? error.message : "\(error.code)"
      }
      return nil
    }
    #expect(refusal([.seconds(60)]) == nil)
    for limit in [.zero, .seconds(-1), .seconds(1e15), .seconds(86_401)] as [Duration] {
      #expect(refusal([.seconds(60), limit])?.contains("the limit \(limit) is") == true)
    }
    #expect(refusal([])?.contains("at least one limit") == true)
    #expect(refusal(Array(repeating: .seconds(1), count: 25))?.contains("25") == true)
    for cell in [0, -5, .nan, .infinity, 1e9] as [Double] {
      #expect(refusal([.seconds(60)], cell: cell)?.contains("cell size \(cell) m") == true)
    }
    let line = [Coordinate(latitude: 30, longitude: 8)!, Coordinate(latitude: 31, longitude: 9)!]
    #expect(throws: PlanningError.self) { try contour(along: line, cell: 1) }
  }

  // MARK: Checking

  /// The contour of one line that is reached in whole.
  private func contour(along line: [Coordinate], cell: Double) throws -> Isochrone.Contour {
    let metres = zip(line, line.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
    let network = ReachedNetwork(
      isTowards: true, nearCosts: [0, unreachable], weights: [1000, unreachable], seeds: [],
      nodeCosts: [0, 1000], points: { _ in line }, metres: { _ in metres })
    let map = try ContourMap(
      [network], around: line[0], places: [line[0]], within: 1000, cell: cell, usual: 25)
    return try map.contour(within: 1000)
  }

  /// Whether rings are closed and turn the right way, and none spans the antimeridian.
  private func isSound(_ polygon: Isochrone.Polygon) -> Bool {
    func area(_ ring: [Coordinate]) -> Double {
      zip(ring, ring.dropFirst()).reduce(0) { sum, side in
        let (x1, y1) = (side.0.longitude - ring[0].longitude, side.0.latitude - ring[0].latitude)
        let (x2, y2) = (side.1.longitude - ring[0].longitude, side.1.latitude - ring[0].latitude)
        return sum + x1 * y2 - x2 * y1
      }
    }
    let rings = [polygon.outer] + polygon.holes
    let isClosed = rings.allSatisfy { $0.count > 3 && $0.first == $0.last }
    let isShort = rings.allSatisfy { ring in
      zip(ring, ring.dropFirst()).allSatisfy { abs($0.longitude - $1.longitude) < 180 }
    }
    return isClosed && isShort && area(polygon.outer) > 0 && polygon.holes.allSatisfy { area($0) < 0 }
  }

  private func contains(_ contour: Isochrone.Contour, _ place: Coordinate) -> Bool {
    contour.polygons.contains { polygon in
      contains(polygon.outer, place) && !polygon.holes.contains { contains($0, place) }
    }
  }

  private func contains(_ ring: [Coordinate], _ place: Coordinate) -> Bool {
    let (x, y) = (place.longitude, place.latitude)
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.latitude > y) != (b.latitude > y) {
      let crossing =
        a.longitude + (y - a.latitude) / (b.latitude - a.latitude) * (b.longitude - a.longitude)
      if x < crossing { isInside.toggle() }
    }
    return isInside
  }
}
