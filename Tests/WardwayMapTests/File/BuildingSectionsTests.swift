import Geodesy
import Testing

@testable import WardwayMap

/// The outlines of buildings in a network's file: there if the map has any, and never trusted.
@Suite struct BuildingSectionsTests {
  private static let buildings = BuildingColumns([
    (
      BuildingRecord(Source(.way, 7), lowest: .ground, highest: Level(2)!),
      [square(0, 0, 100), square(20, 20, 40)], "Main Building"
    ),
    (BuildingRecord(Source(.relation, 8)), [square(500, 0, 50)], ""),
    (BuildingRecord(Source(.way, 9)), [square(900, 0, 50)], "East\nWing"),
  ])

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

  private func opened(_ draft: DraftFile) throws -> Network {
    let folder = TemporaryFolder()
    folder.write(draft.bytes, as: "file")
    return try NetworkFile(path: "\(folder.path)/file").network
  }

  @Test func `what is written is read`() throws {
    let buildings = try opened(draft()).buildings
    #expect(buildings.count == 3 && buildings.names == ["Main Building", "", "East Wing"])
    #expect(buildings.rings(of: 0) == Self.buildings.rings(of: 0) && buildings.rings(of: 0).count == 2)
    #expect(Array(buildings.records) == Array(Self.buildings.records))
  }

  @Test func `a file without them is one of a map without buildings`() throws {
    var draft = draft()
    for section in ["building", "building.ring", "building.corner", "building.point", "building.name"] {
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
      { $0.remove("building.name") },
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
