import Geodesy
import WardwayMap

/// Finds car parks: areas, points, entrances of garages, and spaces for disabled people.
///
/// A car park is reached at an aisle inside it, else at its entrance, else at its middle. People walk on from
/// the aisle; out of a garage that isn't mapped inside by its doors and elevators.
struct CarParkFinder {
  /// A car park with an area.
  struct Area {
    var tags: OSMTags
    var source: FeatureID
    var outline: Outline
    /// What it is to cars; nil where ours may not park.
    var parking: ParkingTags?
    var kind: HandoffKind
  }

  /// How far from an area its entrance may lie, in metres.
  private static let entranceReach = 30.0
  /// The most ways out of a garage.
  private static let mostExits = 8

  let extract: OSMExtract
  let isCampus: (Coordinate) -> Bool
  /// The nodes of service ways, where cars can stop, with their level.
  private let aisles: PointIndex<Level?>
  private let entrances: PointIndex<OSMNode>
  /// Doors and elevators.
  private let exits: PointIndex<OSMNode>

  init(_ extract: OSMExtract, isCampus: @escaping (Coordinate) -> Bool) {
    self.extract = extract
    self.isCampus = isCampus
    var known: [Coordinate: Level?] = [:]
    var order: [Coordinate] = []
    for way in extract.ways where way.tags["highway"] == "service" {
      let isAisle = way.tags["service"] == "parking_aisle"
      let level = LevelTag(way.tags["level"] ?? "").levels
      for node in way.nodes {
        guard let place = extract.coordinate(ofNode: node) else { continue }
        if known[place] == nil { order.append(place) } else if !isAisle { continue }
        known[place] = level.count == 1 ? level[0] : nil as Level?
      }
    }
    aisles = PointIndex(order.map { ($0, known[$0] ?? nil) })
    var entrances: [OSMNode] = []
    var exits: [OSMNode] = []
    for index in extract.taggedNodes {
      let node = extract.node(at: index)
      if node.tags["amenity"] == "parking_entrance" {
        if Self.isForWalkers(node.tags) { exits.append(node) } else { entrances.append(node) }
      } else if Self.isExit(node.tags) {
        exits.append(node)
      }
    }
    self.entrances = PointIndex(entrances.map { ($0.coordinate, $0) })
    self.exits = PointIndex(exits.map { ($0.coordinate, $0) })
  }

  /// Whether people go in and out by an entrance of a car park, and no cars.
  private static func isForWalkers(_ tags: OSMTags) -> Bool {
    let admitsCars = ["motorcar", "motor_vehicle", "vehicle"].lazy.compactMap { tags[$0] }.first != "no"
    return ["yes", "designated"].contains(tags["foot"]) && (!admitsCars || tags["foot"] == "designated")
  }

  private static func isExit(_ tags: OSMTags) -> Bool {
    if tags["highway"] == "elevator" { return FootAccess(tags, indoor: true) == .unstated }
    guard ["yes", "main", "secondary", "exit", "staircase"].contains(tags["entrance"]) else { return false }
    return Passage(tags)?.kind == .door && Passage(tags)?.attributes.access == .everyone
  }

  // MARK: All

  /// Returns the handoffs of car parks, areas first.
  ///
  /// - Complexity: O(*n* log *n*) for *n* objects of the extract.
  func handoffs() -> [HandoffRecord] {
    let areas = areas()
    let boxes = PackedRTree(areas.map(\.outline.box))
    func around(_ place: Coordinate) -> [Area] {
      guard !areas.isEmpty else { return [] }
      var found: [Int] = []
      boxes.search(in: BoundingBox(place)) {
        if areas[Int($0)].outline.contains(place) { found.append(Int($0)) }
      }
      return found.sorted().map { areas[$0] }
    }
    var used: Set<Int64> = []
    var found: [HandoffRecord] = []
    let spaces = DisabledSpaces(extract)
    for area in areas {
      for entrance in entrances(of: area) { used.insert(entrance.id) }
      guard let parking = area.parking else { continue }
      found += records(area, parking, disabledSpaces: spaces.count(inside: area.outline))
    }
    for index in extract.taggedNodes {
      let node = extract.node(at: index)
      guard let kind = Self.kind(ofNode: node.tags), !used.contains(node.id) else { continue }
      // A point in a car park's area says the same once more.
      if node.tags["amenity"] == "parking", around(node.coordinate).contains(where: { $0.kind == kind }) {
        continue
      }
      guard let parking = ParkingTags(isCampus: isCampus(node.coordinate), { node.tags[$0] }),
        node.tags["amenity"] != "parking_entrance" || !Self.isForWalkers(node.tags)
      else { continue }
      var record = HandoffRecord(
        Self.isShort(parking, kind) ? .dropOff : kind, source: FeatureID(.node, node.id),
        drive: node.coordinate,
        walk: node.coordinate, level: LevelTag(node.tags["level"] ?? "").levels.first,
        charges: parking.charges)
      record.apply(parking)
      found.append(record)
    }
    return found + spaces.handoffs(isCampus: isCampus, around: around)
  }

  /// The areas of car parks, of a site's members where the site alone is tagged.
  private func areas() -> [Area] {
    var areas: [Area] = []
    func add(_ tags: OSMTags, _ source: FeatureID, _ rings: [[Coordinate]]) {
      let outline = Outline(rings: rings)
      guard outline.ringCount > 0 else { return }
      areas.append(
        Area(
          tags: tags, source: source, outline: outline,
          parking: Self.isLetOut(tags)
            ? nil : ParkingTags(isCampus: isCampus(outline.box.center)) { tags[$0] },
          kind: Self.kind(ofParking: tags)))
    }
    for way in extract.ways where way.isClosed && way.tags["amenity"] == "parking" {
      add(way.tags, FeatureID(.way, way.id), [way.nodes.compactMap { extract.coordinate(ofNode: $0) }])
    }
    for relation in extract.relations {
      let ways = relation.members.filter { $0.kind == .way }.compactMap { extract.way($0.id) }
      let isSite = relation.tags["type"] == "site" && relation.tags["site"] == "parking"
      guard
        relation.tags["amenity"] == "parking" && relation.tags["type"] == "multipolygon"
          || isSite && !ways.contains(where: { $0.tags["amenity"] == "parking" })
      else { continue }
      let joined = RingAssembly(ways.map { Array($0.nodes) }.filter { $0.count > 1 })
      add(
        relation.tags, FeatureID(.relation, relation.id),
        (joined.rings + joined.open).map { $0.compactMap { extract.coordinate(ofNode: $0) } })
    }
    return areas
  }

  // MARK: Kinds

  private static func kind(ofNode tags: OSMTags) -> HandoffKind? {
    switch tags["amenity"] {
    case "parking": isLetOut(tags) ? nil : kind(ofParking: tags)
    case "parking_entrance":
      switch tags["parking"] {
      case "underground": .undergroundParking
      case "surface": .parkingLot
      default: .parkingGarage
      }
    case "drop_off", "kiss_and_ride": .dropOff
    default: nil
    }
  }

  private static func kind(ofParking tags: OSMTags) -> HandoffKind {
    switch tags["parking"] {
    case "underground": .undergroundParking
    case "multi-storey", "rooftop": .parkingGarage
    case "street_side", "lane", "on_kerb", "half_on_kerb", "shoulder", "layby": .streetParking
    case "kiss_and_ride": .dropOff
    default: tags["kiss_and_ride"] == "yes" ? .dropOff : .parkingLot
    }
  }

  /// Boxes and carports are let to somebody unless the map says otherwise.
  private static func isLetOut(_ tags: OSMTags) -> Bool {
    ["garage_boxes", "garages", "garage", "carports", "sheds"].contains(tags["parking"])
      && tags["access"] == nil && tags["fee"] == nil
  }

  /// Whether one may stay no longer than it takes to bring somebody in.
  private static func isShort(_ parking: ParkingTags, _ kind: HandoffKind) -> Bool {
    kind == .dropOff || 1...15 ~= Int(parking.maximumStay)
  }

  // MARK: Areas

  /// The entrances for cars that belong to an area: those of the same kind near it.
  private func entrances(of area: Area) -> [OSMNode] {
    entrances.within(area.outline.box.expanded(byMetres: Self.entranceReach)).map(\.element).filter {
      let stated = $0.tags["parking"]
      return stated == nil || stated == area.tags["parking"] || area.outline.contains($0.coordinate)
    }
  }

  private func records(_ area: Area, _ parking: ParkingTags, disabledSpaces: Int) -> [HandoffRecord] {
    var parking = parking
    if disabledSpaces > 0,
      parking.disabledCapacity >= HandoffRecord.someCapacity
        || Int(parking.disabledCapacity) < disabledSpaces
    {
      parking.disabledCapacity = UInt16(min(disabledSpaces, 60_000))
      if parking.capacity > 0, parking.capacity <= parking.disabledCapacity {
        parking.isForDisabledOnly = true
      }
    }
    let (drive, level, isMapped) = reach(area, &parking)
    var walks = [(place: drive, level: level)]
    if !isMapped { walks = wayOut(of: area).nonEmpty ?? walks }
    return walks.map {
      var record = HandoffRecord(
        Self.isShort(parking, area.kind) ? .dropOff : area.kind, source: area.source, drive: drive,
        walk: $0.place, level: $0.level, charges: parking.charges)
      record.apply(parking)
      return record
    }
  }

  /// Where cars stop, on which level, and whether the inside is mapped.
  private func reach(_ area: Area, _ parking: inout ParkingTags) -> (Coordinate, Level?, Bool) {
    let middle = area.outline.box.center
    let stated = LevelTag(area.tags["level"] ?? "").levels
    // The aisle nearest to the middle, on a level of the car park where it states any.
    let inside = aisles.within(area.outline).filter { _, level in
      stated.isEmpty || level.map { stated.contains($0) } ?? true
    }
    if let best = inside.min(by: { nearer($0.place, $1.place, to: middle) }) {
      return (best.place, best.element ?? stated.first, true)
    }
    let open = entrances(of: area).filter {
      ParkingTags(isCampus: isCampus($0.coordinate)) { [tags = $0.tags] in tags[$0] } != nil
    }
    if let entrance = open.min(by: { nearer($0.coordinate, $1.coordinate, to: middle) }) {
      if let own = ParkingTags(isCampus: false, { entrance.tags[$0] }) {
        if parking.maximumHeight == 0 { parking.maximumHeight = own.maximumHeight }
        parking.charges = parking.charges || own.charges
      }
      return (entrance.coordinate, LevelTag(entrance.tags["level"] ?? "").levels.first, false)
    }
    return (middle, area.kind == .undergroundParking ? nil : stated.first, false)
  }

  private func nearer(_ a: Coordinate, _ b: Coordinate, to middle: Coordinate) -> Bool {
    let (x, y) = (distance(a, middle), distance(b, middle))
    return (x, a.latitudeE7, a.longitudeE7) < (y, b.latitudeE7, b.longitudeE7)
  }

  /// Where people leave a garage that isn't mapped inside.
  ///
  /// Doors above a garage underground are those of other buildings; its own are marked as a car park's, or are
  /// elevators that come from below.
  private func wayOut(of area: Area) -> [(place: Coordinate, level: Level?)] {
    guard area.kind == .parkingGarage || area.kind == .undergroundParking else { return [] }
    let near = exits.within(area.outline.box.expanded(byMetres: 5)).map(\.element).filter { node in
      if node.tags["amenity"] == "parking_entrance" { return true }
      let isBelow = LevelTag(node.tags["level"] ?? "").levels.first.map { $0 < .ground } ?? false
      if node.tags["highway"] == "elevator" {
        return area.outline.contains(node.coordinate) && (isBelow || area.kind == .parkingGarage)
      }
      return area.kind == .parkingGarage && isCorner(node.coordinate, of: area.outline)
    }
    return near.sorted { $0.id < $1.id }.prefix(Self.mostExits).map { node in
      let isElevator = node.tags["highway"] == "elevator"
      return (node.coordinate, isElevator ? nil : LevelTag(node.tags["level"] ?? "").levels.first)
    }
  }

  private func isCorner(_ place: Coordinate, of outline: Outline) -> Bool { outline.corners.contains(place) }
}

extension Array {
  /// The array, or nil where it is empty.
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
