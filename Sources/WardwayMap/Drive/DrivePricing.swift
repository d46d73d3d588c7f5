import Columns
import Geodesy
import ShortestPaths

/// Computes what edges and turns take a vehicle.
struct DrivePricing {
  let network: DriveNetwork
  let vehicle: VehicleProfile
  let edgeWeights: Column<UInt32>
  /// The course of each edge at its tail and at its head, from tail to head, in degrees.
  private var courses: [(tail: Double, head: Double)] = []

  /// How far from a junction the course of an edge is taken, in metres: its very last bend is not the turn.
  private static let reach = 12.0
  /// A turn by less than this many degrees goes straight on.
  private static let straight = 20.0

  init(_ network: DriveNetwork, _ vehicle: VehicleProfile) {
    self.network = network
    self.vehicle = vehicle
    edgeWeights = Column(
      (0..<network.directedCount).map { Self.weight(ofDirected: $0, network.edges[$0 >> 1], vehicle) })
    courses = network.edges.indices.map { edge in
      let line = network.points(of: edge)
      return (
        Self.course(along: line), Self.course(along: line.reversed()) + 180
      )
    }
  }

  private static func weight(ofDirected directed: Int, _ edge: DriveEdgeRecord, _ vehicle: VehicleProfile)
    -> UInt32
  {
    let forward = directed & 1 == 0
    guard edge.isOpen(forward: forward, toEmergency: vehicle.isEmergency) else { return unreachable }
    if edge.fixedDuration > 0 { return min(edge.fixedDuration, unreachable - 1) }
    let usual = Double(forward ? edge.speedForward : edge.speedBackward) / 10
    let speed = max(min(usual * vehicle.speedFactor, vehicle.topSpeed), 0.1)
    var seconds = Double(edge.length) / 1000 / (speed / 3.6)
    seconds += Double(edge[.signals, forward: forward]) * vehicle.signalSeconds
    seconds += Double(edge[.stop, forward: forward]) * vehicle.stopSeconds
    seconds += Double(edge[.giveWay, forward: forward]) * vehicle.giveWaySeconds
    // An edge always takes some time, so that no search goes round for nothing.
    return UInt32(min(max((seconds * 1000).rounded(), 1), Double(unreachable - 1)))
  }

  /// The course from the start of a line, seen a few metres on.
  private static func course(along line: [Coordinate]) -> Double {
    var left = reach
    for (a, b) in zip(line, line.dropFirst()) {
      let length = distance(a, b)
      if length >= left, length > 0 {
        return bearing(line[0], Segment(a, b).coordinate(at: left / length))
      }
      left -= length
    }
    return bearing(line[0], line[line.count - 1])
  }

  /// What each turn takes, with the edge that it leads into.
  ///
  /// - Complexity: O(turns).
  func turnWeights() -> Column<UInt32> {
    let closed: TurnTraits = vehicle.isEmergency ? .closedToEmergency : .closedToOrdinary
    var weights: [UInt32] = []
    weights.reserveCapacity(network.graph.arcCount)
    for state in 0..<UInt32(network.graph.nodeCount) {
      let from = network.stateEdge[Int(state)]
      for turn in network.graph.arcs(from: state) {
        let into = network.edge(enteredBy: turn)
        let whole = edgeWeights[Int(into)]
        guard !network.turns[turn].contains(closed), whole != unreachable,
          edgeWeights[Int(from)] != unreachable
        else {
          weights.append(unreachable)
          continue
        }
        let cost = UInt32((seconds(from: from, into: into, network.turns[turn]) * 1000).rounded())
        weights.append(cost.addingUpToUnreachable(whole))
      }
    }
    return Column(weights)
  }

  /// What it takes to get from one edge into the next.
  private func seconds(from: UInt32, into: UInt32, _ traits: TurnTraits) -> Double {
    let node = network.end(of: from)
    let junction = network.junctions[Int(node)]
    var seconds = 0.0
    if junction.contains(.signals) { seconds += vehicle.signalSeconds }
    if junction.contains(.stop) { seconds += vehicle.stopSeconds }
    if junction.contains(.giveWay) { seconds += vehicle.giveWaySeconds }
    if traits.contains(.uTurn) { return seconds + vehicle.uTurnSeconds }
    if junction.contains(.gate) { seconds += vehicle.gateSeconds }
    if junction.contains(.booth) { seconds += vehicle.boothSeconds }
    guard network.directedEdges(from: node).count > 2 else { return seconds }
    let isRound = (
      network.edges[Int(from >> 1)].traits.contains(.roundabout),
      network.edges[Int(into >> 1)].traits.contains(.roundabout)
    )
    if isRound.0 { return seconds }
    if isRound.1 { return seconds + vehicle.roundaboutSeconds }
    return seconds + turnSeconds(angle(from: from, into: into))
  }

  /// How far one turns, in degrees: right positive, between −180 and 180.
  private func angle(from: UInt32, into: UInt32) -> Double {
    let (a, b) = (courses[Int(from >> 1)], courses[Int(into >> 1)])
    let arriving = from & 1 == 0 ? a.head : a.tail + 180
    let leaving = into & 1 == 0 ? b.tail : b.head + 180
    return (leaving - arriving).remainder(dividingBy: 360)
  }

  private func turnSeconds(_ angle: Double) -> Double {
    guard abs(angle) > Self.straight else { return vehicle.straightSeconds }
    let isNear = network.drivesOnLeft ? angle < 0 : angle > 0
    let sharpness = min((abs(angle) - Self.straight) / (90 - Self.straight), 1.5)
    let most = isNear ? vehicle.nearTurnSeconds : vehicle.farTurnSeconds
    return vehicle.straightSeconds + max(most - vehicle.straightSeconds, 0) * sharpness
  }
}
