import Columns
import Geodesy

/// The outlines of buildings: what a picture shows around the ways inside.
///
/// No search looks at them. The streets' file has those with a name and those with ways inside, a venue's all on its campus.
public struct BuildingColumns: Sendable {
  /// The buildings.
  public let records: Column<BuildingRecord>
  /// For each building its first ring, and the number of rings at the end.
  public let ringStart: Column<UInt32>
  /// For each ring its first corner, and the number of corners at the end.
  public let cornerStart: Column<UInt32>
  /// The corners of all rings; a place is in a building that is inside an odd number of its rings.
  public let corners: Column<Coordinate>
  /// The names as text, a line each in the order of the buildings; empty where one has none.
  public let nameText: Column<UInt8>

  /// No buildings.
  public static let none = BuildingColumns([])

  /// Makes columns of buildings, each with its rings and its name.
  public init(_ buildings: [(record: BuildingRecord, rings: [[Coordinate]], name: String)]) {
    var ringStart: [UInt32] = [0]
    var cornerStart: [UInt32] = [0]
    var corners: [Coordinate] = []
    for building in buildings {
      for ring in building.rings {
        corners += ring
        cornerStart.append(UInt32(corners.count))
      }
      ringStart.append(UInt32(cornerStart.count - 1))
    }
    records = Column(buildings.map(\.record))
    self.ringStart = Column(ringStart)
    self.cornerStart = Column(cornerStart)
    self.corners = Column(corners)
    let names = buildings.map { $0.name.replacing("\n", with: " ") }
    nameText = Column(Array(names.joined(separator: "\n").utf8))
  }

  /// Takes over columns out of a file; nil where an offset, a level or a corner is none.
  ///
  /// - Complexity: O(corners).
  init?(
    records: Column<BuildingRecord>, ringStart: Column<UInt32>, cornerStart: Column<UInt32>,
    corners: Column<Coordinate>, nameText: Column<UInt8>
  ) {
    func isSound(_ starts: Column<UInt32>, over count: Int, into end: Int, atLeast size: UInt32) -> Bool {
      starts.count == count + 1 && starts[0] == 0 && Int(starts[count]) == end
        && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 && $1 - $0 >= size }
    }
    guard cornerStart.count > 0,
      isSound(ringStart, over: records.count, into: cornerStart.count - 1, atLeast: 1),
      isSound(cornerStart, over: cornerStart.count - 1, into: corners.count, atLeast: 3),
      corners.allSatisfy(\.isValid),
      records.allSatisfy({
        Level(hundredths: $0.lowest.hundredths) != nil && Level(hundredths: $0.highest.hundredths) != nil
      })
    else { return nil }
    self.records = records
    self.ringStart = ringStart
    self.cornerStart = cornerStart
    self.corners = corners
    self.nameText = nameText
  }

  /// The number of buildings.
  public var count: Int { records.count }

  /// Returns the names of all buildings, "" where one has none.
  ///
  /// - Complexity: O(bytes).
  public var names: [String] {
    let lines = String(decoding: nameText, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).prefix(count).map(String.init)
    return lines + Array(repeating: "", count: count - lines.count)
  }

  /// Returns the rings of a building; the last corner of a ring isn't the first one again.
  public func rings(of building: Int) -> [[Coordinate]] {
    (Int(ringStart[building])..<Int(ringStart[building + 1])).map { ring in
      Array(corners[Int(cornerStart[ring])..<Int(cornerStart[ring + 1])])
    }
  }
}
