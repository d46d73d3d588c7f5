import ShortestPaths
import WardwayMap

/// The costs between all portals of some venues, over their networks and the streets in any alternation.
///
/// What leads out of a campus and in again is in them, and where there are two venues also what leads over
/// the other one. All costs are between the venues' sides of the portals.
///
/// Source: Floyd 1962, *Algorithm 97: Shortest Path*; the portals are few.
struct Excursions {
  /// How one gets from a portal to another.
  private enum Hop: Equatable {
    case nowhere
    case venue
    case streets
    case through(Int)
  }

  /// The portals of all the venues.
  let gates: [Gate]
  /// The venue of each.
  let owners: [AttachedVenue]
  private var costs: [UInt32]
  private var hops: [Hop]

  init(
    _ venues: [AttachedVenue], _ metrics: [Metric], _ streets: PathFinder, _ streetMetric: Metric,
    _ search: ChainSearch
  ) {
    gates = venues.flatMap(\.gates)
    owners = venues.flatMap { venue in venue.gates.map { _ in venue } }
    costs = Array(repeating: unreachable, count: gates.count * gates.count)
    hops = Array(repeating: .nowhere, count: gates.count * gates.count)
    let outside = PointSet(gates.map { [$0.streets] })
    var first = 0
    for (venue, metric) in zip(venues, metrics) {
      for from in first..<first + venue.gates.count {
        let inside = venue.finder.costs(
          [gates[from].venue], venue.gateSet, towards: true, metric: metric,
          restrictions: search.restrictions(in: venue), method: search.method)
        let over = streets.costs(
          [gates[from].streets], outside, towards: true, metric: streetMetric, restrictions: search.streets,
          method: search.method)
        for to in gates.indices {
          let detour = Self.sum(over[to], Self.sum(gates[from].portal.transfer, gates[to].portal.transfer))
          let within = inside.indices.contains(to - first) ? inside[to - first] : unreachable
          let cost = from == to ? 0 : min(within, detour)
          costs[from * gates.count + to] = cost
          if cost < unreachable { hops[from * gates.count + to] = within <= detour ? .venue : .streets }
        }
      }
      first += venue.gates.count
    }
    close()
  }

  private mutating func close() {
    let count = gates.count
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
  func cost(_ from: Int, _ to: Int) -> UInt32 { costs[from * gates.count + to] }

  /// The portals passed from one to another, both included, and whether each hop is through a venue.
  func path(_ from: Int, _ to: Int) -> [(from: Int, to: Int, isInside: Bool)] {
    guard from != to else { return [] }
    switch hops[from * gates.count + to] {
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

/// Keeps excursions from one journey to the next.
final class ExcursionMemory {
  private struct Key: Hashable {
    var venues: [String]
    var profiles: [Profile]
  }

  /// How many to keep; all are dropped when there are more.
  private static let most = 4096

  private var known: [Key: Excursions] = [:]

  /// Returns the excursions over some venues; what a request closes is never kept.
  func excursions(
    over venues: [AttachedVenue], isPlain: Bool, profiles: [Profile],
    or make: () throws(PlanningError) -> Excursions
  ) throws(PlanningError) -> Excursions {
    guard isPlain else { return try make() }
    let key = Key(venues: venues.map(\.id), profiles: profiles)
    if let made = known[key] { return made }
    if known.count >= Self.most { known = [:] }
    let made = try make()
    known[key] = made
    return made
  }
}
