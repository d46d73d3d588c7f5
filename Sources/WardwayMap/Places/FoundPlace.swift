import Geodesy

/// A place of an atlas, as a search shows it to people.
public struct FoundPlace: Hashable, Sendable {
  /// The feature that it comes from; its description is an id that a planner takes.
  public var source: FeatureID
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
  public var venue: NetworkID?
}

extension WalkNetwork {
  /// Returns places as a search shows them; numbers of none are passed over.
  ///
  /// - Complexity: O(length of the translations + nodes for each place).
  package func foundPlaces(_ numbers: some Sequence<Int>, venue: NetworkID?) -> [FoundPlace] {
    let translations = Translations(translations)
    let numbers = numbers.filter(places.indices.contains)
    let named = numbers.contains { places[$0].hasLevel } ? nodesByNamedLevel : [:]
    return numbers.map { number in
      let record = places[number]
      let name = strings[record.name]
      return FoundPlace(
        source: record.source, name: name, translations: translations.texts(of: name, from: record.source),
        kind: strings[record.kind], coordinate: record.coordinate,
        level: record.hasLevel ? record.level : nil,
        levelName: record.hasLevel
          ? levelName(near: record.coordinate, among: named[record.level] ?? []) : "",
        venue: venue)
    }
  }

  /// The nodes whose levels have names, by level.
  private var nodesByNamedLevel: [Level: [NodeRecord]] {
    var found: [Level: [NodeRecord]] = [:]
    for node in nodes.indices where nodes[node].levelName != 0 {
      found[nodes[node].level, default: []].append(nodes[node])
    }
    return found
  }

  /// The name of a level as the nearest of some nodes has it, or "".
  private func levelName(near place: Coordinate, among named: [NodeRecord]) -> String {
    func squared(_ node: NodeRecord) -> Int64 {
      let north = Int64(node.coordinate.latitudeE7) - Int64(place.latitudeE7)
      let east = Int64(node.coordinate.longitudeE7) - Int64(place.longitudeE7)
      return north * north + east * east
    }
    return named.min { squared($0) < squared($1) }.map { strings[$0.levelName] } ?? ""
  }
}
