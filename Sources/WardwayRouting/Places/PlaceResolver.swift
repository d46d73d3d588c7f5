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
  /// The venue that it was found in.
  var venue: NetworkID?
  /// The feature that it comes from.
  var source = FeatureID.none
  /// Whether it mostly has a door to the street besides its building's entrance.
  var hasOwnFront = false
  /// Whether it is an emergency department, whose door is open to those who go there.
  var isEmergencyDepartment = false
  /// Whether the map says that nothing leads there.
  var isCutOff = false
}

/// Finds places by name or id, in the streets and in all venues; opens only venues that have what is asked for.
struct PlaceResolver {
  /// How far apart places of one name may lie, in metres, to count as one.
  private static let samePlace = 30.0

  let atlas: Atlas

  /// A place of one of the atlas's networks.
  private struct Candidate {
    var network: WalkNetwork
    var venue: NetworkID?
    var place: Int

    var record: PlaceRecord { network.places[place] }
    var name: String { network.strings[record.name] }
    var kind: String { network.strings[record.kind] }
    /// All its names, as they are compared.
    var names: String { network.strings[record.search] }
  }

  /// Finds a place on the map.
  ///
  /// - Throws: `unknownPlace`, `ambiguousPlace` (with what it may be), `damagedMap` if a venue that it may be in
  ///   can't be opened.
  /// - Complexity: O(length of the streets' names), and that of all names for a part of a name.
  func resolve(_ place: Place) throws(PlanningError) -> ResolvedPlace {
    switch place {
    case .coordinate(let coordinate, let level):
      return ResolvedPlace(coordinate: coordinate, level: level, name: "", levelIsHint: false)
    case .feature(let feature, let network): return try resolve(feature, in: network)
    case .name(let text):
      // Whoever types an id means that.
      if let feature = FeatureID(text) { return try resolve(feature) }
      return try resolve(named: text)
    }
  }

  private func candidate(_ reference: PlaceReference) throws(PlanningError) -> Candidate {
    let network = try network(reference.network)
    guard network.places.indices.contains(reference.place) else {
      throw PlanningError(
        .damagedMap, "the atlas's index names a place that \(reference.network) hasn't; compile it again")
    }
    return Candidate(
      network: network, venue: reference.network.isVenue ? reference.network : nil, place: reference.place)
  }

  private func network(_ id: NetworkID) throws(PlanningError) -> WalkNetwork {
    do { return try atlas.network(id) } catch { throw PlanningError(.damagedMap, "\(error)") }
  }

  /// The places of all networks that a text may mean best, the streets' first.
  private func references(
    _ text: String
  ) throws(PlanningError) -> (match: NameMatch, places: [PlaceReference]) {
    do { return try atlas.placeMatches(text) } catch { throw PlanningError(.damagedMap, "\(error)") }
  }

  /// Finds the place that has a name, or the only one whose name has its words.
  ///
  /// Where that would be a guess, it is an error: nobody is sent to the canteen who asked for the ward.
  private func resolve(named text: String) throws(PlanningError) -> ResolvedPlace {
    let (match, found) = try references(text)
    if match != .exact || found.isEmpty {
      // Formats other than OpenStreetMap's call their features by texts, which may be parts of names.
      if let feature = try? resolve(FeatureID(feature: text)) { return feature }
      if let street = try resolve(street: text) { return street }
    }
    guard !found.isEmpty else {
      throw PlanningError(
        .unknownPlace, "no place is called '\(text)'; 'wardway places' lists what there is",
        choice: NameChoice(text, places: [], count: 0, isExact: false))
    }
    let first = try candidate(found[0])
    var best = first
    var isOne = true
    // A name that a thousand venues have is ambiguous after two of them.
    for reference in found.dropFirst() where isOne {
      let other = try candidate(reference)
      isOne = isSame(other, first)
      // One of several records of the same place: the one that knows its level.
      if !best.record.hasLevel, other.record.hasLevel { best = other }
    }
    guard isOne, match == .exact || NameSense(text, match).isPlain(best.names, best.name, kind: best.kind)
    else {
      throw try ambiguous(text, match, found, isOne: isOne)
    }
    return resolved(best)
  }

  /// Says what a name may mean.
  private func ambiguous(
    _ text: String, _ match: NameMatch, _ found: [PlaceReference], isOne: Bool
  ) throws(PlanningError) -> PlanningError {
    var examples: [FoundPlace] = []
    for reference in found.prefix(isOne ? 1 : 5) {
      let candidate = try candidate(reference)
      examples += candidate.network.foundPlaces([candidate.place], venue: candidate.venue)
    }
    let choice = NameChoice(
      text, places: examples, count: isOne ? 1 : found.count, isExact: match == .exact)
    let names = examples.map(describe).joined(separator: "; ")
    guard choice.count > 1 else {
      return PlanningError(
        .ambiguousPlace,
        "no place is called just '\(text)'; it may be \(names). Ask for it by its whole name or its id",
        choice: choice)
    }
    let more = found.count > 5 ? " and \(found.count - 5) more" : ""
    return PlanningError(
      .ambiguousPlace,
      "'\(text)' may be one of \(found.count) places: \(names)\(more). Ask for one by its id", choice: choice)
  }

  /// Finds a street, or another way of the streets' network, that has exactly a name: its middle.
  ///
  /// - Throws: `ambiguousPlace` if several far apart are called so.
  private func resolve(street text: String) throws(PlanningError) -> ResolvedPlace? {
    let ways = NamedWays(text, in: atlas.streets)
    guard let way = ways.parts.first else { return nil }
    guard ways.parts.count == 1 else {
      throw PlanningError(
        .ambiguousPlace,
        "\(ways.parts.count) streets far from each other are called '\(text)'; ask for a house in one of them"
      )
    }
    // What is called so on several floors is no street.
    let levels = Set(way.edges.map { atlas.streets.tailLevel(of: $0) })
    guard levels.count == 1 else { return nil }
    let line = atlas.streets.points(of: way.middle)
    return ResolvedPlace(
      coordinate: line[line.count / 2], level: atlas.streets.tailLevel(of: way.middle),
      name: atlas.streets.strings[atlas.streets.edges[way.middle].name], levelIsHint: true,
      source: atlas.streets.edges[way.middle].source)
  }

  private func isSame(_ a: Candidate, _ b: Candidate) -> Bool {
    distance(a.record.coordinate, b.record.coordinate) <= Self.samePlace
      && (a.record.level == b.record.level || !a.record.hasLevel || !b.record.hasLevel)
  }

  private func resolve(
    _ source: FeatureID, in only: NetworkID? = nil
  ) throws(PlanningError) -> ResolvedPlace {
    var venues: [NetworkID]
    do {
      venues = try atlas.venues(with: source)
    } catch { throw PlanningError(.damagedMap, "\(error)") }
    if let only { venues.removeAll { $0 != only } }
    // A venue that can't be opened is passed over: another one may have it.
    var damage: PlanningError?
    var networks: [(venue: NetworkID?, network: WalkNetwork)] =
      only?.isVenue ?? false ? [] : [(nil, atlas.streets)]
    for venue in venues {
      do { networks.append((venue, try network(venue))) } catch { damage = damage ?? error }
    }
    // A door of a hospital is a node of the streets too; the hospital knows its name.
    for (venue, network) in networks {
      if let place = network.place(from: source) {
        return resolved(Candidate(network: network, venue: venue, place: place))
      }
    }
    for (venue, network) in networks {
      let edges = network.edges(from: source)
      // Nodes are looked through one by one; those of ways come with edges.
      if [.node, .feature].contains(source.kind) || !edges.isEmpty, let node = network.node(from: source) {
        let record = network.nodes[node]
        return ResolvedPlace(
          coordinate: record.coordinate, level: record.level, name: "", levelIsHint: true, venue: venue)
      }
      if let edge = edges.first {
        let line = network.points(of: edge)
        return ResolvedPlace(
          coordinate: line[line.count / 2], level: network.tailLevel(of: edge),
          name: network.strings[network.edges[edge].name], levelIsHint: true, venue: venue)
      }
      if let area = network.areas.areas(from: source).first {
        let record = network.areas.records[area]
        return ResolvedPlace(
          coordinate: network.areas.rings(of: area)[0][0], level: record.level,
          name: network.strings[record.edge.name], levelIsHint: true, venue: venue)
      }
    }
    throw damage
      ?? PlanningError(
        .unknownPlace, "\(source) is not on this map" + (only.map { ", in \($0)" } ?? ""))
  }

  private func resolved(_ candidate: Candidate) -> ResolvedPlace {
    let record = candidate.record
    return ResolvedPlace(
      coordinate: record.coordinate, level: record.hasLevel ? record.level : nil, name: candidate.name,
      levelIsHint: true, venue: candidate.venue, source: record.source, hasOwnFront: record.hasOwnFront,
      isEmergencyDepartment: record.isEmergencyDepartment, isCutOff: record.isCutOff)
  }

  private func describe(_ place: FoundPlace) -> String {
    let floor = place.levelName.isEmpty ? place.level.map { "level \($0)" } : place.levelName
    return
      "\(place.name) (\(([place.source.description] + (floor.map { [$0] } ?? [])).joined(separator: ", ")))"
  }
}
