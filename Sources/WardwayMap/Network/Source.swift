/// The feature of the map source that something comes from, such as `way/123`.
///
/// 8 bits say of what kind the feature is, 56 bits are its number, which may be negative (a draft).
public struct Source: Hashable, Comparable, Sendable, BitwiseCopyable, CustomStringConvertible {
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
  }

  /// Kind and number as they are stored.
  public let rawValue: UInt64

  /// No source.
  public static let none = Source(rawValue: 0)

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Makes the source of a feature; numbers beyond 55 bits are cut.
  public init(_ kind: Kind, _ number: Int64) {
    rawValue = UInt64(kind.rawValue) << 56 | UInt64(bitPattern: number) & 0x00FF_FFFF_FFFF_FFFF
  }

  /// Reads `node/1`, `way/2` or `relation/3`; nil if the text is none of these.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int64(parts[1]), -1 << 55..<1 << 55 ~= number else { return nil }
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

  /// The text form, `way/123`; empty for no source.
  public var description: String {
    switch kind {
    case .none: ""
    case .node: "node/\(number)"
    case .way: "way/\(number)"
    case .relation: "relation/\(number)"
    }
  }

  /// By kind, then by number.
  public static func < (a: Source, b: Source) -> Bool { a.rawValue < b.rawValue }
}
