import Foundation
import Geodesy
import TestSupport
import Testing
import WardwayCompiler
import WardwayMap

@testable import WardwayRouting

/// A building of polygons alone: rooms with doors, corridors, an elevator and stairs, no centre lines.
@Suite struct PolygonBuildingTests {
  private static let floors = 4
  private static let rooms = 20

  @Test func `every room with a door reaches every other, wheelchairs by the elevator`() throws {
    let folder = TemporaryFolder()
    let source = "\(folder.path)/building.osm"
    try Self.building().write(toFile: source, atomically: true, encoding: .utf8)
    let report = try MapCompiler().compile([source], to: "\(folder.path)/atlas")
    #expect(report.diagnostics.allSatisfy { $0.severity == .note })
    let atlas = try Atlas(opening: "\(folder.path)/atlas")
    #expect(atlas.streets.areas.count == Self.floors * (Self.rooms + 1))
    let planner = Planner(atlas)
    for profile in [Profile.walker, .wheelchair] {
      for number in stride(from: 0, to: Self.floors * Self.rooms, by: 7) {
        let (from, to) = (Self.middle(number), Self.middle(Self.floors * Self.rooms - 1 - number))
        let request = JourneyRequest(
          from: .coordinate(from.place, level: from.level), to: .coordinate(to.place, level: to.level),
          profile: profile)
        let journey = try #require(try agreed(request, on: atlas, planner))
        #expect(journey.snapFrom == 0 && journey.snapTo == 0)
        let kinds = Set(journey.legs.flatMap(\.edges).map(\.kind))
        #expect(kinds.contains(.door) && kinds.contains(.area))
        if profile == .wheelchair { #expect(kinds.contains(.elevatorRide) == (from.level != to.level)) }
      }
    }
  }

  @Test func `in a room one walks straight, and not at all where the room is closed`() throws {
    let folder = TemporaryFolder()
    let source = "\(folder.path)/building.osm"
    try Self.building().write(toFile: source, atomically: true, encoding: .utf8)
    _ = try MapCompiler().compile([source], to: "\(folder.path)/atlas")
    let atlas = try Atlas(opening: "\(folder.path)/atlas")
    let planner = Planner(atlas)
    let (a, b) = (Self.place(1, 1), Self.place(4, 5))
    let ends = (Place.coordinate(a, level: .ground), Place.coordinate(b, level: .ground))
    let journey = try planner.plan(JourneyRequest(from: ends.0, to: ends.1))
    #expect(abs(journey.distance - distance(a, b)) < 0.01 && journey.legs[0].edges.map(\.kind) == [.area])
    #expect(journey.geometry.map(\.coordinate) == [a, b])
    let table = try planner.table(from: [ends.0], to: [ends.1])
    #expect(abs(table[0][0]!.distance - journey.distance) < 0.01)
    let nearest = try planner.nearest(to: ends.0)
    #expect(nearest[0].distance == 0 && nearest[0].source == journey.legs[0].edges[0].source)
    let closed = JourneyRequest(from: ends.0, to: ends.1, closed: [nearest[0].source])
    #expect((try? planner.plan(closed))?.snapFrom != 0)
  }

  // MARK: Drawing

  private static func place(_ x: Double, _ y: Double) -> Coordinate {
    LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)
      .coordinate(LocalFrame.Point(x: x, y: y))
  }

  /// The middle of a room, counted over all floors.
  private static func middle(_ number: Int) -> (place: Coordinate, level: Level) {
    let (floor, room) = (number / rooms, number % rooms)
    let column = Double(room / 2)
    return (place(column * 5 + 2.5, room % 2 == 0 ? 3 : 12), Level(hundredths: Int16(floor * 100))!)
  }

  /// Ten columns of rooms on both sides of a corridor from y = 6 to y = 9, an elevator at its end, stairs at the
  /// other one.
  private static func building() -> String {
    var (nodes, ways): ([String], [String]) = ([], [])
    var known: [String: Int] = [:]
    func node(_ x: Double, _ y: Double, _ tag: String = "", floor: Int = -1) -> Int {
      let key = "\(x) \(y) \(floor)"
      if let number = known[key] { return number }
      let number = known.count + 1
      known[key] = number
      let at = place(x, y)
      let tags = tag.isEmpty ? "" : "<tag k=\"door\" v=\"\(tag)\"/>"
      nodes.append("<node id=\"\(number)\" lat=\"\(at.latitude)\" lon=\"\(at.longitude)\">\(tags)</node>")
      return number
    }
    func way(_ refs: [Int], _ tags: [String: String]) {
      let lines =
        refs.map { "<nd ref=\"\($0)\"/>" }
        + tags.sorted { $0.key < $1.key }.map {
          "<tag k=\"\($0.key)\" v=\"\($0.value)\"/>"
        }
      ways.append("<way id=\"\(ways.count + 1)\">\(lines.joined())</way>")
    }
    for floor in 0..<floors {
      var (south, north): ([Int], [Int]) = ([], [])
      for column in 0..<rooms / 2 {
        let (left, right) = (Double(column) * 5, Double(column) * 5 + 5)
        for (near, far) in [(6.0, 0.0), (9.0, 15.0)] {
          let (a, door, b) = (
            node(left, near), node(left + 2, near, "yes", floor: floor), node(right, near)
          )
          way([a, door, b, node(right, far), node(left, far), a], ["indoor": "room", "level": "\(floor)"])
          if near == 6 { south += [a, door] } else { north += [a, door] }
        }
      }
      south.append(node(50, 6))
      north.append(node(50, 9))
      let elevator = node(50, 7.5, "yes")
      let stairs = node(0, 7.5, "yes")
      way(
        south + [elevator] + north.reversed() + [stairs, south[0]],
        ["indoor": "corridor", "level": "\(floor)"])
    }
    let all = "0-\(floors - 1)"
    let posted = (1...floors).map { "\($0)F" }.joined(separator: ";")
    way(
      [node(50, 6), node(52, 6), node(52, 9), node(50, 9), node(50, 7.5, "yes"), node(50, 6)],
      ["indoor": "room", "room": "elevator", "highway": "elevator", "level": all, "level:ref": posted])
    way(
      [node(0, 6), node(-4, 6), node(-4, 9), node(0, 9), node(0, 7.5, "yes"), node(0, 6)],
      ["indoor": "room", "room": "stairs", "stairs": "yes", "level": all])
    return "<osm version=\"0.6\">" + (nodes + ways).joined(separator: "\n") + "</osm>"
  }
}
