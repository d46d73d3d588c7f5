import Testing

@testable import WardwayMap

@Suite struct SourceTests {
  @Test(arguments: [
    "node/1", "way/0", "relation/123456789012", "node/-1", "way/18014398509481983", "way/-36028797018963968",
    "feature/40000000000000", "feature/7fffffffffffff",
  ])
  func `a source is read as it is written`(text: String) throws {
    let source = try #require(Source(text))
    #expect(source.description == text && source.rawValue >> 56 == UInt64(source.kind.rawValue))
    #expect(Source(source.kind, source.number) == source)
  }

  @Test(arguments: [
    "", "node", "node/", "/1", "Node/1", "node/1/2", "node/1 ", "node/x", "node/1.0", "way/0x10", "area/1",
    "none/0", "node/99999999999999999999", "node/36028797018963968", "way/-36028797018963969",
    "node/9223372036854775807", "way/18014398509481984", "feature/1", "feature/80000000000000", "feature/x",
  ])
  func `what is no source is refused`(text: String) {
    #expect(Source(text) == nil)
  }

  @Test func `features of other formats go by their texts`() {
    let unit = Source(feature: "4A52-b")
    #expect(unit.kind == .feature && unit == Source(feature: "4a52-B") && unit != Source(feature: "4A52-c"))
    // Whatever an importer makes of a feature, it is found by its text.
    #expect(Source(.way, unit.number) == unit && Source(.node, unit.number) == unit)
    #expect(Source(unit.description) == unit)
  }

  @Test func `no source has no text`() {
    #expect(Source.none.kind == .none && Source.none.number == 0 && Source.none.description == "")
    #expect(Source(rawValue: .max).kind == .none && Source(rawValue: .max).description == "")
  }

  @Test func `sources are sorted by kind, then by number`() {
    let sorted = [Source.none, Source(.node, 2), Source(.node, 10), Source(.way, 1), Source(.relation, 0)]
    #expect(sorted.shuffled().sorted() == sorted)
  }

  @Test func `a network knows the edges, nodes and places of a source`() {
    let network = SmallNetwork.network
    for (number, edge) in network.edges.enumerated() { #expect(network.edges(from: edge.source) == [number]) }
    for absent in [Source.none, Source(.way, 1), Source(.way, 16), Source(.relation, 9), Source(.node, 1)] {
      #expect(network.edges(from: absent) == [])
    }
    #expect(network.node(from: Source(.node, 2)) == 1 && network.node(from: Source(.node, 9)) == nil)
    #expect(network.place(from: Source(.way, -9)) == 1 && network.place(from: Source(.way, 9)) == nil)
  }
}
