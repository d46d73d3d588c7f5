/// A language that texts can be had in.
///
/// Its raw value is a BCP 47 tag.
public struct Language: RawRepresentable, Codable, Hashable, Sendable {
  /// The tag: "en", "zh-Hans".
  public let rawValue: String

  /// English.
  public static let english = Language(known: "en")
  /// Chinese in simplified characters.
  public static let simplifiedChinese = Language(known: "zh-Hans")
  /// All of them.
  public static let all: [Language] = known.map { Language(known: $0.tag) }

  /// What words the texts of each language.
  private static let known: [any Phrasebook] = [English(), SimplifiedChinese()]

  private init(known: String) { rawValue = known }

  /// Nil unless `rawValue` is the very tag of one of ``all``.
  public init?(rawValue: String) {
    guard Self.all.contains(where: { $0.rawValue == rawValue }) else { return nil }
    self.rawValue = rawValue
  }

  /// The language that serves a BCP 47 tag such as "en-GB" or "zh-CN"; nil if there is none.
  ///
  /// Chinese without a script or a region is in simplified characters; in the traditional ones there is
  /// none yet.
  public init?(tag: String) {
    let parts = tag.lowercased().split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    switch parts[0] {
    case "en": self = .english
    case "zh":
      let isTraditional =
        !parts.contains("hans") && parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
      if isTraditional { return nil }
      self = .simplifiedChinese
    default: return nil
    }
  }

  /// The language without script and region: "en", "zh".
  package var primaryTag: String { phrasebook.primaryTag }

  /// What words the texts.
  package var phrasebook: any Phrasebook { Self.known.first { $0.tag == rawValue } ?? English() }

  /// A length as it stands beside a step or in a title: 85 m, 11.5 km.
  public func length(_ metres: Double) -> String {
    guard metres >= 999.5 else { return phrasebook.measure(metres: Int(max(metres, 0).rounded())) }
    let tenths = Int((min(metres, 1e9) / 100).rounded())
    return phrasebook.measure(
      kilometres: tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)")
  }
}
