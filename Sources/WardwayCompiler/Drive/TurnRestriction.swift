import WardwayMap

/// A turn restriction of the source: names of ways and nodes, nothing resolved.
struct TurnRestriction {
  enum Via {
    case node(Int64)
    case ways([Int64])
  }

  var source: FeatureID
  /// Whether the way to `to` is the only one allowed; otherwise it is forbidden.
  var isOnly: Bool
  /// Whom it binds, as the turns that it closes.
  var binds: TurnTraits
  var from: [Int64]
  var via: Via
  var to: [Int64]
}

/// A turn restriction among edges: who has driven along all of `path` but the last mayn't go on to that
/// last, or has to.
struct EdgeRestriction: Hashable {
  /// Directed edges, two or more.
  var path: [UInt32]
  var isOnly: Bool
  var binds: TurnTraits
}
