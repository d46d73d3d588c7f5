import Geodesy
import WardwayMap

/// Finds what people want to go to: everything that has a name and isn't a street, and house numbers.
struct PlaceFinder {
  let extract: OSMExtract
  /// The main entrance of each hospital that has one: whoever wants to go to the hospital goes there.
  private let mainEntrances: [FeatureID: Coordinate]
  private let emergencyRooms: EmergencyRooms

  init(extract: OSMExtract, hospitals: [FoundVenue] = []) {
    self.extract = extract
    emergencyRooms = EmergencyRooms(extract)
    let doors = hospitals.isEmpty ? nil : HospitalDoors(extract)
    mainEntrances = Dictionary(
      hospitals.compactMap { hospital in
        doors?.main(of: hospital.outline).first { $0.tags["entrance"] == "main" }.map {
          (hospital.source, $0.coordinate)
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds all places to a draft, in the order of nodes, ways, relations and their ids.
  ///
  /// - Complexity: O(tagged objects).
  func addPlaces(to draft: inout NetworkDraft) {
    for index in extract.taggedNodes {
      let node = extract.node(at: index)
      add(node.tags, FeatureID(.node, node.id), to: &draft) { node.coordinate }
    }
    for way in extract.ways where !way.tags.isEmpty {
      add(way.tags, FeatureID(.way, way.id), to: &draft) { middle(of: way) }
      if way.tags["addr:interpolation"] != nil { addAddresses(along: way, to: &draft) }
    }
    for relation in extract.relations where HospitalTags.isSite(relation.tags) {
      add(relation.tags, FeatureID(.relation, relation.id), to: &draft) {
        let doors = relation.members.lazy.filter { $0.kind == .node && $0.role.contains("entrance") }
        return doors.compactMap { extract.coordinate(ofNode: $0.id) }.first
          ?? relation.members.lazy.filter { $0.kind == .way }.compactMap { extract.way($0.id) }
          .compactMap { middle(of: $0) }.first
      }
    }
    for relation in extract.relations where relation.tags["type"] == "multipolygon" {
      add(relation.tags, FeatureID(.relation, relation.id), to: &draft) {
        relation.members.lazy.filter { $0.kind == .way }.compactMap { extract.way($0.id) }
          .compactMap { middle(of: $0) }.first
      }
    }
  }

  private func add(
    _ tags: OSMTags, _ source: FeatureID, to draft: inout NetworkDraft, at place: () -> Coordinate?
  ) {
    guard let kind = Self.kind(tags) ?? (HospitalTags.isSite(tags) ? "hospital" : nil) else { return }
    let names = PlaceNames.shown(tags)
    guard let first = names.first, let coordinate = mainEntrances[source] ?? place() else { return }
    let search = PlaceName.searchText(names + PlaceNames.others(tags, kind: kind))
    var record = PlaceRecord(
      source: source, coordinate: coordinate, level: LevelTag(tags["level"] ?? "").levels.first,
      name: draft.strings.number(of: first), search: draft.strings.number(of: search),
      kind: draft.strings.number(of: kind))
    record.isEmergencyDepartment =
      EmergencyTags.isDepartment(tags) || emergencyRooms.contains(tags, at: coordinate)
    record.hasOwnFront = Self.hasOwnFront(tags)
    record.isCutOff = tags[OwnTags.cutOff] != nil
    draft.places.append(record)
  }

  /// Adds the addresses between those that the map has along a line.
  private func addAddresses(along way: OSMWay, to draft: inout NetworkDraft) {
    for address in AddressInterpolation.addresses(along: way, in: extract) {
      draft.places.append(
        PlaceRecord(
          source: FeatureID(.way, way.id), coordinate: address.coordinate, level: nil,
          name: draft.strings.number(of: address.names[0]),
          search: draft.strings.number(of: PlaceName.searchText(address.names)),
          kind: draft.strings.number(of: "address")))
    }
  }

  /// The middle of a way's box.
  private func middle(of way: OSMWay) -> Coordinate? {
    let points = way.nodes.compactMap { extract.coordinate(ofNode: $0) }
    return points.isEmpty ? nil : BoundingBox(points).center
  }

  /// The keys that make a named feature a place, the most telling first.
  private static let keys = [
    "healthcare", "amenity", "emergency", "shop", "office", "tourism", "leisure", "room", "entrance", "door",
    "railway", "public_transport", "highway", "indoor", "building", "place",
  ]

  /// What kind of place this is; nil for streets and for what nobody goes to.
  static func kind(_ tags: OSMTags) -> String? {
    for key in keys {
      guard let value = tags[key], value != "no" else { continue }
      switch key {
      case "highway": if !["elevator", "bus_stop", "platform"].contains(value) { continue }
      case "indoor": if !["room", "area"].contains(value) { continue }
      case "railway":
        if !["station", "halt", "tram_stop", "subway_entrance", "platform"].contains(value) { continue }
      case "place": if !["square", "house"].contains(value) { continue }
      default: break
      }
      return value == "yes" ? key : value
    }
    return tags["addr:housenumber"] == nil && tags["addr:housename"] == nil ? nil : "address"
  }

  /// Amenities that mostly have a door to the street, or stand there.
  private static let fronts: Set<String?> = [
    "atm", "bank", "bar", "biergarten", "bureau_de_change", "cafe", "fast_food", "ice_cream", "internet_cafe",
    "nightclub", "pharmacy", "post_box", "post_office", "pub", "restaurant", "vending_machine",
  ]

  /// Whether a place mostly has a door to the street besides its building's entrance.
  private static func hasOwnFront(_ tags: OSMTags) -> Bool {
    tags["shop"] != nil || fronts.contains(tags["amenity"])
  }
}
