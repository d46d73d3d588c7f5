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
}

/// Finds places by name or id, in the streets and in all venues.
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
  /// - Throws: `unknownPlace`, `ambiguousPlace` (with what it may be).
  /// - Complexity: O(length of all names) for a name; opens all venues.
  func resolve(_ place: Place) throws(PlanningError) -> ResolvedPlace {
    switch place {
    case .coordinate(let coordinate, let level):
      return ResolvedPlace(coordinate: coordinate, level: level, name: "", levelIsHint: false)
    case .name(let text):
      if let source = Source(text) { return try resolve(source) }
      return try resolve(named: text)
    }
  }

  /// The networks with places: the streets first, then the venues that can be opened.
  private var networks: [(network: Network, venue: String?)] {
    [(atlas.streets, nil)]
      + atlas.venueParts.compactMap { part in
        (try? atlas.venue(part.network)).map { ($0.network, part.network) }
      }
  }

  /// Why a venue can't be opened, in which a place might be; nil if all can.
  private var damage: PlanningError? {
    for part in atlas.venueParts {
      do { _ = try atlas.venue(part.network) } catch { return PlanningError(.damagedMap, "\(error)") }
    }
    return nil
  }

  private func resolve(named text: String) throws(PlanningError) -> ResolvedPlace {
    var best = Network.NameMatch.inside
    var found: [Candidate] = []
    for (network, venue) in networks {
      let (match, places) = network.placeMatches(text)
      guard !places.isEmpty, match.rawValue <= best.rawValue || found.isEmpty else { continue }
      if match != best { found = [] }
      best = match
      found += places.map { Candidate(network: network, venue: venue, place: $0) }
    }
    guard let first = found.first else {
      throw damage
        ?? PlanningError(.unknownPlace, "no place is called '\(text)'; 'wardway places' lists what there is")
    }
    let isOne = found.allSatisfy {
      distance($0.record.coordinate, first.record.coordinate) <= Self.samePlace
        && ($0.record.level == first.record.level || !$0.record.hasLevel || !first.record.hasLevel)
    }
    guard isOne else {
      let examples = found.prefix(5).map(describe).joined(separator: "; ")
      let more = found.count > 5 ? " and \(found.count - 5) more" : ""
      throw PlanningError(
        .ambiguousPlace,
        "'\(text)' may be one of \(found.count) places: \(examples)\(more). Ask for one by its id")
    }
    // One of several records of the same place: the one that knows its level.
    return resolved(found.first { $0.record.hasLevel } ?? first)
  }

  private func resolve(_ source: Source) throws(PlanningError) -> ResolvedPlace {
    for (network, venue) in networks {
      if let place = network.place(from: source) {
        return resolved(Candidate(network: network, venue: venue, place: place))
      }
      if let node = network.node(from: source) {
        let record = network.nodes[node]
        return ResolvedPlace(
          coordinate: record.coordinate, level: record.level, name: "", levelIsHint: true, venue: venue)
      }
      if let edge = network.edges(from: source).first {
        let line = network.points(of: edge)
        return ResolvedPlace(
          coordinate: line[line.count / 2], level: network.tailLevel(of: edge),
          name: network.strings[network.edges[edge].name], levelIsHint: true, venue: venue)
      }
    }
    throw damage ?? PlanningError(.unknownPlace, "\(source) is not on this map")
  }

  private func resolved(_ candidate: Candidate) -> ResolvedPlace {
    let record = candidate.record
    return ResolvedPlace(
      coordinate: record.coordinate, level: record.hasLevel ? record.level : nil, name: candidate.name,
      levelIsHint: true, venue: candidate.venue, isEmergencyDepartment: record.isEmergencyDepartment)
  }

  private func describe(_ candidate: Candidate) -> String {
    let record = candidate.record
    let level = record.hasLevel ? ", level \(record.level)" : ""
    return "\(candidate.name) (\(record.source)\(level))"
  }
}
