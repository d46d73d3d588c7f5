import Geodesy

/// A place of an atlas, as a search shows it to people.
public struct FoundPlace: Hashable, Sendable {
  /// The feature that it comes from; its description is an id that a planner takes.
  public var source: Source
  /// Its name, as on the signs.
  public var name: String
  /// Its name in other languages, by language (`en`, `zh`), as far as the map knows.
  public var translations: [String: String]
  /// What it is: `pharmacy`, `ward`, `address`.
  public var kind: String
  /// Where it is.
  public var coordinate: Coordinate
  /// Its level, where the map says one.
  public var level: Level?
  /// The level's name as posted around it, or "".
  public var levelName: String
  /// The id of the venue that it is in; nil in the streets.
  public var venue: String?
}

extension Atlas {
  /// Returns the places that a text may mean in the streets and in all venues: those with exactly this name,
  /// else those whose names begin with it, else those whose names contain it.
  ///
  /// - Parameters:
  ///   - text: A name or a part of one, in any language of the map.
  ///   - limit: The most places to return.
  /// - Returns: How well the names fit, and the places; none if the text is in no name.
  /// - Throws: An ``AtlasError`` if a venue can't be opened.
  /// - Complexity: O(length of all names + nodes for each place found).
  public func places(
    named text: String, limit: Int = 20
  ) throws(AtlasError) -> (match: Network.NameMatch, places: [FoundPlace]) {
    var networks: [(network: Network, venue: String?)] = [(streets, nil)]
    for part in venueParts { networks.append((try venue(part.network).network, part.network)) }
    let matches = networks.map { $0.network.placeMatches(text) }
    let best = matches.filter { !$0.places.isEmpty }.map(\.match).min { $0.rawValue < $1.rawValue } ?? .inside
    var found: [FoundPlace] = []
    for (part, match) in zip(networks, matches) where match.match == best && !match.places.isEmpty {
      let texts = Translations(part.network.translations).texts
      for place in match.places.prefix(limit - found.count) {
        found.append(part.network.foundPlace(place, venue: part.venue, translations: texts))
      }
    }
    return (best, found)
  }
}

extension Network {
  fileprivate func foundPlace(
    _ index: Int, venue: String?, translations: [String: [String: String]]
  ) -> FoundPlace {
    let record = places[index]
    let name = strings[record.name]
    return FoundPlace(
      source: record.source, name: name, translations: translations.compactMapValues { $0[name] },
      kind: strings[record.kind], coordinate: record.coordinate, level: record.hasLevel ? record.level : nil,
      levelName: record.hasLevel ? levelName(near: record.coordinate, on: record.level) : "", venue: venue)
  }

  /// The name of a level as the nearest node with one has it, or "".
  private func levelName(near place: Coordinate, on level: Level) -> String {
    func squared(_ node: NodeRecord) -> Int64 {
      let north = Int64(node.coordinate.latitudeE7) - Int64(place.latitudeE7)
      let east = Int64(node.coordinate.longitudeE7) - Int64(place.longitudeE7)
      return north * north + east * east
    }
    let named = nodes.filter { $0.level == level && $0.levelName != 0 }
    return named.min { squared($0) < squared($1) }.map { strings[$0.levelName] } ?? ""
  }
}
