import Geodesy
import WardwayMap

/// An atlas whose networks are joined: what all who plan on it share and nothing changes.
///
/// Venues are opened and joined to the streets when they are first touched.
final class JoinedAtlas: Sendable {
  // Not held: the atlas keeps this; who plans holds the atlas.
  unowned let atlas: Atlas
  /// The walk network of the streets.
  let streets: JoinedNetwork
  private let venues = Kept<NetworkID, JoinedVenue>(most: .max)
  /// Those that were looked at for who only passes, nil where a file is damaged.
  private let passable = Kept<NetworkID, JoinedVenue?>(most: .max)
  /// The memory of those who plan, lent to one request after the other.
  let workspaces = WorkspacePool()

  init(_ atlas: Atlas) {
    self.atlas = atlas
    streets = JoinedNetwork(streetsOf: atlas)
  }

  /// Returns a venue, joined the first time it is asked for.
  ///
  /// - Throws: `damagedMap` if it can't be opened.
  func venue(_ id: NetworkID) throws(PlanningError) -> JoinedVenue {
    try venues.value(for: id) { () throws(PlanningError) in
      let venue = try PlanningError.ofDamage { () throws(AtlasError) in try atlas.venue(id) }
      return JoinedVenue(venue, of: atlas, to: atlas.streets)
    }
  }

  /// Returns a venue for somebody who may pass through on the way elsewhere; nil where its file is damaged, which is
  /// no reason for those to be refused.
  ///
  /// - Complexity: O(size of its file) the first time, unless that is remembered as sound.
  func passableVenue(_ id: NetworkID) -> JoinedVenue? {
    passable.value(for: id) {
      guard (try? atlas.soundVenue(id)) != nil else { return nil }
      return try? venue(id)
    }
  }

  /// How far outside a venue's box, in metres, a place may still belong to it.
  private static let venueReach = 20.0

  /// The venues that a place may be in.
  ///
  /// - Throws: `damagedMap` if one of them can't be opened; without it the answer would be another one.
  func venues(near place: ResolvedPlace) throws(PlanningError) -> [JoinedVenue] {
    var ids = atlas.venues(near: place.coordinate, within: Self.venueReach)
    if let own = place.venue, !ids.contains(own) { ids.append(own) }
    var found: [JoinedVenue] = []
    for id in ids { found.append(try venue(id)) }
    return found
  }

  /// The walk networks that a place may be in, the streets first.
  func networks(near place: ResolvedPlace) throws(PlanningError) -> [JoinedNetwork] {
    [streets] + (try venues(near: place)).map(\.walks)
  }

  /// A walk network by its id; nil if it can't be opened.
  func network(_ id: NetworkID) -> JoinedNetwork? {
    id == streets.id ? streets : (try? venue(id))?.walks
  }
}
