import Foundation
import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// A hospital's file whose numbers are other things in the streets: it is joined to them by place.
@Suite struct ReusedIDTests {
  /// A map file of nodes (metres east and north) and ways.
  private func write(_ nodes: [(Int, Double, Double, String)], _ ways: [(Int, [Int], String)], to url: URL)
    throws
  {
    func tags(_ text: String) -> String {
      text.split(separator: " ").map { tag in
        let parts = tag.split(separator: "=")
        return "<tag k='\(parts[0])' v='\(parts[1].replacing("~", with: " "))'/>"
      }.joined()
    }
    let frame = LocalFrame(origin: Coordinate(latitude: 47, longitude: 8)!)
    var xml = "<osm version='0.6'>"
    for (id, x, y, text) in nodes {
      let place = frame.coordinate(LocalFrame.Point(x: x, y: y))
      xml +=
        "<node id='\(id)' version='1' lat='\(place.latitude)' lon='\(place.longitude)'>\(tags(text))</node>"
    }
    for (id, refs, text) in ways {
      xml +=
        "<way id='\(id)' version='1'>" + refs.map { "<nd ref='\($0)'/>" }.joined() + tags(text) + "</way>"
    }
    try Data((xml + "</osm>").utf8).write(to: url)
  }

  @Test func `the way in is where the door is, not where its number is`() throws {
    let folder = TemporaryFolder()
    let base = URL(filePath: folder.path).deletingLastPathComponent()
    let name = UUID().uuidString
    let (streets, house) = (base.appending(path: "\(name)-s.osm"), base.appending(path: "\(name)-h.osm"))
    defer { for url in [streets, house] { try? FileManager.default.removeItem(at: url) } }
    try write(
      [(1, -60, 0, ""), (2, -0.2, 0, ""), (4, -60, 2, "highway=bus_stop name=Stop")],
      [(1, [1, 2], "highway=footway")], to: streets)
    try write(
      [
        (1, 0, 0, "entrance=main level=0"), (2, 40, 0, "amenity=clinic name=Clinic level=0"),
        (5, -5, -10, ""),
        (6, 50, -10, ""), (7, 50, 10, ""), (8, -5, 10, ""),
      ],
      [(1, [1, 2], "highway=corridor level=0"), (9, [5, 6, 7, 8, 5], "amenity=hospital name=H")], to: house)
    var compiler = MapCompiler(profiles: [.walker])
    compiler.vehicles = []
    _ = try compiler.compile([streets.path(percentEncoded: false)], to: folder.path)
    let report = try compiler.add(venues: [house.path(percentEncoded: false)], to: folder.path)
    #expect(report.files[0].diagnostics.contains { $0.code == .reusedID })
    let planner = Planner(try Atlas(opening: folder.path))
    let journey = try planner.plan(JourneyRequest(from: .name("Stop"), to: .name("Clinic"), profile: .walker))
    let metres = journey.legs.flatMap(\.edges).reduce(0) { $0 + Double($1.length) / 1000 }
    #expect(95...106 ~= metres)
  }
}
