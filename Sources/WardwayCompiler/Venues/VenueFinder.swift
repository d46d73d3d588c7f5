import Geodesy
import WardwayMap

/// A hospital of an extract: what it is called and where its campus lies.
struct FoundVenue {
  var source: FeatureID
  var names: [String]
  var outline: Outline
  /// Where it is if it has no outline.
  var place: Coordinate?

  /// A short id that is stable while the source is.
  var id: String { source.description.split(separator: "/").joined(separator: "-") }
}

/// Finds the hospitals of an extract.
///
/// The campus is the area tagged as a hospital. Where there is none, it is the hospital's building, or the
/// building around a node that says "hospital"; buildings of a hospital near each other make one campus.
struct VenueFinder {
  /// How far apart buildings of one hospital may lie, in metres.
  private static let sameCampus = 40.0

  let extract: OSMExtract
  /// Whether the one venue of a file counts that is no hospital.
  private let takesAnyVenue: Bool
  private(set) var diagnostics: [Diagnostic] = []
  /// Hospitals that are only a point, without a building around it; known once ``venues()`` was called.
  private(set) var points: [FoundVenue] = []

  init(_ extract: OSMExtract, takesAnyVenue: Bool = false) {
    self.extract = extract
    self.takesAnyVenue = takesAnyVenue
  }

  /// Returns the hospitals, those of the larger areas first where areas overlap.
  mutating func venues() -> [FoundVenue] {
    var areas: [FoundVenue] = []
    var buildings: [FoundVenue] = []
    for way in extract.ways where way.isClosed && !way.tags.isEmpty {
      let source = FeatureID(.way, way.id)
      sort(way.tags, source, into: &areas, &buildings) {
        [way.nodes.compactMap { extract.coordinate(ofNode: $0) }]
      }
    }
    for relation in extract.relations {
      let source = FeatureID(.relation, relation.id)
      if relation.tags["type"] == "multipolygon" {
        sort(relation.tags, source, into: &areas, &buildings) { rings(of: relation) }
      } else if HospitalTags.isSite(relation.tags), let site = site(relation) {
        areas.append(site)
      }
    }
    var venues: [FoundVenue] = []
    for area in areas.sorted(by: { (-size($0), $0.source) < (-size($1), $1.source) }) {
      if let around = venues.first(where: { $0.outline.contains(area.outline.box.center) }) {
        note(
          .overlappingVenues, .note, area,
          "it lies inside \(around.source) (\(around.names.first ?? "unnamed")) and is a part of it here")
      } else {
        venues.append(area)
      }
    }
    for building in buildings { add(building, to: &venues, isNear: Self.sameCampus) }
    addNodes(to: &venues)
    return venues.sorted { $0.source < $1.source }
  }

  /// A hospital whose grounds and buildings are members of a relation; nil where none of them is here.
  private func site(_ relation: OSMRelation) -> FoundVenue? {
    var rings: [[Coordinate]] = []
    for member in relation.members {
      if member.kind == .way, let way = extract.way(member.id), way.isClosed {
        rings.append(way.nodes.compactMap { extract.coordinate(ofNode: $0) })
      } else if member.kind == .relation, let part = extract.relation(member.id),
        part.tags["type"] == "multipolygon"
      {
        rings += self.rings(of: part)
      }
    }
    // A building on grounds that are a member too would be a hole in them.
    var outer: [[Coordinate]] = []
    for ring in rings.filter({ $0.count > 3 }).sorted(by: { area($0) > area($1) })
    where !outer.contains(where: { Outline(rings: [$0]).contains(BoundingBox(ring).center) }) {
      outer.append(ring)
    }
    guard !outer.isEmpty else { return nil }
    return FoundVenue(
      source: FeatureID(.relation, relation.id), names: PlaceNames.shown(relation.tags),
      outline: Outline(rings: outer))
  }

  private func area(_ ring: [Coordinate]) -> Int64 {
    let box = BoundingBox(ring)
    return (Int64(box.maxLatitudeE7) - Int64(box.minLatitudeE7))
      * (Int64(box.maxLongitudeE7) - Int64(box.minLongitudeE7))
  }

  private func sort(
    _ tags: OSMTags, _ source: FeatureID, into areas: inout [FoundVenue], _ buildings: inout [FoundVenue],
    rings: () -> [[Coordinate]]
  ) {
    let isArea = HospitalTags.isHospital(tags) || takesAnyVenue && tags[OwnTags.onlyVenue] == "yes"
    guard isArea || tags["building"] == "hospital" else { return }
    let outline = Outline(rings: rings())
    guard outline.ringCount > 0 else { return }
    let venue = FoundVenue(source: source, names: PlaceNames.shown(tags), outline: outline)
    if isArea { areas.append(venue) } else { buildings.append(venue) }
  }

  /// The lines of an area's members; together they are its rings, whichever way they are cut.
  private func rings(of relation: OSMRelation) -> [[Coordinate]] {
    let lines = relation.members.filter { $0.kind == .way }.compactMap { extract.way($0.id) }
      .map { Array($0.nodes) }
    return RingAssembly(lines.filter { $0.count > 1 }).rings
      .map { $0.compactMap { extract.coordinate(ofNode: $0) } }
  }

  private func size(_ venue: FoundVenue) -> Int64 {
    let box = venue.outline.box
    return (Int64(box.maxLatitudeE7) - Int64(box.minLatitudeE7))
      * (Int64(box.maxLongitudeE7) - Int64(box.minLongitudeE7))
  }

  /// Adds a building unless it belongs to a venue, which then includes it.
  private func add(_ building: FoundVenue, to venues: inout [FoundVenue], isNear metres: Double) {
    let box = building.outline.box
    if venues.contains(where: { $0.outline.contains(box.center) }) { return }
    let near = box.expanded(byMetres: metres)
    // Buildings join only campuses that consist of buildings: an area says itself where it ends.
    if let index = venues.firstIndex(where: { isBuilding($0) && $0.outline.box.intersects(near) }) {
      let old = venues[index].outline
      let rings =
        (0..<old.ringCount).map { Array(old.ring($0)) }
        + (0..<building.outline.ringCount).map { Array(building.outline.ring($0)) }
      venues[index].outline = Outline(rings: rings)
      if venues[index].names.isEmpty { venues[index].names = building.names }
    } else {
      venues.append(building)
    }
  }

  private func isBuilding(_ venue: FoundVenue) -> Bool {
    // Other formats' features are ways or relations here.
    let tags =
      venue.source.kind == .relation
      ? extract.relation(venue.source.number)?.tags
      : (extract.way(venue.source.number)?.tags ?? extract.relation(venue.source.number)?.tags)
    return tags.map { !HospitalTags.isHospital($0) && $0[OwnTags.onlyVenue] == nil } ?? false
  }

  /// Hospitals that are only a point: the building around it is the campus.
  private mutating func addNodes(to venues: inout [FoundVenue]) {
    for index in extract.taggedNodes {
      let node = extract.node(at: index)
      guard HospitalTags.isHospital(node.tags),
        !venues.contains(where: { $0.outline.contains(node.coordinate) })
      else {
        continue
      }
      var venue = FoundVenue(
        source: FeatureID(.node, node.id), names: PlaceNames.shown(node.tags), outline: Outline(rings: []),
        place: node.coordinate)
      let around = extract.ways.first { way in
        guard way.isClosed, way.tags["building"] != nil else { return false }
        let line = way.nodes.compactMap { extract.coordinate(ofNode: $0) }
        guard BoundingBox(line).contains(node.coordinate) else { return false }
        venue.outline = Outline(rings: [line])
        return venue.outline.contains(node.coordinate)
      }
      if around != nil {
        venues.append(venue)
      } else {
        points.append(venue)
        note(.hospitalWithoutOutline, .note, venue, "it is a point without a building; it stays a place")
      }
    }
  }

  /// Says of a hospital that there is no way on its campus.
  ///
  /// - Parameter streets: What lies around it, if that is known: a building that a way leads up to is reached.
  mutating func noteNothingInside(
    _ venue: FoundVenue, _ streets: (network: SettledNetwork, edges: EdgeIndex)? = nil
  ) {
    if let streets, let reached = wayUp(to: venue, streets.network, streets.edges) {
      let name = reached.source == .none ? "it" : "\(reached.source)"
      note(
        .venueWithoutIndoorWays, .note, venue,
        "no way is mapped inside it; routes end at \(name), outside of it",
        at: reached.coordinate)
      return
    }
    note(
      .venueWithoutWays, .warning, venue,
      "no way leads onto its campus; routes end on the street nearest to it")
  }

  /// The node on a hospital's outline, a door before others, where a way from outside ends.
  private func wayUp(
    to venue: FoundVenue, _ streets: SettledNetwork, _ edges: EdgeIndex
  ) -> NodeRecord? {
    var found: Set<UInt32> = []
    edges.tree.search(in: venue.outline.box.expanded(byMetres: PortalFinder.onOutline)) { item in
      let edge = streets.edges[Int(item)]
      for node in [edge.tail, edge.head] {
        if venue.outline.metres(to: streets.nodes[Int(node)].coordinate) <= PortalFinder.onOutline {
          found.insert(node)
        }
      }
    }
    let records = found.sorted().map { streets.nodes[Int($0)] }
    return records.first { record in
      record.source.kind == .node && extract.node(record.source.number)?.tags["entrance"] != nil
    } ?? records.first
  }

  /// Says of a hospital that nothing leads onto its campus.
  mutating func noteNoEntrance(_ venue: FoundVenue) {
    note(
      .venueWithoutEntrance, .warning, venue,
      "no way on its campus meets the streets, so routes end on the street nearest to it; map a footway up to "
        + "an entrance")
  }

  mutating func note(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ venue: FoundVenue, _ message: String,
    at place: Coordinate? = nil
  ) {
    let middle = venue.outline.ringCount > 0 ? venue.outline.box.center : venue.place
    diagnostics.append(Diagnostic(code, severity, venue.source, at: place ?? middle, message))
  }
}
