import Geodesy
import WardwayMap

extension IMDFImporter {
  /// Categories of venues that are hospitals.
  private static let hospitals: Set<String> = [
    "healthcarefacility", "hospital", "medicalcenter", "healthcare",
  ]

  /// Adds the venue: the campus of a hospital, or a place.
  mutating func addVenue() {
    for feature in collection["venue"] {
      var tags = names.tags(feature)
      if Self.hospitals.contains(feature.category) {
        tags["amenity"] = "hospital"
        tags["healthcare"] = "hospital"
      } else {
        tags["tourism"] = IMDFNames.value(feature.category)
        if feature.category == "university" { tags = tags.merging(["amenity": "university"]) { $1 } }
      }
      if let address = collection.feature(feature.text("address_id"), "address") {
        if let text = address.text("address") { tags["addr:full"] = IMDFNames.clean(text) }
      } else if let id = feature.text("address_id") {
        dangling(feature, "address", id, "it stays without")
      }
      if collection["venue"].count == 1 { tags[OwnTags.onlyVenue] = "yes" }
      addContact(feature, &tags)
      if let area = area(of: feature) {
        addArea(feature.id, area, tags)
      } else if let area = surroundings() {
        report.add(
          .imdfVenueWithoutArea, feature.file, feature.id,
          "it has no area; that around its units is taken")
        addArea(feature.id, area, tags)
      }
    }
  }

  /// A box around all units.
  private mutating func surroundings() -> PlanArea? {
    let boxes = units.map(\.area.box)
    guard let first = boxes.first else { return nil }
    let box = boxes.dropFirst().reduce(first) { box, other in
      (
        LocalFrame.Point(x: min(box.low.x, other.low.x), y: min(box.low.y, other.low.y)),
        LocalFrame.Point(x: max(box.high.x, other.high.x), y: max(box.high.y, other.high.y))
      )
    }
    let (west, south, east, north) = (box.low.x - 5, box.low.y - 5, box.high.x + 5, box.high.y + 5)
    let line = [(west, south), (east, south), (east, north), (west, north), (west, south)].map {
      frame.coordinate(LocalFrame.Point(x: $0.0, y: $0.1))
    }
    var faults: Set<PlanRing.Fault> = []
    return PlanRing(line, frame, &faults).map { PlanArea(rings: [$0], holes: [false]) }
  }

  /// Adds the buildings by their footprints on the ground; entrances are in their walls.
  mutating func addBuildings() {
    for feature in collection["footprint"] where feature.category == "ground" {
      let buildings = feature.texts("building_ids").compactMap { id -> IMDFFeature? in
        if let building = collection.feature(id, "building") { return building }
        dangling(feature, "building", id, "it stays without that building")
        return nil
      }
      guard let area = area(of: feature) else { continue }
      var tags = ["building": "yes"]
      if let building = buildings.first {
        tags.merge(names.tags(building)) { first, _ in first }
      }
      var wall = IMDFUnit(
        feature: feature,
        level: IMDFLevel(
          id: "", level: .ground, name: "", isOutdoor: false, restriction: nil, area: PlanArea()),
        use: .solid, area: area)
      for entrance in entrances where area.metres(to: entrance.point) <= 1 {
        wall.insert(entrance.node, at: entrance.point)
      }
      addArea(feature.id, area, corners: wall.corners, tags)
    }
  }

  /// Adds the outlines of storeys and buildings, through which no way leads from a door to the streets; where a
  /// storey has none, those of its units.
  mutating func addOuterWalls() {
    guard !builder.outerDoors.isEmpty || !builder.outerGrounds.isEmpty else { return }
    func add(_ area: PlanArea, _ level: Level) {
      for ring in area.rings {
        builder.outerWalls.append(OuterWall(level: level, ring: ring.points.map { frame.coordinate($0) }))
      }
    }
    for level in levels.values.sorted(by: { $0.id < $1.id }) where !level.isOutdoor {
      add(level.area, level.level)
      guard level.area.rings.isEmpty else { continue }
      for unit in units where unit.level.id == level.id { add(unit.area, level.level) }
    }
  }

  /// The doors between inside and outside: those with a unit on one side, or with an outdoor unit on one.
  private var entrances: [(node: Int64, point: LocalFrame.Point)] {
    openings.values.filter { Set($0.units.map { units[$0].level.isOutdoor }).count == $0.units.count }
      .sorted { $0.node < $1.node }.compactMap { opening in
        units[opening.units[0]].doors.first { $0.node == opening.node }
      }
  }

  /// Adds everything that has a name and a point: occupants, amenities, kiosks, sections.
  mutating func addPlaces() {
    for feature in collection["occupant"] { addOccupant(feature) }
    for feature in collection["amenity"] { addAmenity(feature) }
    for feature in collection["kiosk"] {
      let anchor = collection.feature(feature.text("anchor_id"), "anchor")
      guard let level = levels[feature.text("level_id")?.lowercased() ?? ""] else { continue }
      addPlace(feature, at: anchor?.point ?? middle(of: feature), level, ["room": "kiosk"])
    }
    for feature in collection["section"] {
      guard let level = level(of: feature) else { continue }
      addPlace(feature, at: middle(of: feature), level, ["room": "section"])
    }
  }

  private mutating func addOccupant(_ feature: IMDFFeature) {
    guard let anchor = collection.feature(feature.text("anchor_id"), "anchor") else {
      dangling(feature, "anchor", feature.text("anchor_id"), "it is left out")
      return
    }
    let unit = unitIndex[anchor.text("unit_id")?.lowercased() ?? ""]
    guard let unit else {
      dangling(anchor, "unit", anchor.text("unit_id"), "who is there is left out")
      return
    }
    let place = anchor.point ?? frame.coordinate(units[unit].area.middle)
    addPlace(feature, at: place, units[unit].level, IMDFTags.place(feature.category))
  }

  private mutating func addAmenity(_ feature: IMDFFeature) {
    let ids = feature.texts("unit_ids")
    let unit = ids.compactMap { unitIndex[$0.lowercased()] }.first
    if unit == nil, let id = ids.first, collection.feature(id, "unit") == nil {
      dangling(feature, "unit", id, "its level isn't known")
    }
    addPlace(feature, at: feature.point, unit.map { units[$0].level }, IMDFTags.place(feature.category))
  }

  private mutating func addPlace(
    _ feature: IMDFFeature, at place: Coordinate?, _ level: IMDFLevel?, _ kind: [String: String]
  ) {
    var tags = names.tags(feature)
    guard let place, tags["name"] != nil else { return }
    tags.merge(kind) { first, _ in first }
    tags.merge(level?.tags ?? [:]) { first, _ in first }
    addContact(feature, &tags)
    builder.addNode(feature.id, at: place, tags)
  }

  private func addContact(_ feature: IMDFFeature, _ tags: inout [String: String]) {
    for (key, property) in [("opening_hours", "hours"), ("phone", "phone"), ("website", "website")] {
      if let text = feature.text(property).map({ IMDFNames.clean($0) }), !text.isEmpty { tags[key] = text }
    }
  }

  private mutating func middle(of feature: IMDFFeature) -> Coordinate? {
    if let point = feature.point { return point }
    guard case .polygons(let polygons) = feature.shape, let ring = polygons.first?.first, !ring.isEmpty else {
      return nil
    }
    return BoundingBox(ring).center
  }
}
