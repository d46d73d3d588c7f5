import Geodesy
import WardwayMap

/// Finds what a walker might do at a node instead; its memory serves for one node after the other.
struct ExitFinder {
  /// Up to how long a way that leads nowhere is no choice to anybody, in metres.
  private static let longestDeadEnd = 8.0
  /// How far along a way one looks for its direction, in metres.
  private static let outlook = 3.0

  /// The edges that need no look any more.
  private var seen: [Int] = []
  /// The node, and what lies behind the doors at it.
  private var places: [UInt32] = []
  private var exits: [WalkExit] = []

  /// Finds the edges that leave a node besides the two that are travelled.
  ///
  /// Across an area one may go anywhere; that is no choice of ways.
  ///
  /// - Returns: Their number, and where they lead: doors and gates are looked through, elevators lead nowhere.
  /// - Complexity: O(*d*²) for *d* edges that are a choice, O(1) for each that isn't.
  mutating func find(
    at node: UInt32, along edge: Int, from previous: Int?, in network: WalkNetwork
  ) -> (choices: Int, exits: [WalkExit]) {
    seen.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    exits.removeAll(keepingCapacity: true)
    places.append(node)
    var choices = 0
    var next = 0
    while next < places.count {
      let place = places[next]
      for arc in network.graph.arcs(from: place) {
        let other = Int(network.arcEdge[arc] >> 1)
        guard other != edge, other != previous, !seen.contains(other),
          !network.isCrossed(other, along: edge, from: previous)
        else { continue }
        seen.append(other)
        if next == 0 { choices += 1 }
        add(other, from: place, isThroughDoor: next > 0, network)
      }
      next += 1
    }
    return (choices, exits.isEmpty ? [] : Array(exits))
  }

  private mutating func add(
    _ edge: Int, from place: UInt32, isThroughDoor: Bool, _ network: WalkNetwork
  ) {
    let record = network.edges[edge]
    guard !record.kind.isElevator else { return }
    let far = record.tail == place ? record.head : record.tail
    if record.length == 0 {
      if !isThroughDoor { places.append(far) }
    } else if let bearing = network.bearing(from: place, along: edge, outlook: Self.outlook) {
      let isShort = Double(record.length) <= Self.longestDeadEnd * 1000
      exits.append(
        WalkExit(bearing: Float(bearing), isShortDeadEnd: isShort && network.isDeadEnd(far, from: edge)))
    }
  }
}

extension WalkNetwork {
  /// Whether an edge leads across an area that one is crossing.
  fileprivate func isCrossed(_ other: Int, along edge: Int, from previous: Int?) -> Bool {
    guard edges[other].attributes.isMesh else { return false }
    func isSame(_ travelled: Int) -> Bool {
      edges[travelled].attributes.isMesh && edges[travelled].source == edges[other].source
    }
    return isSame(edge) || previous.map(isSame) ?? false
  }

  /// Whether no other way leads on from a node.
  fileprivate func isDeadEnd(_ node: UInt32, from edge: Int) -> Bool {
    graph.arcs(from: node).allSatisfy { Int(arcEdge[$0] >> 1) == edge }
  }

  /// The bearing in which an edge leaves a node; nil where it is too short to tell.
  fileprivate func bearing(from node: UInt32, along edge: Int, outlook: Double) -> Double? {
    let here = nodes[Int(node)].coordinate
    let record = edges[edge]
    let isForward = record.tail == node
    let inner = shapeStart.range(edge)
    var index = isForward ? inner.lowerBound : inner.upperBound - 1
    var measure = StepMeasure()
    while inner.contains(index) {
      let step = measure.offset(from: here, to: shape[index])
      if step.east * step.east + step.north * step.north >= outlook * outlook {
        return degreesClockwise(east: step.east, north: step.north)
      }
      index += isForward ? 1 : -1
    }
    let end = nodes[Int(isForward ? record.head : record.tail)].coordinate
    return end == here ? nil : Geodesy.bearing(here, end)
  }
}
