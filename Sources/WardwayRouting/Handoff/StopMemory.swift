import WardwayMap

/// Keeps where places of the map are in the networks, from one journey to the next: many people go to one clinic.
///
/// Only for requests that close nothing, and for places by name or id; homes are asked for once.
final class StopMemory {
  /// What a stop depends on.
  struct Key: Hashable {
    var place: Place
    var profile: Profile
  }

  /// How many to keep; all are dropped when there are more.
  private static let most = 4096

  private var known: [Key: Stop] = [:]

  /// Returns the stop for a key, made the first time.
  func stop(_ key: Key, or make: () throws(PlanningError) -> Stop) throws(PlanningError) -> Stop {
    if let made = known[key] { return made }
    if known.count >= Self.most { known = [:] }
    var made = try make()
    made.key = key
    known[key] = made
    return made
  }
}
