import Geodesy

/// What people write for a storey: `3`, `2F`, `F2`, `B1`, `EG`, `-1`.
enum StoreyLabel {
  /// The level that a label means; nil if it says none.
  ///
  /// A bare number is the level. With an F it counts from 1, as where floors are called so.
  static func level(_ label: String) -> Level? {
    let word = label.uppercased().filter { !$0.isWhitespace }
    if let number = Double(word), word.utf8.allSatisfy({ 48...57 ~= $0 || "+-.".utf8.contains($0) }) {
      return Level(number)
    }
    if ["G", "GF", "GROUND", "GROUNDFLOOR", "EG", "RDC"].contains(word) { return .ground }
    for (prefix, value) in [
      ("LEVEL", 1.0), ("FLOOR", 1), ("STOREY", 1), ("BASEMENT", -1), ("地下", -1), ("B", -1), ("L", 1),
    ] where word.hasPrefix(prefix) {
      if let number = whole(word.dropFirst(prefix.count).filter { !"F层層-_".contains($0) }) {
        return Level(number * value)
      }
    }
    if word.hasPrefix("F"), let number = whole(word.dropFirst()), number > 0 { return Level(number - 1) }
    for (suffix, value) in [("UG", -1.0), ("OG", 1)] where word.hasSuffix(suffix) {
      if let number = whole(word.dropLast(2).filter { $0 != "." }) { return Level(number * value) }
    }
    if let last = word.last, "F层層樓楼階층".contains(last), let number = whole(word.dropLast()) {
      return Level(number > 0 ? number - 1 : number)
    }
    return nil
  }

  private static func whole(_ text: some StringProtocol) -> Double? {
    guard !text.isEmpty, text.utf8.count < 5, text.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    return Double(text)
  }

  /// The storey that a description names, as in `storey="F1":` or `level=2;desc=;`.
  static func inDescription(_ text: String) -> String? {
    let keys = ["storey", "story", "level", "floor"]
    for part in text.split(whereSeparator: { ";:,\n".contains($0) }) {
      let sides = part.split(separator: "=", maxSplits: 1).map { side in
        side.split(whereSeparator: \.isWhitespace).joined(separator: " ").filter { $0 != "\"" && $0 != "'" }
      }
      if sides.count == 2, keys.contains(sides[0].lowercased()), !sides[1].isEmpty { return sides[1] }
    }
    return nil
  }
}
