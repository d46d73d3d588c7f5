import Geodesy
import WardwayMap

/// Collects what names are in the languages that texts can be had in, feature by feature.
struct TranslationFinder {
  private static let keys = [("en", "name:en"), ("zh", "name:zh"), ("zh", "name:zh-Hans")]
  static let languages = ["en", "zh"]

  /// A feature with a name.
  private struct Named {
    var source: FeatureID
    var name: String
    /// Whether it is a part of a street: all parts have one name in each language, whichever of them say so.
    var isStreet: Bool
    var texts: [String: String]
  }

  /// How near a feature of the same name has to be, in metres, to be the same thing: a hospital and its building.
  private static let near = 10.0

  private let extract: OSMExtract
  private var features: [Named] = []

  /// Reads all names of an extract.
  ///
  /// - Complexity: O(tagged objects).
  init(_ extract: OSMExtract) {
    self.extract = extract
    for node in extract.taggedNodes {
      let node = extract.node(at: node)
      add(node.tags, FeatureID(.node, node.id))
    }
    for way in extract.ways where !way.tags.isEmpty { add(way.tags, FeatureID(.way, way.id)) }
    for relation in extract.relations { add(relation.tags, FeatureID(.relation, relation.id)) }
  }

  private mutating func add(_ tags: OSMTags, _ source: FeatureID) {
    guard let name = tags["name"], !name.isEmpty else { return }
    var texts: [String: String] = [:]
    for (language, key) in Self.keys where texts[language] == nil {
      if let text = tags[key], !text.isEmpty { texts[language] = text }
    }
    let isStreet =
      tags["highway"].map { !["elevator", "steps", "corridor"].contains($0) } == true && tags["indoor"] == nil
    features.append(Named(source: source, name: name, isStreet: isStreet, texts: texts))
  }

  /// The translations of all names of the map.
  func translations() -> Translations { translations(of: features) }

  /// The translations of a network's names: as its own features have them, else as others do.
  func translations(of network: SettledNetwork) -> Translations {
    let used = network.strings.all
    var sources = Set(network.nodes.lazy.map(\.source)).union(network.edges.lazy.map(\.source))
    sources.formUnion(network.places.lazy.map(\.source))
    sources.formUnion(network.areas.records.lazy.map(\.edge.source))
    let named = features.filter { used.contains($0.name) }
    let own = translations(of: named.filter { sources.contains($0.source) })
    let all = translations(of: named)
    return Translations(
      texts: all.texts.merging(own.texts) { other, own in other.merging(own) { $1 } },
      exceptions: own.exceptions)
  }

  private func translations(of features: [Named]) -> Translations {
    var texts: [String: [String: String]] = [:]
    var exceptions: [String: [Translations.Feature: String]] = [:]
    let groups = Dictionary(grouping: features, by: \.name)
    for language in Self.languages {
      for (name, group) in groups {
        var counts: [String: Int] = [:]
        for feature in group { if let text = feature.texts[language] { counts[text, default: 0] += 1 } }
        // The most frequent one; the name of anything that says nothing of itself.
        guard let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { continue }
        texts[language, default: [:]][name] = usual
        // Two that agree make a word of it, such as "卫生间"; one may be anything.
        let isWord = counts.count == 1 && counts[usual]! > 1
        if counts.count == 1, isWord || group.count == 1 { continue }
        let told = group.compactMap { other in other.texts[language].map { (box(of: other.source), $0) } }
        for feature in group {
          let own = feature.texts[language] ?? (isWord || feature.isStreet ? nil : text(near: feature, told))
          if own == usual || own == nil && (isWord || feature.isStreet) { continue }
          let text = own == name ? "" : own ?? ""
          exceptions[language, default: [:]][Translations.Feature(feature.source, name)] = text
        }
      }
    }
    return Translations(texts: texts, exceptions: exceptions)
  }

  /// What a feature of the same name at the same place is called.
  private func text(near feature: Named, _ told: [(box: BoundingBox, text: String)]) -> String? {
    let box = box(of: feature.source).expanded(byMetres: Self.near)
    return told.first { $0.box.intersects(box) }?.text
  }

  private func box(of source: FeatureID) -> BoundingBox {
    func box(_ way: OSMWay?) -> BoundingBox {
      BoundingBox(way?.nodes.compactMap { extract.coordinate(ofNode: $0) } ?? [])
    }
    let number = source.number
    let (kind, isOther) = (source.kind, source.kind == .feature)
    var found = BoundingBox([])
    if kind == .node || isOther, let place = extract.coordinate(ofNode: number) { found.expand(to: place) }
    if kind == .way || isOther { found.expand(to: box(extract.way(number))) }
    if kind == .relation || isOther, let relation = extract.relation(number) {
      for member in relation.members where member.kind == .way {
        found.expand(to: box(extract.way(member.id)))
      }
    }
    return found
  }
}
