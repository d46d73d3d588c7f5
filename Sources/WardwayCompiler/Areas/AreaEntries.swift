import Geodesy

/// Puts entries into the rings of polygons, so that each is a corner of one or lies in the open.
struct AreaEntries {
  /// An entry of a polygon.
  struct Entry {
    /// Its number among all entries.
    var number: Int
    /// Where one comes in; a little off the entry's own place where that isn't quite on the wall.
    var place: Coordinate
  }

  /// How far from a polygon an entry may lie, in metres.
  private static let reach = 0.5
  /// What counts as on the wall, in metres: rounding.
  private static let rounding = 0.03

  private(set) var polygons: [PolygonRings]
  /// For each polygon its entries.
  private(set) var entries: [[Entry]]
  /// Entries that are too far from all polygons.
  private(set) var cutOff: [Int] = []

  /// Places all entries.
  ///
  /// - Complexity: O(entries × corners).
  init(_ polygons: [PolygonRings], entries places: [Coordinate]) {
    self.polygons = polygons
    entries = polygons.map { _ in [] }
    var corners: [Coordinate: [Int]] = [:]
    for (number, polygon) in polygons.enumerated() {
      for corner in polygon.joined() where corners[corner]?.last != number {
        corners[corner, default: []].append(number)
      }
    }
    let spaces = polygons.map { FreeSpace(rings: $0) }
    for (number, place) in places.enumerated() {
      if let polygons = corners[place] {
        for polygon in polygons { entries[polygon].append(Entry(number: number, place: place)) }
        continue
      }
      let home = spaces.firstIndex { $0?.contains(place) ?? false }
      guard let wall = nearestWall(to: place), wall.metres <= (home == nil ? Self.reach : Self.rounding)
      else {
        if let home {
          entries[home].append(Entry(number: number, place: place))
        } else {
          cutOff.append(number)
        }
        continue
      }
      let foot = wall.metres <= Self.rounding ? place : wall.foot
      entries[wall.polygon].append(Entry(number: number, place: foot))
      if !self.polygons[wall.polygon][wall.ring].contains(foot) {
        self.polygons[wall.polygon][wall.ring].insert(foot, at: wall.corner + 1)
      }
    }
  }

  private func nearestWall(
    to place: Coordinate
  ) -> (polygon: Int, ring: Int, corner: Int, foot: Coordinate, metres: Double)? {
    let frame = LocalFrame(origin: place)
    var best: (polygon: Int, ring: Int, corner: Int, foot: Coordinate, metres: Double)?
    for (number, polygon) in polygons.enumerated() {
      for (index, ring) in polygon.enumerated() {
        for corner in ring.indices {
          let wall = Segment(ring[corner], ring[(corner + 1) % ring.count])
          let found = wall.nearest(toOriginOf: frame)
          if found.metres < best?.metres ?? .infinity {
            best = (number, index, corner, wall.coordinate(at: found.fraction), found.metres)
          }
        }
      }
    }
    return best
  }
}
