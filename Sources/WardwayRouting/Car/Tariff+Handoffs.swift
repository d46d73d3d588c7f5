import WardwayMap

/// A walk between a stop and a site of a vicinity, or all of them.
struct SiteWalkKey: Hashable, Sendable {
  var vicinity: Int
  var site: Int?
  var stop: Place
  /// Whether the walk leaves the stop.
  var isLeft: Bool
}

extension Tariff {
  /// What it costs on foot between a stop and each handoff of an area.
  var siteCosts: Kept<SiteWalkKey, [UInt32]> { companions.value { Kept(most: 4096) } }
  /// The walks between stops and single handoffs, nil where there is none.
  var walksToSites: Kept<SiteWalkKey, StopWalk?> { companions.value { Kept(most: 4096) } }
}

extension Snapshot {
  /// The handoffs around venues and places.
  var vicinities: Kept<HandoffVicinity.Key, HandoffVicinity> { companions.value { Kept(most: 1024) } }
}
