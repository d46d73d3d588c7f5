import Geodesy
import TestSupport
import Testing

@testable import WardwayMap

/// The outlines of buildings in a network's file: there if the map has any, and never trusted.
@Suite struct BuildingSectionsTests {
  private static let buildings = BuildingColumns([
    .init(
      BuildingRecord(FeatureID(.way, 7), lowest: .ground, highest: Level(2)!),
      rings: [square(0, 0, 100), square(20, 20, 40)], name: "Main Building",
      entrances: [door(11, at: (0, 50), isMain: true), door(12, at: (100, 50), level: .ground)]),
    .init(BuildingRecord(FeatureID(.relation, 8)), rings: [square(500, 0, 50)]),
    .init(
      BuildingRecord(FeatureID(.way, 9)), rings: [square(900, 0, 50)], name: "East\nWing",
      entrances: [door(13, at: (900, 25))]),
  ])

  private static func door(
    _ id: Int64, at place: (x: Int32, y: Int32), level: Level? = nil, isMain: Bool = false
  ) -> EntranceRecord {
    var edge = EdgeRecord(.door, source: FeatureID(.node, id), tail: 0, head: 0, length: 0)
    edge.stepCount = 2
    return EntranceRecord(
      edge, at: Coordinate(latitudeE7: place.y, longitudeE7: place.x), level: level, isMain: isMain)
  }

  private static func square(_ x: Int32, _ y: Int32, _ size: Int32) -> [Coordinate] {
    [(0, 0), (size, 0), (size, size), (0, size)].map { dx, dy in
      Coordinate(latitudeE7: y + dy, longitudeE7: x + dx)
    }
  }

  private func draft() -> DraftFile {
    var network = SmallNetwork.network
    network.buildings = Self.buildings
    return DraftFile(NetworkFile.bytes(network, metrics: [], attribution: ""))
  }

  private func opened(_ draft: DraftFile) throws -> WalkNetwork {
    let folder = TemporaryFolder()
    folder.write(draft.bytes, as: "file")
    return try NetworkFile(path: "\(folder.path)/file").network
  }

  @Test func `what is written is read`() throws {
    let buildings = try opened(draft()).buildings
    #expect(buildings.count == 3 && buildings.names == ["Main Building", "", "East Wing"])
    #expect(buildings.rings(of: 0) == Self.buildings.rings(of: 0) && buildings.rings(of: 0).count == 2)
    #expect(Array(buildings.records) == Array(Self.buildings.records))
    #expect(buildings.entrances(of: 0).map(\.edge.source) == [FeatureID(.node, 11), FeatureID(.node, 12)])
    #expect(buildings.entrances(of: 0).map(\.isMain) == [true, false] && buildings.entrances(of: 1).isEmpty)
    #expect(buildings.entrances(of: 0).map(\.level) == [nil, .ground])
    #expect(buildings.entrances(of: 2)[0].edge.stepCount == 2)
  }

  @Test func `the smallest building around a place comes first, and a hole is outside`() {
    let nested = BuildingColumns([
      .init(BuildingRecord(FeatureID(.way, 1)), rings: [Self.square(0, 0, 100), Self.square(60, 60, 20)]),
      .init(BuildingRecord(FeatureID(.way, 2)), rings: [Self.square(10, 10, 30)]),
    ])
    func around(_ x: Int32, _ y: Int32) -> [Int] {
      nested.around(Coordinate(latitudeE7: y, longitudeE7: x))
    }
    #expect(around(20, 20) == [1, 0] && around(50, 50) == [0])
    #expect(around(70, 70).isEmpty && around(200, 20).isEmpty)
  }

  @Test func `a file without them is one of a map without buildings`() throws {
    var draft = draft()
    for section in [
      "building", "building.ring", "building.corner", "building.point", "building.name", "building.entrance",
      "entrance", "building.box", "building.item",
    ] {
      draft.remove(section)
    }
    #expect(try opened(draft).buildings.count == 0)
    #expect(!DraftFile(SmallNetwork.bytes([])).sections.contains { $0.name == Array("building".utf8) })
  }

  @Test func `what would lead astray is refused`() {
    let damages: [(inout DraftFile) -> Void] = [
      { $0.edit("building.ring") { $0[1] = 9 } }, { $0.edit("building.ring") { $0.removeLast() } },
      { $0.edit("building.ring") { $0 = [] } }, { $0.edit("building.corner") { $0[1] = 90 } },
      { $0.edit("building.corner") { $0 = [] } }, { $0.edit("building.corner") { $0[3] = 10 } },
      {
        $0.edit("building.point", of: Coordinate.self) {
          $0[0] = Coordinate(latitudeE7: 900_000_001, longitudeE7: 0)
        }
      },
      {
        $0.edit("building", of: BuildingRecord.self) {
          $0[0].highest = unsafeBitCast(Int16.max, to: Level.self)
        }
      },
      { $0.edit("building", of: BuildingRecord.self) { $0.removeLast() } },
      { $0.remove("building.name") }, { $0.edit("building.entrance") { $0[1] = 9 } },
      { $0.edit("building.entrance") { $0.removeLast() } }, { $0.edit("building.item") { $0[0] = 7 } },
      {
        $0.edit("entrance", of: EntranceRecord.self) {
          $0[0].coordinate = Coordinate(latitudeE7: 900_000_001, longitudeE7: 0)
        }
      }, { $0.edit("entrance", of: EntranceRecord.self) { $0[0].edge.name = 4_000_000 } },
    ]
    for damage in damages {
      var draft = draft()
      damage(&draft)
      #expect(throws: AtlasError.self) { try opened(draft) }
    }
  }

  @Test func `names that are missing are none`() throws {
    var draft = draft()
    draft.edit("building.name", of: UInt8.self) { $0 = Array("Only".utf8) }
    #expect(try opened(draft).buildings.names == ["Only", "", ""])
  }
}
