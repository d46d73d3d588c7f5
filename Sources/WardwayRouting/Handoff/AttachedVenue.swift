import Geodesy
import ShortestPaths
import WardwayMap

/// A portal of a venue whose other side was found in the streets.
struct Gate {
  /// The portal, as the venue's file has it.
  var portal: PortalRecord
  /// Its point of the streets' network.
  var streets: SnapPoint
  /// Its node of the venue's network.
  var venue: SnapPoint
}

/// A venue, joined to the streets at its portals, with the memory to search it.
final class AttachedVenue {
  /// How far a portal may lie from the streets' network, in metres.
  private static let reach = 5.0

  let venue: Venue
  let finder: PathFinder
  /// The portals that meet the streets.
  let gates: [Gate]
  /// The portals that don't.
  let loose: [PortalRecord]
  private var excursions: [Profile: Excursions] = [:]

  init(_ venue: Venue, to streets: Network, with snapper: inout Snapper) {
    self.venue = venue
    finder = PathFinder(venue.network)
    var gates: [Gate] = []
    var loose: [PortalRecord] = []
    for portal in venue.description.portals {
      if let point = Self.meet(portal, streets, &snapper) {
        let level = venue.network.nodes[Int(portal.node)].level
        let node = SnapPoint(node: portal.node, coordinate: portal.coordinate, level: level)
        gates.append(Gate(portal: portal, streets: point, venue: node))
      } else {
        loose.append(portal)
      }
    }
    self.gates = gates
    self.loose = loose
  }

  /// The streets' side of a portal: its own node where the streets come from the same source, else the nearest
  /// point of a way.
  private static func meet(_ portal: PortalRecord, _ streets: Network, _ snapper: inout Snapper) -> SnapPoint?
  {
    var nearest: SnapPoint?
    var nodes: Set<UInt32> = []
    snapper.visit(
      near: portal.coordinate, level: portal.level, in: streets, within: reach, isUsable: { _ in true }
    ) { point in
      nearest = nearest ?? point
      let edge = streets.edges[point.edge]
      for node in [edge.tail, edge.head] {
        let record = streets.nodes[Int(node)]
        if record.source == portal.source, record.level == portal.level { nodes.insert(node) }
      }
      return point.distance < 0.01
    }
    guard let node = side(of: portal, among: nodes, streets) else { return nearest }
    return SnapPoint(node: node, coordinate: streets.nodes[Int(node)].coordinate, level: portal.level)
  }

  /// Of the nodes in a portal's place, the one from which a way leads where the portal says.
  private static func side(of portal: PortalRecord, among nodes: Set<UInt32>, _ streets: Network) -> UInt32? {
    func deviation(_ node: UInt32) -> Double {
      streets.edges(at: node).filter { streets.edges[$0].length > 0 }
        .map { distance(streets.point(nextTo: node, on: $0), portal.toward) }.min() ?? .infinity
    }
    return nodes.min { (deviation($0), $0) < (deviation($1), $1) }
  }

  /// Returns what it costs between the venue's portals, out through the streets and in again included.
  func excursions(
    for metric: Metric, streets: PathFinder, _ streetMetric: Metric, _ search: ChainSearch
  ) -> Excursions {
    let isPlain = search.isPlain
    if isPlain, let known = excursions[metric.profile] { return known }
    let made = Excursions(self, metric, streets, streetMetric, search)
    if isPlain { excursions[metric.profile] = made }
    return made
  }
}

/// How a request searches: what is closed in each network, and by which algorithm.
struct ChainSearch {
  var streets: Restrictions
  var venues: [String: Restrictions]
  var method: SearchMethod

  /// Whether prepared answers hold.
  var isPlain: Bool { streets.isEmpty && venues.values.allSatisfy(\.isEmpty) && method == .fastest }
}

/// The costs between all portals of a venue over its own network and the streets, in any alternation.
///
/// Source: Floyd 1962, *Algorithm 97: Shortest Path*; the portals are few.
struct Excursions {
  /// How one gets from a portal to another.
  enum Hop: Equatable {
    case nowhere
    case venue
    case streets
    case through(Int)
  }

  private let count: Int
  private var costs: [UInt32]
  private var hops: [Hop]

  init(
    _ attached: AttachedVenue, _ metric: Metric, _ streets: PathFinder, _ streetMetric: Metric,
    _ search: ChainSearch
  ) {
    let gates = attached.gates
    let id = attached.venue.description.id
    count = gates.count
    costs = Array(repeating: unreachable, count: count * count)
    hops = Array(repeating: .nowhere, count: count * count)
    for from in gates.indices {
      let inside = attached.finder.costs(
        [gates[from].venue], gates.map(\.venue), named: id, towards: true, metric: metric,
        restrictions: search.venues[id]!, method: search.method)
      let outside = streets.costs(
        [gates[from].streets], gates.map(\.streets), named: id, towards: true, metric: streetMetric,
        restrictions: search.streets, method: search.method)
      for to in gates.indices {
        let index = from * count + to
        let detour = Self.sum(outside[to], Self.sum(gates[from].portal.transfer, gates[to].portal.transfer))
        costs[index] = from == to ? 0 : min(inside[to], detour)
        if costs[index] < unreachable { hops[index] = inside[to] <= detour ? .venue : .streets }
      }
    }
    for middle in 0..<count {
      for from in 0..<count where costs[from * count + middle] < unreachable {
        for to in 0..<count {
          let over = Self.sum(costs[from * count + middle], costs[middle * count + to])
          if over < costs[from * count + to] {
            costs[from * count + to] = over
            hops[from * count + to] = .through(middle)
          }
        }
      }
    }
  }

  /// The least cost from one portal to another.
  func cost(_ from: Int, _ to: Int) -> UInt32 { costs[from * count + to] }

  /// The portals passed from one to another, both included, and whether each hop is through the venue.
  func path(_ from: Int, _ to: Int) -> [(from: Int, to: Int, isInside: Bool)] {
    guard from != to else { return [] }
    switch hops[from * count + to] {
    case .nowhere: return []
    case .venue: return [(from, to, true)]
    case .streets: return [(from, to, false)]
    case .through(let middle): return path(from, middle) + path(middle, to)
    }
  }

  static func sum(_ a: UInt32, _ b: UInt32) -> UInt32 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? unreachable : sum
  }
}
