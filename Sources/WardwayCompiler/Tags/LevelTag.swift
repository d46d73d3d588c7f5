import Geodesy

/// The levels that a `level` or `repeat_on` tag lists.
///
/// Reads numbers, lists (`0;1`), ranges (`0-3`, `-2--1`, `-1.5--0.5`), mixtures of these, signs, stray spaces
/// and separators, and a decimal comma (`1,5`).
struct LevelTag: Equatable {
  /// The levels in ascending order, each once.
  var levels: [Level] = []
  /// The levels in the order in which they are written, as names in `level:ref` follow it.
  var asWritten: [Level] = []
  /// The parts of the tag that are no levels.
  var unreadable: [String] = []

  /// The most levels that a range may span.
  private static let longestRange = 300
  /// The most levels of a tag; what goes beyond is unreadable.
  private static let mostLevels = 1000

  init(_ text: String) {
    var found: Set<Level> = []
    for part in Self.parts(of: text) {
      if let level = Self.level(part) {
        if found.insert(level).inserted { asWritten.append(level) }
      } else if let range = Self.range(part), found.count + range.count <= Self.mostLevels {
        asWritten += range.filter { found.insert($0).inserted }
      } else {
        unreadable.append(part)
      }
    }
    levels = found.sorted()
  }

  /// The levels that tags state, repetitions included.
  static func all(_ tags: OSMTags) -> [Level] {
    LevelTag(tags["level"] ?? "").levels + LevelTag(tags["repeat_on"] ?? "").levels
  }

  /// Splits at semicolons, and at commas unless the comma stands for a decimal point.
  private static func parts(of text: String) -> [String] {
    text.split(separator: ";").flatMap { part -> [String] in
      let pieces = part.split(separator: ",", omittingEmptySubsequences: false).map { trim($0) }
      if pieces.count == 2, ["5", "25", "50", "75"].contains(pieces[1]), !part.contains(" "),
        Int(pieces[0]) != nil
      {
        return [pieces[0] + "." + pieces[1]]
      }
      return pieces
    }.filter { !$0.isEmpty }
  }

  private static func level(_ text: String) -> Level? {
    // `Double` alone would take hexadecimal numbers and exponents.
    guard text.utf8.allSatisfy({ 48...57 ~= $0 || "+-.".utf8.contains($0) }) else { return nil }
    return Double(text).flatMap { Level($0) }
  }

  /// Reads `from-to` in steps of one level.
  private static func range(_ text: String) -> [Level]? {
    for dash in text.indices.dropFirst() where text[dash] == "-" {
      guard let a = level(trim(text[..<dash])), let b = level(trim(text[text.index(after: dash)...])) else {
        continue
      }
      let (low, high) = (Int(min(a, b).hundredths), Int(max(a, b).hundredths))
      guard high - low <= longestRange * 100 else { return nil }
      return stride(from: low, through: high, by: 100).compactMap { Level(hundredths: Int16($0)) }
    }
    return nil
  }

  private static func trim(_ text: some StringProtocol) -> String {
    // People write minus signs and dashes for the hyphen.
    let unified = text.map { "−–".contains($0) ? "-" : $0 }
    return String(unified.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
