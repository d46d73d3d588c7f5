import COsmium
import Columns
import Geodesy
import WardwayMap

/// Puts an extract together from what another format holds, in the words of OpenStreetMap's tags.
///
/// So there is one way from a map to a network, whatever the map's format. Objects that their format calls by a
/// text keep it as their number (``WardwayMap/FeatureID/number(ofFeature:)``); of two with one id the first stays.
struct ExtractBuilder {
  /// The least number of nodes that have no id, and how many a part may have.
  private static let (firstAnonymous, mostAnonymous): (Int64, Int64) = (1 << 53, 1 << 32)

  /// Which of several parts that are put together one by one this is, so that their nodes stay apart.
  private let part: Int
  /// An extract that was added first and isn't taken apart until something else is: most maps are one file.
  private var whole: OSMExtract?

  private var nodes: [osm_node] = []
  private var ways: [osm_way] = []
  private var relations: [osm_relation] = []
  private var refs: [Int64] = []
  private var members: [osm_member] = []
  private var tags: [UInt32] = [0]
  private var strings = [""]
  private var numbers = ["": UInt32(0)]
  private var known: Set<FeatureID> = []
  private var names = FeatureNames()
  /// What was mended or left out while reading.
  var warnings: [OSMReadingWarning] = []
  /// What else is to be said about the sources.
  var diagnostics: [Diagnostic] = []
  /// The doors that lead outdoors, the ground before them and the walls around them, of buildings whose maps say
  /// nothing of the streets.
  var outerDoors: [OuterDoor] = []
  var outerGrounds: [OuterGround] = []
  var outerWalls: [OuterWall] = []
  /// The streets that these may be joined to, as they were read; nil where there are none yet.
  private(set) var streets: OSMExtract?
  var attribution = ""

  init(part: Int = 0) { self.part = part }

  /// Whether something is called by a text already.
  func has(_ id: String) -> Bool {
    let number = FeatureID.number(ofFeature: id)
    return known.contains(FeatureID(feature: id))
      || whole.map { $0.node(number) != nil || $0.way(number) != nil || $0.relation(number) != nil } ?? false
  }

  /// Adds a node and returns its number.
  ///
  /// - Parameter id: The feature that it is; nil for a corner of something.
  @discardableResult
  mutating func addNode(_ id: String? = nil, at place: Coordinate, _ tags: [String: String] = [:]) -> Int64 {
    unfold()
    let number =
      id.map { FeatureID.number(ofFeature: $0) }
      ?? Self.firstAnonymous + Int64(part) * Self.mostAnonymous + Int64(nodes.count)
    if let id { names.add(id) }
    guard id == nil || known.insert(FeatureID(.node, number)).inserted else { return number }
    nodes.append(
      osm_node(
        id: number, latitude_e7: place.latitudeE7, longitude_e7: place.longitudeE7, tags: start(of: tags),
        version: 1))
    return number
  }

  /// Adds a line through nodes, or an outline that ends at the node where it starts.
  @discardableResult
  mutating func addWay(_ id: String, through line: [Int64], _ tags: [String: String]) -> Int64 {
    unfold()
    let number = FeatureID.number(ofFeature: id)
    names.add(id)
    guard known.insert(FeatureID(.way, number)).inserted else { return number }
    ways.append(
      osm_way(
        id: number, first_ref: UInt32(refs.count), ref_count: UInt32(line.count), tags: start(of: tags),
        version: 1))
    refs += line
    return number
  }

  /// Adds a group of ways, such as an area with holes.
  @discardableResult
  mutating func addRelation(
    _ id: String, of ways: [(way: Int64, role: String)], _ tags: [String: String]
  ) -> Int64 {
    unfold()
    let number = FeatureID.number(ofFeature: id)
    names.add(id)
    guard known.insert(FeatureID(.relation, number)).inserted else { return number }
    relations.append(
      osm_relation(
        id: number, first_member: UInt32(members.count), member_count: UInt32(ways.count),
        tags: start(of: tags), version: 1))
    for (way, role) in ways { members.append(osm_member(id: way, role: string(role), kind: 1)) }
    return number
  }

  /// Puts a node into a line where it leads from a node to another one, or on to where nodes were put already.
  ///
  /// - Complexity: O(ways + nodes of the way).
  mutating func insert(_ node: Int64, intoWay number: Int64, after first: Int64, before last: Int64) {
    unfold()
    guard let way = ways.firstIndex(where: { $0.id == number }) else { return }
    let start = Int(ways[way].first_ref)
    var line = Array(refs[start..<start + Int(ways[way].ref_count)])
    // A way may pass a node twice: what follows tells where.
    let known = Set(line.indices.filter { line[$0] == last })
    let places = line.indices.dropLast().filter { line[$0] == first }
    guard let place = places.first(where: { known.contains($0 + 1) }) ?? places.first else { return }
    line.insert(node, at: place + 1)
    ways[way].first_ref = UInt32(refs.count)
    ways[way].ref_count = UInt32(line.count)
    refs += line
  }

  /// Returns the extract.
  ///
  /// - Complexity: O(*n* log *n*).
  func extract() -> OSMExtract {
    if let whole {
      return OSMExtract(
        whole.storage, attribution: attribution, warnings: warnings, diagnostics: diagnostics, names: names)
    }
    let storage = OSMStorage(
      nodes: nodes.sorted { $0.id < $1.id }, ways: ways.sorted { $0.id < $1.id },
      relations: relations.sorted { $0.id < $1.id }, refs: refs, members: members, tags: tags,
      strings: strings)
    return OSMExtract(
      storage, attribution: attribution, warnings: warnings, diagnostics: diagnostics, names: names)
  }

  private mutating func start(of tags: [String: String]) -> UInt32 {
    guard !tags.isEmpty else { return 0 }
    let start = UInt32(self.tags.count)
    self.tags.append(UInt32(tags.count))
    for (key, value) in tags.sorted(by: { $0.key < $1.key }) {
      self.tags += [string(key), string(value)]
    }
    return start
  }

  private mutating func string(_ text: String) -> UInt32 {
    if let number = numbers[text] { return number }
    let number = UInt32(strings.count)
    strings.append(text)
    numbers[text] = number
    return number
  }
}

extension ExtractBuilder {
  /// Adds everything of another one, with the doors that lead out of its buildings.
  mutating func add(_ other: ExtractBuilder, on datum: Datum) {
    add(other.extract(), on: datum)
    for var door in other.outerDoors {
      door.place = datum.wgs84(door.place)
      outerDoors.append(door)
    }
    for var ground in other.outerGrounds {
      ground.places = ground.places.map { datum.wgs84($0) }
      outerGrounds.append(ground)
    }
    for var wall in other.outerWalls {
      wall.ring = wall.ring.map { datum.wgs84($0) }
      outerWalls.append(wall)
    }
  }

  /// Adds streets that doors and grounds of other inputs may be joined to.
  mutating func addStreets(_ extract: OSMExtract) {
    streets = extract
    add(extract)
  }

  /// Adds everything of an extract, so that sources of several formats make one map.
  ///
  /// - Parameter datum: What its positions are given in.
  mutating func add(_ other: OSMExtract, on datum: Datum = .wgs84) {
    let isFirst = whole == nil && nodes.isEmpty && ways.isEmpty && relations.isEmpty
    if isFirst, datum == .wgs84 {
      whole = other
    } else {
      addObjects(of: other, on: datum)
    }
    names.add(other.names)
    warnings += other.warnings
    diagnostics += other.diagnostics
    if !attribution.contains(other.attribution) {
      attribution += (attribution.isEmpty ? "" : "; ") + other.attribution
    }
  }

  /// Takes the first extract apart, so that something can be added to it.
  private mutating func unfold() {
    guard let whole else { return }
    self.whole = nil
    addObjects(of: whole, on: .wgs84)
  }

  private mutating func addObjects(of other: OSMExtract, on datum: Datum) {
    unfold()
    func tags(_ tags: OSMTags) -> [String: String] {
      Dictionary(tags.pairs.map { ($0.key, $0.value) }) { first, _ in first }
    }
    for node in other.nodes where known.insert(FeatureID(.node, node.id)).inserted {
      let place = datum.wgs84(node.coordinate)
      nodes.append(
        osm_node(
          id: node.id, latitude_e7: place.latitudeE7, longitude_e7: place.longitudeE7,
          tags: start(of: tags(node.tags)), version: 1))
    }
    for way in other.ways where known.insert(FeatureID(.way, way.id)).inserted {
      ways.append(
        osm_way(
          id: way.id, first_ref: UInt32(refs.count), ref_count: UInt32(way.nodes.count),
          tags: start(of: tags(way.tags)), version: 1))
      refs += way.nodes
    }
    for relation in other.relations where known.insert(FeatureID(.relation, relation.id)).inserted {
      relations.append(
        osm_relation(
          id: relation.id, first_member: UInt32(members.count), member_count: UInt32(relation.members.count),
          tags: start(of: tags(relation.tags)), version: 1))
      for member in relation.members {
        members.append(osm_member(id: member.id, role: string(member.role), kind: member.kind.rawValue))
      }
    }
  }
}
