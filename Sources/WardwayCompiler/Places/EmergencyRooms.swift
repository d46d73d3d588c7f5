import Geodesy
import WardwayMap

/// Knows the rooms of emergency departments: whoever is taken to one of them is let out at the department's door.
struct EmergencyRooms {
  /// How far from a department or its door a room that is called after it may lie, in metres.
  private static let reach = 80.0
  /// Words by which rooms are called after an emergency department, in lower case; those in Latin letters stand alone.
  private static let words: Set<String> = [
    "emergency", "resuscitation", "resus", "trauma", "triage", "casualty", "notaufnahme", "schockraum",
    "urgences",
    "urgencias",
  ]
  private static let characters = ["急诊", "抢救", "急救"]

  /// The outlines of departments, each with its level where it has one.
  private let departments: [(outline: Outline, level: Level?)]
  private let doors: PointIndex<Void>

  /// - Complexity: O(tagged objects).
  init(_ extract: OSMExtract) {
    var departments: [(outline: Outline, level: Level?)] = []
    var doors: [(place: Coordinate, element: Void)] = []
    for index in extract.taggedNodes {
      let node = extract.node(at: index)
      if EmergencyTags.isDepartment(node.tags) { doors.append((node.coordinate, ())) }
    }
    for way in extract.ways where way.isClosed && EmergencyTags.isDepartment(way.tags) {
      let outline = Outline(rings: [way.nodes.compactMap { extract.coordinate(ofNode: $0) }])
      departments.append((outline, LevelTag(way.tags["level"] ?? "").levels.first))
      doors.append((outline.box.center, ()))
    }
    self.departments = departments
    self.doors = PointIndex(doors)
  }

  /// Whether a place is a room of an emergency department, as far as the map tells.
  ///
  /// - Complexity: O(departments' corners around it).
  func contains(_ tags: OSMTags, at place: Coordinate) -> Bool {
    let level = LevelTag(tags["level"] ?? "").levels.first
    let isInside = departments.contains { department in
      (department.level == nil || level == nil || department.level == level)
        && department.outline.contains(place)
    }
    if isInside { return true }
    guard tags["indoor"] != nil || tags["room"] != nil || tags["healthcare"] != nil, Self.isCalledAfter(tags)
    else {
      return false
    }
    return !doors.within(BoundingBox(place).expanded(byMetres: Self.reach)).isEmpty
  }

  private static func isCalledAfter(_ tags: OSMTags) -> Bool {
    for key in ["name", "name:en", "name:zh"] {
      guard let name = tags[key]?.lowercased() else { continue }
      if characters.contains(where: name.contains) { return true }
      if name.split(whereSeparator: { !$0.isLetter }).contains(where: { words.contains(String($0)) }) {
        return true
      }
    }
    return false
  }
}
