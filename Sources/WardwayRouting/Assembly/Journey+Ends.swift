import WardwayMap

extension Journey {
  /// How far a place may lie from where the way to it ends without a word, in metres.
  private static let far = 50.0

  private static func milliseconds(_ metres: Double, _ profile: Profile) -> UInt64 {
    UInt64(min((metres / profile.speed * 1000).rounded(), 1e12))
  }

  /// Says what lies between the ends of the ways and the places that were asked for.
  mutating func addEnds(for profile: Profile) {
    snapFromMilliseconds = Self.milliseconds(snapFrom, profile)
    snapToMilliseconds = Self.milliseconds(snapTo, profile)
    let ends = legs.flatMap { [$0.origin, $0.goal] }.compactMap { $0 }
    let far = ends.count { $0.distance > Self.far }
    if far > 0 { notices.append(Notice(.farFromPlace, count: far)) }
    let other = ends.count(where: \.isOnOtherLevel)
    if other > 0 { notices.append(Notice(.otherLevel, count: other)) }
  }
}
