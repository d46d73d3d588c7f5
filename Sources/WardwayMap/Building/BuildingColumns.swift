import Columns
import Geodesy

/// The buildings: what a picture shows around the ways inside, and where people go in who look for a place in one.
///
/// The streets' file has those with a name, with ways inside or with an entrance, a venue's all on its campus.
package struct BuildingColumns: Sendable {
  /// The buildings.
  package let records: Column<BuildingRecord>
  /// For each building its first ring, and the number of rings at the end.
  package let ringStart: Column<UInt32>
  /// For each ring its first corner, and the number of corners at the end.
  package let cornerStart: Column<UInt32>
  /// The corners of all rings; a place is in a building that is inside an odd number of its rings.
  package let corners: Column<Coordinate>
  /// The names as text, a line each in the order of the buildings; empty where one has none.
  package let nameText: Column<UInt8>
  /// For each building its first entrance, and the number of entrances at the end.
  package let entranceStart: Column<UInt32>
  /// The entrances of all buildings.
  package let entrances: Column<EntranceRecord>
  /// The boxes around the buildings.
  package let tree: PackedRTree

  /// A building on its way into the columns.
  package struct Item: Sendable {
    /// The building.
    package var record: BuildingRecord
    /// Its rings; the last corner of a ring isn't the first one again.
    package var rings: [[Coordinate]]
    /// Its name, or "".
    package var name: String
    /// Where people go in.
    package var entrances: [EntranceRecord]

    /// Makes a building.
    package init(
      _ record: BuildingRecord, rings: [[Coordinate]], name: String = "", entrances: [EntranceRecord] = []
    ) {
      self.record = record
      self.rings = rings
      self.name = name
      self.entrances = entrances
    }
  }

  /// No buildings.
  package static let none = BuildingColumns([])

  /// Makes columns of buildings.
  package init(_ buildings: [Item]) {
    var ringStart: [UInt32] = [0]
    var cornerStart: [UInt32] = [0]
    var corners: [Coordinate] = []
    var entranceStart: [UInt32] = [0]
    for building in buildings {
      entranceStart.append(entranceStart.last! + UInt32(building.entrances.count))
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
    self.entranceStart = Column(entranceStart)
    entrances = Column(buildings.flatMap(\.entrances))
    tree = PackedRTree(buildings.map { BoundingBox($0.rings.flatMap(\.self)) })
  }

  /// Takes over columns out of a file; nil where an offset, a level, a corner or an entrance is none.
  ///
  /// - Complexity: O(corners).
  init?(
    records: Column<BuildingRecord>, ringStart: Column<UInt32>, cornerStart: Column<UInt32>,
    corners: Column<Coordinate>, nameText: Column<UInt8>, entranceStart: Column<UInt32>,
    entrances: Column<EntranceRecord>, tree: PackedRTree
  ) {
    func isSound(_ starts: Column<UInt32>, over count: Int, into end: Int, atLeast size: UInt32) -> Bool {
      starts.count == count + 1 && starts[0] == 0 && Int(starts[count]) == end
        && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 && $1 - $0 >= size }
    }
    guard cornerStart.count > 0,
      isSound(ringStart, over: records.count, into: cornerStart.count - 1, atLeast: 1),
      isSound(cornerStart, over: cornerStart.count - 1, into: corners.count, atLeast: 3),
      isSound(entranceStart, over: records.count, into: entrances.count, atLeast: 0),
      entrances.allSatisfy(\.isSound),
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
    self.entranceStart = entranceStart
    self.entrances = entrances
    self.tree = tree
  }

  /// The number of buildings.
  package var count: Int { records.count }

  /// Returns the names of all buildings, "" where one has none.
  ///
  /// - Complexity: O(bytes).
  package var names: [String] {
    let lines = String(decoding: nameText, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).prefix(count).map(String.init)
    return lines + Array(repeating: "", count: count - lines.count)
  }

  /// Returns the rings of a building; the last corner of a ring isn't the first one again.
  package func rings(of building: Int) -> [[Coordinate]] {
    (ringStart.range(building)).map { ring in
      Array(corners[cornerStart.range(ring)])
    }
  }

  /// Returns the entrances of a building.
  package func entrances(of building: Int) -> [EntranceRecord] {
    Array(entrances[entranceStart.range(building)])
  }

  /// Returns the buildings around a place, the smallest box first.
  ///
  /// - Complexity: O(log *n* + corners of the buildings around) typical.
  package func around(_ place: Coordinate) -> [Int] {
    var found: [(size: Double, building: Int)] = []
    tree.search(in: BoundingBox(place)) { item in
      let outline = Outline(rings: rings(of: Int(item)))
      guard outline.contains(place) else { return }
      let box = outline.box
      let (height, width) = (
        Double(box.maxLatitudeE7) - Double(box.minLatitudeE7),
        Double(box.maxLongitudeE7) - Double(box.minLongitudeE7)
      )
      found.append((height * width, Int(item)))
    }
    return found.sorted { ($0.size, $0.building) < ($1.size, $1.building) }.map(\.building)
  }
}
