import JSONText

/// Turns IMDF's texts in several languages into OpenStreetMap's name tags.
struct IMDFNames {
  /// The longest text that is kept, in bytes, as in OpenStreetMap's reader.
  private static let longest = 4096

  /// The language of the archive, as its manifest has it.
  let language: String

  /// The tags of a feature's names: `name`, `name:xx`, `alt_name`, `alt_name:xx`, `short_name`.
  func tags(_ feature: IMDFFeature) -> [String: String] {
    var tags = tags("name", feature.properties["name"])
    tags.merge(self.tags("alt_name", feature.properties["alt_name"])) { first, _ in first }
    // Some exporters write shortName.
    let short = text(feature.properties["short_name"]) ?? text(feature.properties["shortName"])
    if let short { tags["short_name"] = short }
    if tags["alt_name"] == tags["name"] { tags["alt_name"] = nil }
    return tags
  }

  /// The text in the archive's language, else in English, else in the language that comes first.
  func text(_ labels: JSONValue) -> String? {
    let labels = read(labels)
    let base = language.prefix { $0 != "-" }
    return labels.first { $0.language == language }?.text
      ?? labels.first { $0.language == base || $0.language.hasPrefix(base + "-") }?.text
      ?? labels.first { $0.language.hasPrefix("en") }?.text ?? labels.first?.text
  }

  private func tags(_ key: String, _ labels: JSONValue) -> [String: String] {
    var tags: [String: String] = [:]
    if let text = text(labels) { tags[key] = text }
    for (language, text) in read(labels) {
      tags["\(key):\(language)"] = text
      // Guidance asks for `name:en` and `name:zh`.
      let base = language.prefix { $0 != "-" }
      let isTraditional = ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"].contains { language.hasPrefix($0) }
      if base != language, !isTraditional, tags["\(key):\(base)"] == nil { tags["\(key):\(base)"] = text }
    }
    return tags
  }

  /// The texts that aren't empty, by language; some exporters write a bare text.
  private func read(_ labels: JSONValue) -> [(language: String, text: String)] {
    if let text = labels.string.map({ Self.clean($0) }), !text.isEmpty { return [(language, text)] }
    return (labels.object ?? [:]).sorted { $0.key < $1.key }.compactMap { language, value in
      let text = Self.clean(value.string ?? "")
      let isTag =
        language.utf8.count <= 35 && language.utf8.allSatisfy { $0 == 45 || Self.isAlphanumeric($0) }
      return text.isEmpty || !isTag ? nil : (language, text)
    }
  }

  /// A text without control characters and outer space, cut to what is kept.
  static func clean(_ text: String) -> String {
    var bytes = 0
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      bytes += isControl ? 1 : UTF8.width(scalar)
      guard bytes <= longest else { break }
      kept.append(isControl ? " " : scalar)
    }
    return String(kept).split(separator: " ").joined(separator: " ")
  }

  /// A category as the value of a tag: letters, digits, dots and underscores.
  static func value(_ category: String) -> String {
    String(
      category.lowercased().prefix(60).map { character in
        character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
          ? character : "_"
      })
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    48...57 ~= byte || 65...90 ~= byte || 97...122 ~= byte
  }
}
