/// The feature of the map source that something comes from, such as `way/123`.
///
/// 8 bits say of what kind the feature is, 56 bits are its number, which may be negative (a draft). Formats other
/// than OpenStreetMap's call their features by texts; such a text is hashed to a number that no object of
/// OpenStreetMap has, and its kind is ``Kind/feature``.
public struct FeatureID: Hashable, Comparable, Sendable, BitwiseCopyable, CustomStringConvertible {
  /// A kind of feature.
  public enum Kind: UInt8, Sendable {
    /// Nothing is known of the origin.
    case none = 0
    /// A node of OpenStreetMap.
    case node = 1
    /// A way of OpenStreetMap.
    case way = 2
    /// A relation of OpenStreetMap.
    case relation = 3
    /// A feature of another format.
    case feature = 4
  }

  /// Kind and number as they are stored.
  package let rawValue: UInt64

  /// No feature.
  public static let none = FeatureID(rawValue: 0)

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The least number of a feature whose format has texts for ids.
  private static let firstFeature: Int64 = 1 << 54

  /// Makes the id of an object of OpenStreetMap; numbers beyond 55 bits are cut.
  ///
  /// The ``number`` of a feature of another format makes the id of that feature, whatever the kind.
  public init(_ kind: Kind, _ number: Int64) {
    let kind = Self.firstFeature..<2 * Self.firstFeature ~= number ? .feature : kind
    rawValue = UInt64(kind.rawValue) << 56 | UInt64(bitPattern: number) & 0x00FF_FFFF_FFFF_FFFF
  }

  /// Makes the id of a feature that its format calls by a text.
  public init(feature id: some StringProtocol) { self.init(.feature, Self.number(ofFeature: id)) }

  /// The number that stands for a feature's text, letter case left aside: 54 bits of a hash.
  package static func number(ofFeature id: some StringProtocol) -> Int64 {
    let hash = Checksum.of([UInt8](id.lowercased().utf8))
    return Int64(hash & UInt64(firstFeature - 1)) | firstFeature
  }

  /// Reads `node/1`, `way/2`, `relation/3` or what ``description`` gives for another feature; nil if the text is
  /// none of these.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0] == "feature", let number = Int64(parts[1], radix: 16),
      Self.firstFeature..<2 * Self.firstFeature ~= number
    {
      self.init(.feature, number)
      return
    }
    guard parts.count == 2, let number = Int64(parts[1]), -1 << 55..<Self.firstFeature ~= number else {
      return nil
    }
    switch parts[0] {
    case "node": self.init(.node, number)
    case "way": self.init(.way, number)
    case "relation": self.init(.relation, number)
    default: return nil
    }
  }

  /// What kind of feature this is.
  public var kind: Kind { Kind(rawValue: UInt8(rawValue >> 56)) ?? .none }

  /// The feature's number.
  public var number: Int64 { Int64(bitPattern: rawValue << 8) >> 8 }

  /// The text form, `way/123`; empty for no feature.
  public var description: String {
    switch kind {
    case .none: ""
    case .node: "node/\(number)"
    case .way: "way/\(number)"
    case .relation: "relation/\(number)"
    case .feature: "feature/" + String(number, radix: 16)
    }
  }

  /// By kind, then by number.
  public static func < (a: FeatureID, b: FeatureID) -> Bool { a.rawValue < b.rawValue }
}

extension FeatureID: Codable {
  /// Reads what ``description`` gives.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let feature = text.isEmpty ? FeatureID.none : FeatureID(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text.prefix(80))' is no feature: write an id such as way/2")
    }
    self = feature
  }

  /// Writes ``description``.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension FeatureID: CodingKeyRepresentable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }

  /// What ``description`` gives, as a key.
  public var codingKey: any CodingKey { Key(stringValue: description) }

  /// Nil unless the key is what ``description`` gives of a feature.
  public init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }
}
