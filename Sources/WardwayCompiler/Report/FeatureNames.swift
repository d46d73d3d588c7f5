import WardwayMap

/// What the features of a map are called in its files, where a format calls them by texts.
public struct FeatureNames: Sendable {
  private var texts: [FeatureID: String] = [:]

  /// Keeps what a feature is called.
  mutating func add(_ text: String) { texts[FeatureID(feature: text)] = text }

  mutating func add(_ other: FeatureNames) { texts.merge(other.texts) { own, _ in own } }

  /// What a feature is called: `way/1`, or its id in the file.
  public func name(of source: FeatureID) -> String { texts[source] ?? source.description }

  /// A message, with features by what they are called.
  public func spelled(_ message: String) -> String {
    guard !texts.isEmpty, message.contains("feature/") else { return message }
    var spelled = ""
    var rest = message[...]
    while let start = rest.firstRange(of: "feature/") {
      let digits = rest[start.upperBound...].prefix { $0.isHexDigit }
      spelled += rest[..<start.lowerBound]
      let text = "feature/" + digits
      spelled += FeatureID(text).map { name(of: $0) } ?? text
      rest = rest[digits.endIndex...]
    }
    return spelled + rest
  }
}
