import WardwayMap

/// A stop of a journey, found in the networks that it may be in.
struct Stop: Sendable {
  var place: ResolvedPlace
  /// Its points in the streets' network.
  var streets: [SnapPoint]
  /// Its points in a venue's network.
  var inside: [SnapPoint] = []
  /// That venue.
  var venue: JoinedVenue?
  /// What it is known by, if it is kept.
  var key: Place?
}
