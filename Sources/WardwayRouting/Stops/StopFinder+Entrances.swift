import Geodesy
import WardwayMap

/// Where people go in who look for a place in a building whose inside the map doesn't show.
extension StopFinder {
  /// How far from an entrance its way may end, in metres.
  private static let doorstep = 20.0
  /// How near to a way outdoors something with a front of its own may lie, in metres.
  private static let shopFront = 12.0

  /// Returns the stop for a place at the entrances of its building; nil if it is reached on ways inside, or the map
  /// shows no entrance.
  ///
  /// The main entrances go before others. The search decides between those, by the way outside and by how far from
  /// each the place is.
  ///
  /// - Parameter stop: Where the place is by the nearest way.
  /// - Throws: `noStepFreeRoute` if others get in and this traveller doesn't.
  func stopAtEntrances(
    _ place: Place, _ resolved: ResolvedPlace, insteadOf stop: Stop, _ workspace: inout Workspace
  ) throws(PlanningError) -> Stop? {
    guard stop.distance > Self.onWay else { return nil }
    let venues = try joined.venues(near: resolved)
    let streets = joined.streets.network
    for network in venues.map(\.network) + [streets] {
      let buildings = network.buildings
      for building in buildings.around(resolved.coordinate) {
        let entrances = buildings.entrances(of: building)
        guard !entrances.isEmpty else { continue }
        let outline = Outline(rings: buildings.rings(of: building))
        if stop.isReachedInside(outline, streets) { return nil }
        if venues.isEmpty, resolved.hasOwnFront, stop.distance <= Self.shopFront { return nil }
        return try self.stop(place, resolved, at: entrances, &workspace)
      }
    }
    return nil
  }

  private func stop(
    _ place: Place, _ resolved: ResolvedPlace, at entrances: [EntranceRecord],
    _ workspace: inout Workspace
  ) throws(PlanningError) -> Stop? {
    let open = entrances.filter { resolved.mayEnter($0, as: profile) }
    guard !open.isEmpty else {
      guard let shut = entrances.first(where: { resolved.mayEnter($0, as: .walker) }) else { return nil }
      let what = shut.edge.stepCount > 0 ? "has steps" : "isn't for \(profile.spoken)"
      throw PlanningError(
        .noStepFreeRoute,
        "the entrance (\(shut.edge.source)) of the building of \(name(place, resolved)) \(what), and the map shows no other"
      )
    }
    // A closed door is the last resort: one is led up to it.
    let (passable, closed) = (
      open.filter { !tariff.closes($0.edge.source) }, open.filter { tariff.closes($0.edge.source) }
    )
    for choice in [passable.filter(\.isMain), passable.filter { !$0.isMain }, closed] {
      var found = Stop(place: resolved, streets: [])
      for entrance in choice { try add(entrance, to: &found, &workspace) }
      guard found.distance < .infinity else { continue }
      found.streets.sort { $0.distance < $1.distance }
      found.inside.sort { $0.distance < $1.distance }
      return found
    }
    return nil
  }

  /// Adds the points from which one comes to an entrance.
  private func add(
    _ entrance: EntranceRecord, to stop: inout Stop, _ workspace: inout Workspace
  ) throws(PlanningError) {
    var place = stop.place
    place.coordinate = entrance.coordinate
    for level in entrance.level.map({ [$0, nil] }) ?? [nil] {
      let points = try points(for: place, level: level, &workspace)
      guard points.distance <= Self.doorstep else { continue }
      let beyond = distance(entrance.coordinate, stop.place.coordinate)
      func atDoor(_ points: [SnapPoint]) -> [SnapPoint] {
        points.filter { $0.distance <= Self.doorstep }.map { point in
          var point = point
          point.distance += beyond
          return point
        }
      }
      stop.streets += atDoor(points.streets)
      if stop.venue == nil || stop.venue?.id == points.venue?.id {
        stop.inside += atDoor(points.inside)
        stop.venue = points.venue ?? stop.venue
      }
      return
    }
  }
}

extension ResolvedPlace {
  /// Whether a traveller on the way to this place may go in at an entrance.
  fileprivate func mayEnter(_ entrance: EntranceRecord, as profile: Profile) -> Bool {
    if entrance.edge.isEmergencyDoor, !isEmergencyDepartment { return false }
    return profile.price(of: entrance.edge, forward: true, tail: .ground, head: .ground) != nil
  }
}

extension Stop {
  /// Whether the nearest way to the place is one inside a building.
  fileprivate func isReachedInside(_ building: Outline, _ streets: WalkNetwork) -> Bool {
    let nearest = distance
    func isInside(_ points: [SnapPoint], _ network: WalkNetwork?) -> Bool {
      guard let network else { return false }
      return points.contains {
        $0.distance <= nearest + Snapper.slack && network.attributes(at: $0).isIndoor
          && building.contains($0.coordinate)
      }
    }
    return isInside(self.streets, streets) || isInside(inside, venue?.network)
  }
}
