import Columns
import ShortestPaths
import WardwayMap

/// What a journey is for, as far as doors ask for that.
enum Purpose: Hashable {
  /// A visit, a way home, a day's work.
  case visit
  /// It starts or ends in an emergency department, whose door is a door like any other then.
  case emergency
}

/// What a search makes least.
enum Measure: Hashable {
  /// What the traveller perceives: time, and what they dislike.
  case cost
  /// What the clock shows.
  case duration
}

/// What ways take and cost somebody, and which they may use, with what is closed and avoided: the same from the start
/// of a request to its end, and kept for the next one like it.
///
/// It says so for each network on foot (``WalkPrices``) and for the roads (``RoadPrices``). What others find out that holds
/// for such travellers alone (where places are for them, what leads from portal to portal and to handoffs) they keep in its
/// ``companions``.
final class Tariff: Sendable {
  /// Whom it is for, and under which conditions.
  struct Key: Hashable, Sendable {
    var profile: Profile
    var closed: [FeatureID] = []
    var avoiding: Set<JourneyRequest.Avoidable> = []

    /// Whether nothing is closed or avoided, on the map or not.
    var isUndisturbed: Bool { closed.isEmpty && avoiding.isEmpty }
  }

  private struct PriceKey: Hashable {
    var network: NetworkID
    var purpose: Purpose
    var measure: Measure
  }

  let key: Key
  /// The same where nothing is closed or avoided; nil if nothing is.
  private let other: Tariff?
  private let restrictions = Kept<NetworkID, Restrictions>(most: 4096)
  private let prices = Kept<PriceKey, WalkPrices>(most: 4096)
  private let roadPrices = Once<RoadPrices>()

  /// What others find out that holds for such travellers.
  let companions = Companions()

  /// - Parameter other: The same where nothing is closed or avoided, unless this is it.
  init(_ key: Key, undisturbed other: Tariff?) {
    self.key = key
    self.other = other
  }

  var profile: Profile { key.profile }

  /// The same where nothing is closed or avoided.
  var undisturbed: Tariff { other ?? self }

  /// What is closed or avoided in a network.
  func restrictions(on network: JoinedNetwork) -> Restrictions {
    if key.isUndisturbed { return .none }
    return restrictions.value(for: network.id) {
      Restrictions(closed: key.closed, avoiding: key.avoiding, in: network)
    }
  }

  /// What a network takes and costs.
  ///
  /// - Throws: `damagedMap`, or that the request is to end.
  func prices(
    on network: JoinedNetwork, for purpose: Purpose = .visit, by measure: Measure = .cost,
    _ interruption: Interruption? = nil
  ) throws(PlanningError) -> WalkPrices {
    let isEmergency = purpose == .emergency && !profile.isStaff && network.hasEmergencyDoor
    let key = PriceKey(network: network.id, purpose: isEmergency ? .emergency : .visit, measure: measure)
    return try prices.value(for: key) { () throws(PlanningError) in
      let restrictions = restrictions(on: network)
      if let other {
        let free = try other.prices(on: network, for: key.purpose, by: measure, interruption)
        return restrictions.isEmpty ? free : try WalkPrices(free, restrictions)
      }
      return try WalkPrices(network, profile, key.purpose, measure, interruption)
    }
  }

  /// What the roads take and cost a car.
  ///
  /// - Throws: `noRoute` if the atlas has none, `damagedMap`.
  func roads(of joined: JoinedAtlas) throws(PlanningError) -> RoadPrices {
    try roadPrices.value { () throws(PlanningError) in
      if let other {
        let open = try other.roads(of: joined)
        let closures = DriveClosures(key.closed, avoiding: key.avoiding, in: open.network)
        return closures.isNone ? open : RoadPrices(open, closures)
      }
      guard let network = joined.atlas.drive else {
        throw PlanningError(
          .noRoute, "this atlas has no roads for cars; compile the streets with the hospital")
      }
      let metric = try PlanningError.ofDamage { () throws(AtlasError) in
        try joined.atlas.metric(for: VehicleProfile.car)
      }
      return RoadPrices(network, metric)
    }
  }

  /// Whether a feature is closed.
  func closes(_ source: FeatureID) -> Bool { key.closed.contains(source) }

  /// Whether anything is closed in one of some networks.
  func closesSomething(on networks: [JoinedNetwork]) -> Bool {
    !key.closed.isEmpty && networks.contains { restrictions(on: $0).closesSomething }
  }

  /// The closed features that none of some networks knows.
  func unknown(on networks: [JoinedNetwork]) -> [FeatureID] {
    if key.closed.isEmpty { return [] }
    return networks.reduce(key.closed) { unknown, network in
      let own = restrictions(on: network).unknown
      return unknown.filter { own.contains($0) }
    }
  }
}
