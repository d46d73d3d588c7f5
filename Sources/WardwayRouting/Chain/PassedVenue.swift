import Geodesy
import ShortestPaths
import WardwayMap

/// A venue that walks between a stop and somewhere else may lead through.
struct PassedVenue {
  let venue: JoinedVenue
  private let portals: [LocalFrame.Point]
  /// From the portal on the side of the stop to the one on the other side.
  private let ways: [(near: Int, far: Int, cost: UInt32)]
  /// The same over the streets to the first portal: what it costs between the stop and the portal on the other side.
  private let reached: [(far: Int, cost: UInt32)]
  /// The least of these.
  private let least: UInt32
  /// Around all portals.
  private let center: LocalFrame.Point
  private let radius: Double

  /// - Parameter costs: Between the stop and each portal.
  init(
    _ venue: JoinedVenue, _ passages: [Passages.Passage], _ costs: [UInt32], leaving: Bool, _ bound: CrowFlies
  ) {
    self.venue = venue
    portals = venue.gates.map { bound.point($0.portal.coordinate) }
    ways = passages.map { leaving ? ($0.from, $0.to, $0.cost) : ($0.to, $0.from, $0.cost) }
    reached = ways.compactMap { way in
      let whole = costs[way.near].addingUpToUnreachable(way.cost)
      return whole == unreachable ? nil : (way.far, whole)
    }
    least = reached.reduce(unreachable) { min($0, $1.cost) }
    let box = BoundingBox(venue.gates.map(\.portal.coordinate))
    let middle = bound.point(box.center)
    center = middle
    radius = portals.reduce(0) { max($0, CrowFlies.distance($1, middle)) }
  }

  /// Whether a walk that leads through here first may cost less than `cost`.
  func mayPay(to end: LocalFrame.Point, _ cost: UInt32, _ bound: CrowFlies) -> Bool {
    guard Double(least) + bound.cost(center, end, less: radius) < Double(cost) else { return false }
    return reached.contains { Double($0.cost) + bound.cost(portals[$0.far], end) < Double(cost) }
  }

  /// Whether a walk that leads through here first, then through another venue, may.
  func mayPay(
    over other: PassedVenue, to end: LocalFrame.Point, _ cost: UInt32, _ bound: CrowFlies
  ) -> Bool {
    reached.contains { first in
      other.ways.contains { next in
        let between = bound.cost(portals[first.far], other.portals[next.near])
        return Double(first.cost) + between + Double(next.cost) + bound.cost(other.portals[next.far], end)
          < Double(cost)
      }
    }
  }
}
