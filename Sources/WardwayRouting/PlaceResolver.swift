import Geodesy
import WardwayMap

/// A place, found on the map.
struct ResolvedPlace {
  var coordinate: Coordinate
  var level: Level?
  /// The name to say, or "".
  var name: String
  /// Whether the level comes from the map and gives way if nothing is there to walk on.
  var levelIsHint: Bool
}

extension Network {
  /// How far apart places of one name may lie, in metres, to count as one.
  private static let samePlace = 30.0

  /// Finds a place on the map.
  ///
  /// - Throws: `unknownPlace`, `ambiguousPlace` (with what it may be).
  /// - Complexity: O(length of all names) for a name.
  func resolve(_ place: Place) throws(PlanningError) -> ResolvedPlace {
    switch place {
    case .coordinate(let coordinate, let level):
      return ResolvedPlace(coordinate: coordinate, level: level, name: "", levelIsHint: false)
    case .name(let text):
      if let source = Source(text) { return try resolve(source) }
      let found = places(named: text)
      guard let first = found.first else {
        throw PlanningError(
          .unknownPlace, "no place is called '\(text)'; 'wardway places' lists what there is")
      }
      let origin = places[first]
      let isOne = found.allSatisfy {
        distance(places[$0].coordinate, origin.coordinate) <= Self.samePlace
          && (places[$0].level == origin.level || !places[$0].hasLevel || !origin.hasLevel)
      }
      guard isOne else {
        let examples = found.prefix(5).map { describe($0) }.joined(separator: "; ")
        let more = found.count > 5 ? " and \(found.count - 5) more" : ""
        throw PlanningError(
          .ambiguousPlace,
          "'\(text)' may be one of \(found.count) places: \(examples)\(more). Ask for one by its id")
      }
      // One of several records of the same place: the one that knows its level.
      return resolved(found.first { places[$0].hasLevel } ?? first)
    }
  }

  private func resolve(_ source: Source) throws(PlanningError) -> ResolvedPlace {
    if let place = place(from: source) { return resolved(place) }
    if let node = node(from: source) {
      let record = nodes[node]
      return ResolvedPlace(coordinate: record.coordinate, level: record.level, name: "", levelIsHint: true)
    }
    if let edge = edges(from: source).first {
      let line = points(of: edge)
      return ResolvedPlace(
        coordinate: line[line.count / 2], level: tailLevel(of: edge), name: strings[edges[edge].name],
        levelIsHint: true)
    }
    throw PlanningError(.unknownPlace, "\(source) is not on this map")
  }

  private func resolved(_ place: Int) -> ResolvedPlace {
    let record = places[place]
    return ResolvedPlace(
      coordinate: record.coordinate, level: record.hasLevel ? record.level : nil,
      name: strings[record.name], levelIsHint: true)
  }

  private func describe(_ place: Int) -> String {
    let record = places[place]
    let level = record.hasLevel ? ", level \(record.level)" : ""
    return "\(strings[record.name]) (\(record.source)\(level))"
  }
}
