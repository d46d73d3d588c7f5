import Geodesy
import Testing

@testable import WardwayCompiler
@testable import WardwayMap

@Suite struct SettledNetworkTests {
  /// Oracle: the frozen network.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `edges are found before freezing as after it`(seed: UInt64) throws {
    let map = try DrawnMap(xml: RandomMapTests.map(seed: seed))
    let (settled, network) = (map.settled, map.network)
    let index = EdgeIndex(settled)
    #expect(settled.nodes.indices.allSatisfy { index.edges(from: $0) == network.edges(at: UInt32($0)) })
    for edge in settled.edges.indices {
      let (tail, head) = (settled.edges[edge].tail, settled.edges[edge].head)
      #expect(
        [tail, head].allSatisfy { settled.point(nextTo: $0, on: edge) == network.point(nextTo: $0, on: edge) }
      )
      var segments: [[Segment]] = [[], []]
      settled.forEachSegment(of: edge) { segments[0].append(Segment($0, $1)) }
      network.forEachSegment(of: edge) { segments[1].append(Segment($0, $1)) }
      #expect(segments[0] == segments[1])
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a part is a sound network, and all together are the whole`(seed: UInt64) throws {
    let whole = try DrawnMap(xml: RandomMapTests.map(seed: seed)).settled
    let edges = Array(whole.edges.indices), places = Array(whole.places.indices)
    let areas = Array(whole.areas.records.indices)
    let all = whole.part(edges: edges, places: places, areas: areas)
    #expect(all.network.frozen().firstFault == nil)
    #expect(all.network.edges.map(\.source) == whole.edges.map(\.source))
    #expect(
      all.network.places.map { all.network.strings[$0.name] } == whole.places.map { whole.strings[$0.name] })
    let half = whole.part(edges: edges.filter { $0.isMultiple(of: 2) }, places: [], areas: [])
    #expect(half.network.frozen().firstFault == nil)
    #expect(half.network.edges.count == (edges.count + 1) / 2)
    for (old, new) in half.nodes {
      #expect(half.network.nodes[Int(new)].coordinate == whole.nodes[old].coordinate)
    }
  }
}
