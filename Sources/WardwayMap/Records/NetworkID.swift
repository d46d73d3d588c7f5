/// Which of an atlas's networks: the streets, or a venue by its id.
public struct NetworkID: RawRepresentable, Codable, Hashable, Sendable {
  /// The id as it appears in files and JSON.
  public let rawValue: String

  /// The streets.
  public static let streets = NetworkID(rawValue: "streets")

  /// Makes the id of a venue, such as `way-17`.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Whether it is a venue.
  public var isVenue: Bool { self != .streets }

  /// The feature that a venue comes from, as far as its id says: `way/17` of `way-17`.
  public var feature: FeatureID { FeatureID(rawValue.replacing("-", with: "/", maxReplacements: 1)) ?? .none }
}

extension NetworkID: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Makes the id of a venue.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// The id itself.
  public var description: String { rawValue }
}

extension NetworkID: Comparable {
  /// The streets first, then by the id.
  public static func < (a: NetworkID, b: NetworkID) -> Bool {
    a.isVenue == b.isVenue ? a.rawValue < b.rawValue : !a.isVenue
  }
}
