/// A stretch of a walk within one network.
struct WalkHop: Sendable {
  /// What its network takes and costs.
  var prices: WalkPrices
  /// The venue whose network it is; nil for the streets.
  var venue: JoinedVenue?
  var way: FoundWay
  /// The portal where it begins, unless that is where the walk begins.
  var gate: Gate?
}
