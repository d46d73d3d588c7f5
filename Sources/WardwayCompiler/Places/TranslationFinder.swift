import WardwayMap

/// Collects what names are in the languages that texts can be had in.
enum TranslationFinder {
  private static let keys = [("en", "name:en"), ("zh", "name:zh"), ("zh", "name:zh-Hans")]

  /// Returns the translations of all names in an extract.
  ///
  /// - Complexity: O(tagged objects).
  static func translations(in extract: OSMExtract) -> Translations {
    var found = Translations()
    func add(_ tags: OSMTags) {
      guard let name = tags["name"] else { return }
      for (language, key) in keys { if let text = tags[key] { found.add(name, language, text) } }
    }
    for node in extract.taggedNodes { add(extract.node(at: node).tags) }
    for way in extract.ways { add(way.tags) }
    for relation in extract.relations { add(relation.tags) }
    return found
  }
}
