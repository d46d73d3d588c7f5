import Geodesy
import WardwayMap

/// The single spaces for disabled people of an extract: `amenity=parking_space`, `parking_space=disabled`.
struct DisabledSpaces {
  private struct Space {
    var source: FeatureID
    var place: Coordinate
    var level: Level?
    var count: Int
    var tags: OSMTags
  }

  /// Spaces up to this far from the first of a group are one handoff, in metres.
  private static let group = 20.0

  private let spaces: [Space]
  private let index: PointIndex<Int>

  init(_ extract: OSMExtract) {
    var spaces: [Space] = []
    func add(_ tags: OSMTags, _ source: FeatureID, _ place: Coordinate) {
      guard tags["amenity"] == "parking_space",
        tags["parking_space"] == "disabled" || ["designated", "only"].contains(tags["disabled"])
          || tags["access"] == "disabled" || ["designated", "only"].contains(tags["wheelchair"])
          || ParkingTags.count(tags["capacity:disabled"]) ?? 0 > 0
      else { return }
      let count = ParkingTags.count(tags["capacity:disabled"]) ?? ParkingTags.count(tags["capacity"]) ?? 1
      spaces.append(
        Space(
          source: source, place: place, level: LevelTag(tags["level"] ?? "").levels.first,
          count: max(Int(count), 1), tags: tags))
    }
    for node in extract.taggedNodes.map({ extract.node(at: $0) }) {
      add(node.tags, FeatureID(.node, node.id), node.coordinate)
    }
    for way in extract.ways where way.tags["amenity"] == "parking_space" {
      let line = way.nodes.compactMap { extract.coordinate(ofNode: $0) }
      if !line.isEmpty { add(way.tags, FeatureID(.way, way.id), BoundingBox(line).center) }
    }
    self.spaces = spaces
    index = PointIndex(spaces.enumerated().map { ($1.place, $0) })
  }

  /// The number of spaces inside an outline.
  func count(inside outline: Outline) -> Int {
    index.within(outline).reduce(0) { $0 + spaces[$1.element].count }
  }

  /// Returns a handoff for each group of spaces that lie together.
  ///
  /// - Parameter around: Returns the car parks around a place, on whose terms its spaces are used.
  func handoffs(
    isCampus: (Coordinate) -> Bool, around: (Coordinate) -> [CarParkFinder.Area]
  ) -> [HandoffRecord] {
    var grouped: Set<Int> = []
    var found: [HandoffRecord] = []
    for (number, space) in spaces.enumerated() where !grouped.contains(number) {
      let members = index.within(BoundingBox(space.place).expanded(byMetres: Self.group)).map(\.element)
        .filter {
          !grouped.contains($0) && spaces[$0].level == space.level
            && distance(spaces[$0].place, space.place) <= Self.group
        }
      grouped.formUnion(members)
      let areas = around(space.place)
      if !areas.isEmpty, areas.allSatisfy({ $0.parking == nil }) { continue }
      let area = areas.first { $0.parking != nil }
      // A space's own `access=no` says that it isn't for others.
      guard
        let own = ParkingTags(
          isCampus: isCampus(space.place), { $0 == "parking_space" ? "disabled" : space.tags[$0] })
      else { continue }
      // Guidance names the car park, unless the spaces have a name of their own.
      let isNamed = space.tags["name"] != nil
      let isBelow = space.level.map { $0 < .ground } ?? false
      let kind = area?.kind ?? (isBelow ? .undergroundParking : .parkingLot)
      var record = HandoffRecord(
        kind, source: isNamed ? space.source : area?.source ?? space.source, drive: space.place,
        walk: space.place, level: space.level,
        charges: own.charges || area?.parking?.charges ?? false)
      record.apply(own)
      record.users = max(own.users, area?.parking?.users ?? .everyone)
      record.isForDisabledOnly = true
      record.capacity = UInt16(min(members.reduce(0) { $0 + spaces[$1].count }, 60_000))
      record.disabledCapacity = record.capacity
      record.maximumHeight = area?.parking?.maximumHeight ?? 0
      record.maximumStay = max(own.maximumStay, area?.parking?.maximumStay ?? 0)
      found.append(record)
    }
    return found
  }
}
