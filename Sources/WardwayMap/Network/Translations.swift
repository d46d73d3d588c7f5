import Columns

/// Names in other languages than the one on the signs: for each language, a name and what it is there.
///
/// Kept as text, sorted, a line each: language, name and translation between unit separators.
public struct Translations: Sendable {
  /// Translations by language (`en`, `zh`) and name.
  public private(set) var texts: [String: [String: String]] = [:]

  private static let separator: Character = "\u{1F}"

  /// Starts without any.
  public init() {}

  /// Reads what a file holds; lines that make no sense are passed over.
  ///
  /// - Complexity: O(bytes).
  public init(_ bytes: Column<UInt8>) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: Self.separator, omittingEmptySubsequences: false)
      if parts.count == 3 { texts[String(parts[0]), default: [:]][String(parts[1])] = String(parts[2]) }
    }
  }

  /// Adds a translation; the first one of a name stands.
  public mutating func add(_ name: String, _ language: String, _ text: String) {
    guard !name.isEmpty, !text.isEmpty, name != text else { return }
    if texts[language]?[name] == nil { texts[language, default: [:]][name] = text }
  }

  /// Only those of names that `isUsed` holds for.
  public func filter(_ isUsed: (String) -> Bool) -> Translations {
    var kept = Translations()
    kept.texts = texts.mapValues { $0.filter { isUsed($0.key) } }
    return kept
  }

  /// The form for files; the same translations give the same bytes.
  public var bytes: Column<UInt8> {
    let lines = texts.flatMap { language, names in
      names.map { [language, $0.key, $0.value].joined(separator: String(Self.separator)) }
    }
    return Column(Array(lines.sorted().joined(separator: "\n").utf8))
  }
}
