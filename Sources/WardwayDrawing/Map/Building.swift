import Geodesy
import WardwayMap

/// A building with its walls.
struct Building {
  var source: FeatureID
  var name: String
  /// Its levels, as far as the map says them.
  var levels: ClosedRange<Level>
  /// Each ends where it begins.
  var rings: [[Coordinate]]
  var outline: Outline

  var box: BoundingBox { outline.box }

  /// All buildings of some networks; what an earlier one has, a later one leaves out.
  ///
  /// - Complexity: O(corners).
  static func all(in networks: [WalkNetwork]) -> [Building] {
    var found: [Building] = []
    var known: Set<FeatureID> = []
    for network in networks {
      let buildings = network.buildings
      let names = buildings.names
      for index in 0..<buildings.count {
        let record = buildings.records[index]
        guard record.source == .none || known.insert(record.source).inserted else { continue }
        let rings = buildings.rings(of: index)
        found.append(
          Building(
            source: record.source, name: names[index],
            levels: record.lowest...max(record.lowest, record.highest), rings: rings.map { $0 + [$0[0]] },
            outline: Outline(rings: rings)))
      }
    }
    return found
  }
}

extension BoundingBox {
  /// What two boxes that meet have in common.
  func common(with other: BoundingBox) -> BoundingBox {
    BoundingBox(
      minLatitudeE7: max(minLatitudeE7, other.minLatitudeE7),
      minLongitudeE7: max(minLongitudeE7, other.minLongitudeE7),
      maxLatitudeE7: min(maxLatitudeE7, other.maxLatitudeE7),
      maxLongitudeE7: min(maxLongitudeE7, other.maxLongitudeE7))
  }
}

/// The names of the buildings that a floor of a journey is in.
enum BuildingNames {
  /// The buildings that most of the line on a level is in, in the order of travel.
  ///
  /// A building that is only touched, as by a door on its wall, isn't one of them.
  static func along(_ parts: [Route.Part], on level: Level, among buildings: [Building]) -> [String] {
    var lengths: [String: Double] = [:]
    var order: [String] = []
    var total = 0.0
    for part in parts where part.edge.fromLevel == level && part.edge.toLevel == level {
      for (a, b) in zip(part.points, part.points.dropFirst()) {
        let segment = Segment(a, b)
        total += segment.length
        guard let name = name(at: segment.coordinate(at: 0.5), on: level, among: buildings) else { continue }
        if lengths[name] == nil { order.append(name) }
        lengths[name, default: 0] += segment.length
      }
    }
    return order.filter { (lengths[$0] ?? 0) >= min(5, 0.2 * total) }
  }

  /// The name of the building around a place: the smallest that has one.
  static func name(at place: Coordinate, on level: Level, among buildings: [Building]) -> String? {
    buildings.filter { !$0.name.isEmpty && $0.levels.contains(level) && $0.outline.contains(place) }
      .min { area($0.box) < area($1.box) }?.name
      // A basement is wider than what the map says of its house.
      ?? buildings.filter { !$0.name.isEmpty && $0.outline.contains(place) }
      .min { area($0.box) < area($1.box) }?.name
  }

  private static func area(_ box: BoundingBox) -> Double {
    let size = Viewport.size(of: box)
    return size.width * size.height
  }
}
