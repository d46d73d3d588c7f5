import Geodesy
import TestSupport
import WardwayMap
import WardwayRouting

/// Draws what a traveller may ask on a network.
struct RandomRequests {
  let network: WalkNetwork
  var random: SeededNumbers

  init(_ network: WalkNetwork, seed: UInt64) {
    self.network = network
    random = SeededNumbers(seed: seed)
  }

  /// A place at a node, in the middle of an edge, or somewhere about; its level is said or not.
  mutating func place() -> Place {
    let edge = network.edges.indices.randomElement(using: &random)!
    let isTail = random.once(in: 2)
    let node = network.nodes[Int(isTail ? network.edges[edge].tail : network.edges[edge].head)]
    let level = random.once(in: 2) ? node.level : nil
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .feature(node.source)
    case 1, 2: return .coordinate(node.coordinate, level: level)
    case 3, 4, 5:
      let line = network.points(of: edge)
      let segment = Int.random(in: 0..<line.count - 1, using: &random)
      let fraction = Double.random(in: 0...1, using: &random)
      return .coordinate(Segment(line[segment], line[segment + 1]).coordinate(at: fraction), level: level)
    default:
      let about = Int32.random(in: -1500...1500, using: &random)
      return .coordinate(
        Coordinate(
          latitudeE7: node.coordinate.latitudeE7 + about, longitudeE7: node.coordinate.longitudeE7 - about / 2
        ),
        level: level)
    }
  }

  /// Up to four features, rather those of `edges`.
  mutating func closures(on edges: [TravelledEdge]) -> [FeatureID] {
    var sources = edges.map(\.source).filter { $0 != .none }.shuffled(using: &random).prefix(2)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      sources.append(network.edges[Int.random(in: 0..<network.edges.count, using: &random)].source)
    }
    return Array(sources)
  }

  mutating func avoidances() -> Set<JourneyRequest.Avoidable> {
    Set(JourneyRequest.Avoidable.allCases.filter { _ in random.once(in: 3) })
  }
}
