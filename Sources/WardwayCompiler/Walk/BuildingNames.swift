/// The names of the buildings whose walls run through nodes, for their doors.
enum BuildingNames {
  /// Returns names by position in the extract; where walls of several buildings meet, the first one's.
  ///
  /// - Complexity: O(nodes of buildings).
  static func byNode(_ extract: OSMExtract) -> [Int: String] {
    var names: [Int: String] = [:]
    func add(_ tags: OSMTags, _ way: OSMWay) {
      guard let building = tags["building"], building != "no", let name = tags["name"], !name.isEmpty else {
        return
      }
      for id in way.nodes {
        if let node = extract.index(ofNode: id), names[node] == nil { names[node] = name }
      }
    }
    for way in extract.ways where !way.tags.isEmpty { add(way.tags, way) }
    for relation in extract.relations where relation.tags["type"] == "multipolygon" {
      for member in relation.members where member.kind == .way {
        if let way = extract.way(member.id) { add(relation.tags, way) }
      }
    }
    return names
  }
}
