import Geodesy
import WardwayMap

extension VenueFinder {
  /// How far from a hospital a car park may lie to be of use, in metres.
  private static let carParkReach = 500.0

  /// Says what is odd about hospitals and leaves something out for those who come there.
  ///
  /// - Complexity: O((hospitals + handoffs) log handoffs + nodes).
  mutating func check(_ venues: [FoundVenue], _ network: SettledNetwork, _ handoffs: [HandoffRecord]) {
    guard !venues.isEmpty else { return }
    let parks = PointIndex(
      handoffs.filter { $0.kind.isParking && !$0.isForDisabledOnly && $0.users != .staff }
        .map { ($0.walk, $0) })
    let drawn = Set(network.nodes.map(\.source))
    let doors = HospitalDoors(extract)
    for venue in venues {
      if venue.names.isEmpty {
        note(.unnamedVenue, .note, venue, "it has no name and can be found by its id only; add a name")
      }
      let near = parks.within(venue.outline.box.expanded(byMetres: Self.carParkReach)).filter { park in
        venue.outline.contains(park.place)
          || park.element.users == .everyone
            && venue.outline.corners.contains { distance($0, park.place) <= Self.carParkReach }
      }
      if near.isEmpty {
        note(
          .venueWithoutCarPark, .note, venue,
          "no car park that its visitors may use is mapped within \(Int(Self.carParkReach)) m")
      }
      for door in doors.main(of: venue.outline)
      where door.tags["entrance"] == "main" && !drawn.contains(FeatureID(.node, door.id)) {
        note(
          .unreachedEntrance, .note, venue,
          "no way leads to its main entrance node/\(door.id); map a footway up to it", at: door.coordinate)
      }
    }
    noteShared(venues)
  }

  /// Says which campuses share ground; ways there belong to the first of the two.
  private mutating func noteShared(_ venues: [FoundVenue]) {
    let tree = PackedRTree(venues.map(\.outline.box))
    for (index, venue) in venues.enumerated() {
      var others: [Int] = []
      tree.search(in: venue.outline.box) { if Int($0) < index { others.append(Int($0)) } }
      for other in others.sorted()
      where venue.outline.corners.contains(where: { venues[other].outline.contains($0) })
        || venues[other].outline.corners.contains(where: { venue.outline.contains($0) })
      {
        note(
          .overlappingVenues, .note, venue,
          "it overlaps \(venues[other].source) (\(venues[other].names.first ?? "unnamed")), which has what lies in "
            + "both")
      }
    }
  }
}
