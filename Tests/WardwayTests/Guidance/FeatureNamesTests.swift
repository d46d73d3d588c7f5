import Foundation
import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// Names in the reader's language belong to the feature that has them.
@Suite struct FeatureNamesTests {
  private static func atlas(in folder: TemporaryFolder) throws -> Atlas {
    func node(_ number: Int, _ tags: [String: String] = [:]) -> String {
      let lines = tags.sorted { $0.key < $1.key }.map { "<tag k=\"\($0.key)\" v=\"\($0.value)\"/>" }.joined()
      return "<node id=\"\(number)\" lat=\"30\" lon=\"\(114 + Double(number) * 0.001)\">\(lines)</node>"
    }
    func way(_ number: Int, _ nodes: [Int], _ tags: [String: String]) -> String {
      let lines = tags.sorted { $0.key < $1.key }.map { "<tag k=\"\($0.key)\" v=\"\($0.value)\"/>" }.joined()
      return "<way id=\"\(number)\">\(nodes.map { "<nd ref=\"\($0)\"/>" }.joined())\(lines)</way>"
    }
    let map = [
      node(1), node(2, ["entrance": "yes", "name": "出口A", "name:en": "Escalator Up"]),
      node(3, ["entrance": "yes", "name": "出口A"]), node(4, ["amenity": "clinic", "name": "Clinic"]),
      way(1, [1, 2], ["highway": "corridor", "name": "长廊", "name:en": "Long Hall"]),
      way(2, [2, 3], ["highway": "footway"]), way(3, [3, 4], ["highway": "corridor", "name": "长廊"]),
    ]
    let path = "\(folder.path)/map.osm"
    try Data("<osm version=\"0.6\">\(map.joined())</osm>".utf8).write(to: URL(filePath: path))
    _ = try MapCompiler(profiles: [.walker]).compile([path], to: "\(folder.path)/atlas")
    return try Atlas(opening: "\(folder.path)/atlas")
  }

  @Test func `neither a place nor a way takes the name of another one that is called the same`() throws {
    let folder = TemporaryFolder()
    let atlas = try Self.atlas(in: folder)
    let planner = Planner(atlas)
    func texts(_ from: String, _ to: String, _ language: Language) throws -> String {
      try planner.plan(JourneyRequest(from: .name(from), to: .name(to))).steps(in: language).map(\.text)
        .joined(separator: "|")
    }
    let first = try texts("node/1", "node/2", .english)
    #expect(
      first.contains("Long Hall") && first.contains("at Escalator Up") && !first.contains("出口A"), "\(first)")
    let other = try texts("node/4", "node/3", .english)
    #expect(other.contains("长廊") && other.contains("at 出口A") && !other.contains("Escalator Up"), "\(other)")
    let through = try texts("node/1", "node/4", .english)
    #expect(through.contains("Long Hall") && through.contains("长廊") && through.contains("出口A"), "\(through)")
    #expect(try texts("node/1", "node/2", .simplifiedChinese).contains("出口A"))
    let places = try atlas.places(named: "出口A").places
    #expect(places.map { $0.name(in: .english) } == ["Escalator Up", "出口A"])
    #expect(try atlas.elements(named: "Long Hall") == [FeatureID(.way, 1)])
  }
}
