import Geodesy
import ShortestPaths
import WardwayMap

/// A portal of a venue whose other side was found in the streets.
struct Gate: Sendable {
  /// The portal, as the venue's file has it.
  var portal: PortalRecord
  /// Its point of the streets' network.
  var streets: SnapPoint
  /// Its node of the venue's network.
  var venue: SnapPoint
}

/// A venue, joined to the streets at its portals.
final class JoinedVenue: Sendable {
  /// How near what is indoors there has to be to a portal, in metres: beside a door may be the wall of another
  /// building.
  private static let indoorReach = 0.5
  /// How far apart, in metres, nodes of one id may lie that are the same: a map made anew moves them a little.
  private static let sameNode = 1.0

  /// Its id, names, area and portals.
  let description: VenueDescription
  /// The walk network of its campus.
  let walks: JoinedNetwork
  /// The portals that meet the streets.
  let gates: [Gate]
  /// The parts of the venue's network that are no islands, with what the portals join to them.
  let mainLand: Set<UInt32>
  /// The parts of the streets' network that are none with what the portals join to them.
  let joinedStreets: Set<UInt32>
  /// The portals that don't meet the streets.
  let loose: [PortalRecord]
  /// The venue's sides of ``gates``.
  let gateSet: PointSet<SnapPoint>
  /// The streets' sides of them.
  let streetsGateSet: PointSet<SnapPoint>

  init(_ venue: Venue, of atlas: Atlas, to streets: WalkNetwork) {
    description = venue.description
    walks = JoinedNetwork(of: venue, in: atlas)
    var snapper = Snapper()
    var gates: [Gate] = []
    var loose: [PortalRecord] = []
    for portal in venue.description.portals {
      if let point = Self.meet(portal, streets, &snapper) {
        let level = venue.network.nodes[Int(portal.node)].level
        let node = SnapPoint(.node(portal.node), at: portal.coordinate, level: level)
        gates.append(Gate(portal: portal, streets: point, venue: node))
      } else {
        loose.append(portal)
      }
    }
    self.gates = gates
    gateSet = PointSet(gates.map { [$0.venue] })
    streetsGateSet = PointSet(gates.map { [$0.streets] })
    self.loose = loose
    (mainLand, joinedStreets) = Self.mainLand(venue.network, streets, gates)
  }

  /// The venue's id, as legs name it.
  var id: NetworkID { description.id }
  /// The walk network of its campus.
  var network: WalkNetwork { walks.network }

  /// The parts of both networks that are no islands once the portals join them.
  private static func mainLand(
    _ venue: WalkNetwork, _ streets: WalkNetwork, _ gates: [Gate]
  ) -> (venue: Set<UInt32>, streets: Set<UInt32>) {
    // What the portals join, as sets of parts that grow together.
    typealias Group = (venue: Set<UInt32>, streets: Set<UInt32>)
    var groups: [Group] = venue.componentSizes.indices.map { ([UInt32($0)], []) }
    for gate in gates {
      let inside = venue.nodes[Int(gate.portal.node)].component
      guard let node = streets.someNode(at: gate.streets) else { continue }
      let outside = streets.nodes[Int(node)].component
      var joined: Group = ([inside], [outside])
      groups.removeAll { group in
        guard group.venue.contains(inside) || group.streets.contains(outside) else { return false }
        joined.venue.formUnion(group.venue)
        joined.streets.formUnion(group.streets)
        return true
      }
      groups.append(joined)
    }
    let largest = Int(streets.componentSizes.first ?? 0)
    groups.removeAll { group in
      let size =
        group.venue.reduce(0) { $0 + Int(venue.componentSizes[Int($1)]) }
        + group.streets.reduce(0) { $0 + Int(streets.componentSizes[Int($1)]) }
      return WalkNetwork.isIsland(size: size, largest: largest)
    }
    return (
      groups.reduce(into: []) { $0.formUnion($1.venue) }, groups.reduce(into: []) { $0.formUnion($1.streets) }
    )
  }

  /// The streets' side of a portal: its own node where the streets come from the same source, else the nearest
  /// point of a way.
  private static func meet(_ portal: PortalRecord, _ streets: WalkNetwork, _ snapper: inout Snapper)
    -> SnapPoint?
  {
    var nearest: SnapPoint?
    var nodes: Set<UInt32> = []
    snapper.visitEdges(
      near: portal.coordinate, level: portal.level, in: streets, within: PortalRecord.reach,
      isUsable: { _ in true }
    ) { point, number in
      let edge = streets.edges[number]
      if nearest == nil, !edge.attributes.isIndoor || point.distance <= indoorReach { nearest = point }
      for node in [edge.tail, edge.head] {
        let record = streets.nodes[Int(node)]
        // Another file may have given the number to something else.
        let isThere = distance(record.coordinate, portal.coordinate) <= sameNode
        if record.source == portal.source, record.level == portal.level, isThere { nodes.insert(node) }
      }
      return point.distance < 0.01
    }
    guard let node = side(of: portal, among: nodes, streets) else { return nearest }
    return SnapPoint(.node(node), at: streets.nodes[Int(node)].coordinate, level: portal.level)
  }

  /// Of the nodes in a portal's place, the one from which a way leads where the portal says.
  private static func side(of portal: PortalRecord, among nodes: Set<UInt32>, _ streets: WalkNetwork)
    -> UInt32?
  {
    func deviation(_ node: UInt32) -> Double {
      streets.edges(at: node).filter { streets.edges[$0].length > 0 }
        .map { distance(streets.point(nextTo: node, on: $0), portal.toward) }.min() ?? .infinity
    }
    return nodes.min { (deviation($0), $0) < (deviation($1), $1) }
  }
}
