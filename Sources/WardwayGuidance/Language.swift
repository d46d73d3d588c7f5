/// A language that texts can be had in.
///
/// Its raw value is a BCP 47 tag.
public struct Language: RawRepresentable, Codable, Hashable, Sendable {
  /// Its place among those that are known.
  private let index: Int

  /// English.
  public static let english = Language(index: 0)
  /// Chinese in simplified characters.
  public static let simplifiedChinese = Language(index: 1)
  /// All of them.
  public static let all: [Language] = known.indices.map { Language(index: $0) }

  /// What words the texts of each language.
  private static let known: [any Phrasebook] = [English(), SimplifiedChinese()]

  private init(index: Int) { self.index = index }

  /// Nil unless `rawValue` is the very tag of one of ``all``.
  public init?(rawValue: String) {
    guard let index = Self.known.firstIndex(where: { $0.tag == rawValue }) else { return nil }
    self.index = index
  }

  /// The tag: "en", "zh-Hans".
  public var rawValue: String { phrasebook.tag }

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
  package var phrasebook: any Phrasebook { Self.known[index] }

  /// A length as it stands beside a step or in a title: 85 m, 11.5 km.
  public func length(_ metres: Double) -> String {
    guard metres >= 999.5 else { return phrasebook.measure(metres: Int(max(metres, 0).rounded())) }
    let tenths = Int((min(metres, 1e9) / 100).rounded())
    return phrasebook.measure(
      kilometres: tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)")
  }
}
