import ShortestPaths
import WardwayMap

/// The costs between all portals of some venues, over their networks and the streets in any alternation.
///
/// What leads out of a campus and in again is in them, and where there are two venues also what leads over
/// the other one. All costs are between the venues' sides of the portals.
///
/// Source: Floyd 1962, *Algorithm 97: Shortest Path*; the portals are few.
struct Excursions: Sendable {
  /// What they depend on besides the tariff.
  struct Key: Hashable, Sendable {
    var venues: [NetworkID]
    var purpose: Purpose
    var measure: Measure
  }

  /// How one gets from a portal to another.
  private enum Hop: Equatable, Sendable {
    case nowhere
    case venue
    case streets
    case through(Int)
  }

  /// The venues that they lead through.
  let venues: [JoinedVenue]
  /// The portals of all the venues.
  let gates: [Gate]
  /// The venue of each.
  let owners: [JoinedVenue]
  private var costs: [UInt32]
  private var hops: [Hop]

  /// - Parameter stages: Of each venue.
  init(
    _ venues: [JoinedVenue], _ stages: [WalkStage], _ streets: WalkStage, _ memory: inout SearchMemory
  ) throws(PlanningError) {
    self.venues = venues
    gates = venues.flatMap(\.gates)
    owners = venues.flatMap { venue in venue.gates.map { _ in venue } }
    costs = Array(repeating: unreachable, count: gates.count * gates.count)
    hops = Array(repeating: .nowhere, count: gates.count * gates.count)
    let outside = PointSet(gates.map { [$0.streets] })
    var first = 0
    for (venue, stage) in zip(venues, stages) {
      for from in first..<first + venue.gates.count {
        let inside = try stage.costs([gates[from].venue], venue.gateSet, towards: true, &memory)
        let over = try streets.costs([gates[from].streets], outside, towards: true, &memory)
        for to in gates.indices {
          let detour = over[to]
          let within = inside.indices.contains(to - first) ? inside[to - first] : unreachable
          let cost = from == to ? 0 : min(within, detour)
          costs[from * gates.count + to] = cost
          if cost < unreachable { hops[from * gates.count + to] = within <= detour ? .venue : .streets }
        }
      }
      first += venue.gates.count
    }
    try close(memory)
  }

  private mutating func close(_ memory: borrowing SearchMemory) throws(PlanningError) {
    let count = gates.count
    for middle in 0..<count {
      try memory.goOn()
      for from in 0..<count where costs[from * count + middle] < unreachable {
        for to in 0..<count {
          let over = costs[from * count + middle].addingUpToUnreachable(costs[middle * count + to])
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
}

extension Tariff {
  /// What leads from portal to portal of some venues.
  var excursions: Kept<Excursions.Key, Excursions> { companions.value { Kept(most: 4096) } }
}
