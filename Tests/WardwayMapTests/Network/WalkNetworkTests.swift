import Geodesy
import ShortestPaths
import Testing

@testable import WardwayMap

@Suite struct WalkNetworkTests {
  private let network = SmallNetwork.network

  @Test func `a network that was built is sound`() {
    #expect(network.firstFault == nil)
    #expect(network.graph.arcCount == 11 && network.edgeArc.filter { $0 == WalkNetwork.noArc }.count == 1)
    #expect(network.edgeArc[9] == WalkNetwork.noArc)
  }

  @Test func `an edge's points lead from its tail over its shape to its head`() {
    for edge in network.edges.indices {
      let points = network.points(of: edge)
      var segments: [Coordinate] = []
      network.forEachSegment(of: edge) { from, to in
        if segments.isEmpty { segments.append(from) }
        #expect(segments.last == from)
        segments.append(to)
      }
      #expect(points == segments && points.count == [4, 2, 2, 3, 2, 2][edge])
      #expect(points.first == network.nodes[Int(network.edges[edge].tail)].coordinate)
      #expect(points.last == network.nodes[Int(network.edges[edge].head)].coordinate)
    }
    #expect(network.tailLevel(of: 3) == .ground && network.headLevel(of: 3) == Level(1))
  }

  @Test func `weights are the costs, and unreachable where a profile can't go`() {
    for profile in Profile.standard {
      let weights = network.weights(for: profile)
      for edge in network.edges.indices {
        for isForward in [true, false] {
          let arc = network.edgeArc[edge * 2 + (isForward ? 0 : 1)]
          let price = network.price(of: edge, forward: isForward, for: profile)
          if arc == WalkNetwork.noArc {
            #expect(price == nil)
          } else {
            #expect(weights[Int(arc)] == price?.cost ?? unreachable)
          }
        }
      }
    }
    #expect(network.weights(for: .wheelchair).filter { $0 == unreachable }.count == 2)
  }

  @Test(arguments: [
    (2000, 199, true), (2000, 200, false), (1990, 199, false), (1991, 199, true), (1, 1, false),
  ])
  func `a part is an island if it is small and much smaller than the largest`(
    largest: Int, part: Int, isIsland: Bool
  ) {
    let nodes = (0..<largest + part).map { number in
      var node = NodeRecord(
        source: .none, coordinate: Coordinate(latitudeE7: 0, longitudeE7: 0), level: .ground, levelName: 0)
      node.component = number < largest ? 0 : 1
      return node
    }
    let network = WalkNetwork(
      nodes: nodes, edges: [], shapeStart: [0], shape: [], places: [], strings: StringTableBuilder().table())
    #expect(network.componentSizes.map(Int.init) == [largest, part])
    #expect(network.isIsland(component: 1) == isIsland)
    #expect(
      !network.isIsland(component: 0) && !network.isIsland(component: 2) && !network.isIsland(component: .max)
    )
  }
}
