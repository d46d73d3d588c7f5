import WardwayMap

extension Journey: Codable {
  /// The version of the form in which journeys are stored and sent; others are refused.
  public static let codingVersion = 2

  private enum CodingKeys: String, CodingKey {
    case version, legs, geometry, notices, costMilliseconds, snapFrom, snapTo, snapFromMilliseconds
    case snapToMilliseconds, handoff, translations, namesByFeature
  }

  /// Reads a journey.
  ///
  /// - Throws: A `DecodingError` if it is of another version, or its parts don't fit each other.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let version = try container.decode(Int.self, forKey: .version)
    guard version == Self.codingVersion else {
      throw DecodingError.dataCorruptedError(
        forKey: .version, in: container,
        debugDescription: "the journey is of version \(version), and only \(Self.codingVersion) can be read")
    }
    self.init(
      legs: try container.decode([Leg].self, forKey: .legs),
      geometry: try container.decode([PathPoint].self, forKey: .geometry),
      notices: try container.decode([Notice].self, forKey: .notices),
      costMilliseconds: try container.decode(UInt64.self, forKey: .costMilliseconds),
      snapFrom: try container.decode(Double.self, forKey: .snapFrom),
      snapTo: try container.decode(Double.self, forKey: .snapTo),
      handoff: try container.decodeIfPresent(Handoff.self, forKey: .handoff))
    snapFromMilliseconds = try container.decode(UInt64.self, forKey: .snapFromMilliseconds)
    snapToMilliseconds = try container.decode(UInt64.self, forKey: .snapToMilliseconds)
    translations = try container.decode([String: [String: String]].self, forKey: .translations)
    namesByFeature = try container.decode([String: [FeatureID: String]].self, forKey: .namesByFeature)
    guard isSound else {
      throw DecodingError.dataCorruptedError(
        forKey: .geometry, in: container, debugDescription: "a leg or an edge is not on the journey's line")
    }
  }

  /// Writes a journey with the version of its form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.codingVersion, forKey: .version)
    try container.encode(legs, forKey: .legs)
    try container.encode(geometry, forKey: .geometry)
    try container.encode(notices, forKey: .notices)
    try container.encode(costMilliseconds, forKey: .costMilliseconds)
    try container.encode(snapFrom, forKey: .snapFrom)
    try container.encode(snapTo, forKey: .snapTo)
    try container.encode(snapFromMilliseconds, forKey: .snapFromMilliseconds)
    try container.encode(snapToMilliseconds, forKey: .snapToMilliseconds)
    try container.encodeIfPresent(handoff, forKey: .handoff)
    try container.encode(translations, forKey: .translations)
    try container.encode(namesByFeature, forKey: .namesByFeature)
  }

  /// Whether legs and edges lie on the line, so that reading them can't go wrong.
  private var isSound: Bool {
    legs.allSatisfy { leg in
      ([leg.geometryRange] + leg.edges.map(\.geometryRange)).allSatisfy {
        geometry.indices.contains($0.lowerBound) && geometry.indices.contains($0.upperBound)
      }
    }
  }
}
