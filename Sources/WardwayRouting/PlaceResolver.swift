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
  var venue: String?
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
    var network: Network
    var venue: String?
    var place: Int

    var record: PlaceRecord { network.places[place] }
    var name: String { network.strings[record.name] }
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
    case .name(let text):
      if let source = Source(text) { return try resolve(source) }
      return try resolve(named: text)
    }
  }

  /// A place that isn't looked at yet, in the streets or in a venue.
  private struct Reference {
    var venue: String?
    var place: Int
  }

  private func candidate(_ reference: Reference) throws(PlanningError) -> Candidate {
    let network = try network(of: reference.venue)
    guard network.places.indices.contains(reference.place) else {
      throw PlanningError(
        .damagedMap, "the atlas's index names a place that \(reference.venue ?? "") hasn't; compile it again")
    }
    return Candidate(network: network, venue: reference.venue, place: reference.place)
  }

  private func network(of venue: String?) throws(PlanningError) -> Network {
    guard let venue else { return atlas.streets }
    do {
      return try atlas.venue(venue).network
    } catch { throw PlanningError(.damagedMap, "\(error)") }
  }

  /// The places of all networks that a text may mean best, the streets' first.
  private func references(_ text: String) throws(PlanningError) -> [Reference] {
    let (streetMatch, places) = atlas.streets.placeMatches(text)
    let inStreets = places.map { Reference(venue: nil, place: $0) }
    do {
      let (match, found) = try atlas.venuePlaces(named: text)
      let inVenues = found.map { Reference(venue: $0.venue, place: $0.place) }
      if inStreets.isEmpty { return inVenues }
      if inVenues.isEmpty || streetMatch.rawValue < match.rawValue { return inStreets }
      return match.rawValue < streetMatch.rawValue ? inVenues : inStreets + inVenues
    } catch { throw PlanningError(.damagedMap, "\(error)") }
  }

  private func resolve(named text: String) throws(PlanningError) -> ResolvedPlace {
    let found = try references(text)
    // Formats other than OpenStreetMap's call their features by texts, which may be parts of names.
    let isExact =
      if let first = found.first { try candidate(first).name.lowercased() == text.lowercased() } else {
        false
      }
    if !isExact, let feature = try? resolve(Source(feature: text)) { return feature }
    guard !found.isEmpty else {
      throw PlanningError(.unknownPlace, "no place is called '\(text)'; 'wardway places' lists what there is")
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
    guard isOne else {
      var examples: [String] = []
      for reference in found.prefix(5) { examples.append(describe(try candidate(reference))) }
      let more = found.count > 5 ? " and \(found.count - 5) more" : ""
      throw PlanningError(
        .ambiguousPlace,
        "'\(text)' may be one of \(found.count) places: \(examples.joined(separator: "; "))\(more). "
          + "Ask for one by its id")
    }
    return resolved(best)
  }

  private func isSame(_ a: Candidate, _ b: Candidate) -> Bool {
    distance(a.record.coordinate, b.record.coordinate) <= Self.samePlace
      && (a.record.level == b.record.level || !a.record.hasLevel || !b.record.hasLevel)
  }

  private func resolve(_ source: Source) throws(PlanningError) -> ResolvedPlace {
    let venues: [String]
    do {
      venues = try atlas.venues(with: source)
    } catch { throw PlanningError(.damagedMap, "\(error)") }
    // A venue that can't be opened is passed over: another one may have it.
    var damage: PlanningError?
    for venue in [nil] + venues.map(Optional.some) {
      let network: Network
      do {
        network = try self.network(of: venue)
      } catch {
        damage = damage ?? error
        continue
      }
      if let place = network.place(from: source) {
        return resolved(Candidate(network: network, venue: venue, place: place))
      }
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
    throw damage ?? PlanningError(.unknownPlace, "\(source) is not on this map")
  }

  private func resolved(_ candidate: Candidate) -> ResolvedPlace {
    let record = candidate.record
    return ResolvedPlace(
      coordinate: record.coordinate, level: record.hasLevel ? record.level : nil, name: candidate.name,
      levelIsHint: true, venue: candidate.venue, isEmergencyDepartment: record.isEmergencyDepartment,
      isCutOff: record.isCutOff)
  }

  private func describe(_ candidate: Candidate) -> String {
    let record = candidate.record
    let level = record.hasLevel ? ", level \(record.level)" : ""
    return "\(candidate.name) (\(record.source)\(level))"
  }
}
