import Geodesy
import WardwayMap

extension StopFinder {
  /// The points of the networks nearest to a place, nearest first, one an edge.
  func waypoints(
    near place: Place, _ number: Int, _ workspace: inout Workspace
  ) throws(PlanningError) -> [Waypoint] {
    let resolved = try PlaceResolver(atlas: joined.atlas).resolve(place)
    var found: [Waypoint] = []
    for walks in try joined.networks(near: resolved) {
      let network = walks.network
      let prices = try tariff.prices(on: walks, workspace.searches.interruption)
      var count = 0
      workspace.snapper.visit(
        near: resolved.coordinate, level: resolved.level, in: network,
        isUsable: { prices.admits(edge: $0) }, isOpen: { prices.admits(area: $0) }
      ) { point in
        guard let edge = network.record(at: point) else { return true }
        let waypoint = Waypoint(
          coordinate: point.coordinate, level: point.level, distance: point.distance, source: edge.source,
          name: network.strings[edge.name])
        // The grounds of a venue are in its network and in the streets'.
        if !found.contains(waypoint) { found.append(waypoint) }
        count += 1
        return count < number
      }
    }
    if found.isEmpty { throw tooFar(place, resolved, &workspace) }
    found.sort { $0.distance < $1.distance }
    return Array(found.prefix(number))
  }
}
