import ShortestPaths
import WardwayMap

/// A stop of a journey, found in the networks that it may be in.
struct Stop {
  var place: ResolvedPlace
  /// Its points in the streets' network.
  var streets: [SnapPoint]
  /// Its points in a venue's network.
  var inside: [SnapPoint] = []
  /// That venue.
  var venue: AttachedVenue?
}

/// A stretch of a walk within one network.
struct WalkHop {
  /// The venue whose network it is; nil for the streets.
  var venue: AttachedVenue?
  var way: FoundWay
}

/// Finds the best walk between two stops over the streets and the venues that the stops are in.
///
/// One search over the streets decides: it starts at the stop's own points and at the portals of its venue,
/// each at what it costs to come out there, and ends likewise. What leads out of a venue and in again is in
/// those costs (``Excursions``). So the answer is the cheapest walk over all of it together. Venues where the
/// journey neither starts nor ends are not walked through.
struct WalkChain {
  let streets: PathFinder
  let streetMetric: Metric
  let search: ChainSearch
  let metrics: (AttachedVenue) throws(PlanningError) -> Metric

  /// What it costs between a stop and each portal of its venue, and over which portal first.
  private struct PortalCosts {
    var costs: [UInt32] = []
    var first: [Int] = []
  }

  /// Returns the hops of the best walk and its cost in milliseconds; nil where there is none.
  func walk(from start: Stop, to end: Stop) throws(PlanningError) -> (hops: [WalkHop], cost: UInt32)? {
    let out = try portalCosts(of: start, leaving: true)
    let back = try portalCosts(of: end, leaving: false)
    let sources = start.streets + biased(start.venue, out)
    let targets = end.streets + biased(end.venue, back)
    let outside = streets.way(
      from: sources, to: targets, metric: streetMetric, restrictions: search.streets, method: search.method)
    let within = try direct(start, end)
    if let within, within.cost <= outside?.cost ?? unreachable {
      return ([WalkHop(venue: start.venue, way: within)], within.cost)
    }
    guard let outside else { return nil }
    var hops: [WalkHop] = []
    if let gate = outside.start.portal {
      hops += try excursion(start, out.first[gate], gate, leaving: true)
    }
    hops.append(WalkHop(venue: nil, way: outside))
    if let gate = outside.end.portal {
      hops += try excursion(end, gate, back.first[gate], leaving: false)
    }
    return (hops.filter { hops.count == 1 || !$0.way.pieces.isEmpty }, outside.cost)
  }

  /// The best walk inside the venue where both stops are.
  private func direct(_ start: Stop, _ end: Stop) throws(PlanningError) -> FoundWay? {
    guard let venue = start.venue, let other = end.venue, venue === other else { return nil }
    return venue.finder.way(
      from: start.inside, to: end.inside, metric: try metrics(venue), restrictions: restrictions(venue),
      method: search.method)
  }

  private func restrictions(_ venue: AttachedVenue) -> Restrictions {
    search.venues[venue.venue.description.id]!
  }

  /// The costs between a stop in a venue and all portals of that venue.
  private func portalCosts(of stop: Stop, leaving: Bool) throws(PlanningError) -> PortalCosts {
    guard let venue = stop.venue, !stop.inside.isEmpty else { return PortalCosts() }
    let metric = try metrics(venue)
    let near = venue.finder.costs(
      stop.inside, venue.gates.map(\.venue), named: venue.venue.description.id, towards: leaving,
      metric: metric, restrictions: restrictions(venue), method: search.method)
    let excursions = venue.excursions(for: metric, streets: streets, streetMetric, search)
    var result = PortalCosts(costs: near, first: Array(near.indices))
    for gate in near.indices {
      for first in near.indices where near[first] < unreachable {
        let between = leaving ? excursions.cost(first, gate) : excursions.cost(gate, first)
        let cost = Excursions.sum(near[first], between)
        if cost < result.costs[gate] {
          result.costs[gate] = cost
          result.first[gate] = first
        }
      }
    }
    return result
  }

  /// The streets' sides of a venue's portals, each at what it costs to get there.
  private func biased(_ venue: AttachedVenue?, _ costs: PortalCosts) -> [SnapPoint] {
    guard let venue else { return [] }
    return costs.costs.indices.filter { costs.costs[$0] < unreachable }.map { gate in
      var point = venue.gates[gate].streets
      point.bias = Excursions.sum(costs.costs[gate], venue.gates[gate].portal.transfer)
      point.portal = gate
      return point
    }
  }

  /// The hops between a stop in a venue and the portal where the streets take over.
  private func excursion(
    _ stop: Stop, _ from: Int, _ to: Int, leaving: Bool
  ) throws(PlanningError) -> [WalkHop] {
    guard let venue = stop.venue else { return [] }
    let metric = try metrics(venue)
    let first = leaving ? from : to
    let gate = [venue.gates[first].venue]
    var hops: [WalkHop] = []
    func inside(_ starts: [SnapPoint], _ ends: [SnapPoint]) {
      let way = venue.finder.way(
        from: starts, to: ends, metric: metric, restrictions: restrictions(venue), method: search.method)
      if let way { hops.append(WalkHop(venue: venue, way: way)) }
    }
    if leaving { inside(stop.inside, gate) }
    let path = venue.excursions(for: metric, streets: streets, streetMetric, search).path(from, to)
    for hop in path {
      let (a, b) = (venue.gates[hop.from], venue.gates[hop.to])
      if hop.isInside {
        inside([a.venue], [b.venue])
      } else if let way = streets.way(
        from: [a.streets], to: [b.streets], metric: streetMetric, restrictions: search.streets,
        method: search.method)
      {
        hops.append(WalkHop(venue: nil, way: way))
      }
    }
    if !leaving { inside(gate, stop.inside) }
    return hops
  }
}
