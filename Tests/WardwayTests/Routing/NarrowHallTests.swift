import Foundation
import Geodesy
import TestSupport
import Testing
import WardwayCompiler
import WardwayMap

@testable import WardwayRouting

/// A hall that is divided by partitions with gaps of several widths between them.
@Suite struct NarrowHallTests {
  private static let frame = LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)

  private static func place(_ x: Double, _ y: Double) -> Place {
    .coordinate(frame.coordinate(LocalFrame.Point(x: x, y: y)), level: .ground)
  }

  /// An atlas of a hall of 20 by 10 metres with partitions in the middle, each from one height to another.
  private static func atlas(_ partitions: [ClosedRange<Double>]) throws -> Atlas {
    var (nodes, ways) = ("", "")
    var count = 0
    func ring(_ corners: [(Double, Double)], _ tags: String) {
      var refs: [Int] = []
      for (x, y) in corners {
        count += 1
        refs.append(count)
        let place = frame.coordinate(LocalFrame.Point(x: x, y: y))
        let isDoor = x == 0 && y == 5
        nodes +=
          "<node id=\"\(count)\" lat=\"\(place.latitude)\" lon=\"\(place.longitude)\">"
          + (isDoor ? "<tag k=\"door\" v=\"yes\"/>" : "") + "</node>"
      }
      ways +=
        "<way id=\"\(refs[0])\">" + (refs + [refs[0]]).map { "<nd ref=\"\($0)\"/>" }.joined()
        + "<tag k=\"indoor\" v=\"\(tags)\"/><tag k=\"level\" v=\"0\"/></way>"
    }
    ring([(0, 0), (20, 0), (20, 10), (0, 10), (0, 5)], "area")
    for partition in partitions {
      let (low, high) = (partition.lowerBound, partition.upperBound)
      ring([(9.9, low), (10.1, low), (10.1, high), (9.9, high)], "column")
    }
    let folder = TemporaryFolder()
    let source = "\(folder.path)/hall.osm"
    try "<osm version=\"0.6\">\(nodes)\(ways)</osm>".write(toFile: source, atomically: true, encoding: .utf8)
    _ = try MapCompiler(profiles: [.walker, .wheelchair, .bed]).compile([source], to: "\(folder.path)/atlas")
    return try Atlas(opening: "\(folder.path)/atlas")
  }

  /// The height at which a journey passes the partitions.
  private static func height(_ journey: Journey) -> Double {
    let points = journey.geometry.map { frame.point($0.coordinate) }
    for (a, b) in zip(points, points.dropFirst()) where (a.x - 10) * (b.x - 10) <= 0 && a.x != b.x {
      return a.y + (b.y - a.y) * (10 - a.x) / (b.x - a.x)
    }
    return .nan
  }

  @Test func `everybody passes where they fit through`() throws {
    // Gaps of 90 cm, 50 cm and 1.4 m, from below.
    let atlas = try Self.atlas([0...1.5, 2.4...4.75, 5.25...8.6])
    let planner = Planner(atlas)
    for (from, to) in [(Self.place(1, 5), Self.place(19, 5)), (Self.place(9, 5), Self.place(11, 5))] {
      for (profile, gap) in [
        (Profile.walker, 4.75...5.25), (.wheelchair, 1.5...2.4), (.bed, 8.6...10),
      ] {
        for (start, end) in [(from, to), (to, from)] {
          let request = JourneyRequest(from: start, to: end, profile: profile)
          let journey = try #require(try agreed(request, on: atlas, planner))
          #expect(gap.contains(Self.height(journey)), "\(profile.name): \(Self.height(journey))")
          #expect(
            journey.legs.flatMap(\.edges).allSatisfy {
              $0.width == 0 || Double($0.width) / 100 >= profile.minimumWidth
            })
        }
      }
    }
  }

  @Test func `who fits through nowhere is told so`() throws {
    let atlas = try Self.atlas([0...1.5, 2.4...4.75, 5.25...10])
    let planner = Planner(atlas)
    let request = JourneyRequest(from: Self.place(1, 5), to: Self.place(19, 5), profile: .bed)
    let error = #expect(throws: PlanningError.self) { try planner.plan(request) }
    #expect(error?.code == .noStepFreeRoute)
    #expect(error?.message.contains("a door or gap that is too narrow") == true)
    // On one side of the partitions all is as before.
    let here = JourneyRequest(from: Self.place(1, 5), to: Self.place(8, 8), profile: .bed)
    #expect(try planner.plan(here).distance < 8)
  }
}
