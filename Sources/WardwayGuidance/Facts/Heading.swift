/// A point of the compass.
package enum Heading: Int, CaseIterable, Codable, Sendable {
  case north, northeast, east, southeast, south, southwest, west, northwest

  /// The point nearest to a bearing in degrees.
  init(bearing: Double) {
    self = Heading(rawValue: Int((bearing / 45).rounded()) & 7) ?? .north
  }
}
