import Columns

/// Names in other languages than the one on the signs: for each language, a name and what it is there.
///
/// What a name is elsewhere belongs to the feature that has it: an "出口A" may be "Exit A" here and something else in
/// the next building. So there is a text for each name, and one for each feature that goes by another text.
///
/// Kept as text, sorted, a line each, with unit separators between: language, name and translation; or language, name,
/// translation and the feature that this is about. An empty translation says that the feature has none.
package struct Translations: Sendable {
  /// Translations by language (`en`, `zh`) and name, for features that have none of their own.
  package private(set) var texts: [String: [String: String]] = [:]
  /// Translations of the names of features that ``texts`` don't hold for, by language; "" where there is none.
  package private(set) var exceptions: [String: [Feature: String]] = [:]

  /// The languages that there are names in, sorted.
  package private(set) var languages: [String] = []

  /// The names that ``texts`` or ``exceptions`` tell anything of, in any language.
  private var names: Set<String> = []
  /// The names that some feature goes by another text for, in any language.
  private var exceptionalNames: Set<String> = []

  /// A feature and the name that is translated.
  package struct Feature: Hashable, Sendable {
    /// The feature.
    package var source: FeatureID
    /// Its name.
    package var name: String

    /// Makes a key.
    package init(_ source: FeatureID, _ name: String) {
      self.source = source
      self.name = name
    }
  }

  private static let separator: Character = "\u{1F}"

  /// Starts without any.
  package init() {}

  /// Takes over translations; empty names and those of names that are the same are left out.
  package init(texts: [String: [String: String]], exceptions: [String: [Feature: String]] = [:]) {
    self.texts = texts.mapValues { $0.filter { !$0.isEmpty && !$1.isEmpty && $0 != $1 } }
    self.exceptions = exceptions.mapValues { $0.filter { !$0.key.name.isEmpty } }
    index()
  }

  private mutating func index() {
    languages = Set(texts.keys).union(exceptions.keys).sorted()
    exceptionalNames = Set(exceptions.values.flatMap { $0.keys.map(\.name) })
    names = exceptionalNames.union(texts.values.flatMap(\.keys))
  }

  /// Reads what a file holds; lines that make no sense are passed over.
  ///
  /// - Complexity: O(bytes).
  package init(_ bytes: Column<UInt8>) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
      if parts.count == 3 {
        texts[parts[0], default: [:]][parts[1]] = parts[2]
      } else if parts.count == 4, let source = FeatureID(parts[3]) {
        exceptions[parts[0], default: [:]][Feature(source, parts[1])] = parts[2]
      }
    }
    index()
  }

  /// Whether there are none.
  package var isEmpty: Bool { texts.isEmpty && exceptions.isEmpty }

  /// Whether a name, or that of some feature called so, is known in any other language.
  package func knows(_ name: String) -> Bool { names.contains(name) }

  /// What a feature itself goes by for a name: "" for none; nil where it goes by what others do.
  package func exception(for name: String, from source: FeatureID, in language: String) -> String? {
    exceptionalNames.contains(name) ? exceptions[language]?[Feature(source, name)] : nil
  }

  /// Whether all features of a name go by one text.
  package func isPlain(_ name: String) -> Bool { !exceptionalNames.contains(name) }

  /// Returns what a feature's name is in a language; nil if the map doesn't know.
  package func text(of name: String, from source: FeatureID, in language: String) -> String? {
    guard !name.isEmpty else { return nil }
    if let own = exception(for: name, from: source, in: language) { return own.isEmpty ? nil : own }
    return texts[language]?[name]
  }

  /// Returns what a feature's name is in all languages that the map knows it in.
  package func texts(of name: String, from source: FeatureID) -> [String: String] {
    var found: [String: String] = [:]
    for language in languages { found[language] = text(of: name, from: source, in: language) }
    return found
  }

  /// The form for files; the same translations give the same bytes.
  package var bytes: Column<UInt8> {
    func line(_ parts: String...) -> String { parts.joined(separator: String(Self.separator)) }
    let plain = texts.flatMap { language, names in names.map { line(language, $0.key, $0.value) } }
    let own = exceptions.flatMap { language, names in
      names.map { line(language, $0.key.name, $0.value, $0.key.source.description) }
    }
    return Column(Array((plain + own).sorted().joined(separator: "\n").utf8))
  }
}
