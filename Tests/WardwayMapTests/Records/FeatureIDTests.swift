import Testing

@testable import WardwayMap

@Suite struct FeatureIDTests {
  @Test(arguments: [
    "node/1", "way/0", "relation/123456789012", "node/-1", "way/18014398509481983", "way/-36028797018963968",
    "feature/40000000000000", "feature/7fffffffffffff",
  ])
  func `a source is read as it is written`(text: String) throws {
    let source = try #require(FeatureID(text))
    #expect(source.description == text && source.rawValue >> 56 == UInt64(source.kind.rawValue))
    #expect(FeatureID(source.kind, source.number) == source)
  }

  @Test(arguments: [
    "", "node", "node/", "/1", "Node/1", "node/1/2", "node/1 ", "node/x", "node/1.0", "way/0x10", "area/1",
    "none/0", "node/99999999999999999999", "node/36028797018963968", "way/-36028797018963969",
    "node/9223372036854775807", "way/18014398509481984", "feature/1", "feature/80000000000000", "feature/x",
  ])
  func `what is no source is refused`(text: String) {
    #expect(FeatureID(text) == nil)
  }

  @Test func `features of other formats go by their texts`() {
    let unit = FeatureID(feature: "4A52-b")
    #expect(
      unit.kind == .feature && unit == FeatureID(feature: "4a52-B") && unit != FeatureID(feature: "4A52-c"))
    // Whatever an importer makes of a feature, it is found by its text.
    #expect(FeatureID(.way, unit.number) == unit && FeatureID(.node, unit.number) == unit)
    #expect(FeatureID(unit.description) == unit)
  }

  @Test func `no source has no text`() {
    #expect(FeatureID.none.kind == .none && FeatureID.none.number == 0 && FeatureID.none.description == "")
    #expect(FeatureID(rawValue: .max).kind == .none && FeatureID(rawValue: .max).description == "")
  }

  @Test func `sources are sorted by kind, then by number`() {
    let sorted = [
      FeatureID.none, FeatureID(.node, 2), FeatureID(.node, 10), FeatureID(.way, 1), FeatureID(.relation, 0),
    ]
    #expect(sorted.shuffled().sorted() == sorted)
  }

  @Test func `a network knows the edges, nodes and places of a source`() {
    let network = SmallNetwork.network
    for (number, edge) in network.edges.enumerated() { #expect(network.edges(from: edge.source) == [number]) }
    for absent in [
      FeatureID.none, FeatureID(.way, 1), FeatureID(.way, 16), FeatureID(.relation, 9), FeatureID(.node, 1),
    ] {
      #expect(network.edges(from: absent) == [])
    }
    #expect(network.node(from: FeatureID(.node, 2)) == 1 && network.node(from: FeatureID(.node, 9)) == nil)
    #expect(network.place(from: FeatureID(.way, -9)) == 1 && network.place(from: FeatureID(.way, 9)) == nil)
  }
}
