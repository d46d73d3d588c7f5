import Geodesy
import WardwayMap

/// A state of a map that journeys are planned on, shared by all planners: what was found out for one request is known
/// to the next, whoever asks.
final class Snapshot: Sendable {
  let joined: JoinedAtlas
  /// Apart, so that what one request closes drops nothing of what holds for many.
  private let tariffs = Kept<Tariff.Key, Tariff>(most: 32)
  private let disturbedTariffs = Kept<Tariff.Key, Tariff>(most: 32)
  /// Places of the map, nil where it has none.
  private let places = Kept<Place, ResolvedPlace?>(most: 4096)
  /// What others find out on the map as it is now.
  let companions = Companions()

  init(_ joined: JoinedAtlas) { self.joined = joined }

  /// The state of an atlas as it was opened, one for all planners.
  static func current(of atlas: Atlas) -> Snapshot {
    atlas.companion { Snapshot(JoinedAtlas(atlas)) }
  }

  /// Returns what ways take and cost somebody.
  func tariff(
    _ profile: Profile, closed: [FeatureID] = [], avoiding: Set<JourneyRequest.Avoidable> = []
  ) -> Tariff {
    let key = Tariff.Key(profile: profile, closed: closed, avoiding: avoiding)
    if key.isUndisturbed { return tariffs.value(for: key) { Tariff(key, undisturbed: nil) } }
    return disturbedTariffs.value(for: key) { Tariff(key, undisturbed: tariff(profile)) }
  }

  /// Finds a place of the map.
  func place(_ place: Place) -> ResolvedPlace? {
    places.value(for: place) { try? PlaceResolver(atlas: joined.atlas).resolve(place) }
  }
}
