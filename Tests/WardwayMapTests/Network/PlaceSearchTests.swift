import Geodesy
import Testing

@testable import WardwayMap

@Suite struct PlaceSearchTests {
  /// A network with nothing but places; each has its names separated by bars.
  private func network(_ places: [String]) -> Network {
    var strings = StringTableBuilder()
    let records = places.enumerated().map { index, names in
      let names = names.split(separator: "|")
      return PlaceRecord(
        source: Source(.node, Int64(index)), coordinate: Coordinate(latitudeE7: 0, longitudeE7: 0),
        level: nil,
        name: strings.number(of: String(names[0])),
        search: strings.number(of: names.map { PlaceName.folded($0) }.joined(separator: "\n")), kind: 0)
    }
    return Network(
      nodes: [], edges: [], shapeStart: [0], shape: [], places: records, strings: strings.table())
  }

  @Test(arguments: [
    ("Ward 7", "ward 7"), ("  Ward \t 7\n", "ward 7"), ("ÄRZTE Zimmer", "ärzte zimmer"), ("骨科 门诊", "骨科 门诊"),
    ("a\u{0}b", "a b"), ("a\u{1}\u{2}b\u{0}", "a b"), ("", ""), (" \n\t", ""), ("İ", "i̇"),
    ("Line\nTwo", "line two"), ("全角　空格", "全角 空格"),
  ])
  func `names are folded`(name: String, folded: String) {
    #expect(PlaceName.folded(name) == folded)
    #expect(PlaceName.folded(folded) == folded)
  }

  @Test func `exact names come before beginnings, beginnings before parts`() {
    let network = network(["Old Pharmacy", "Pharmacy West", "Pharmacy", "The Pharmacy|pharmacy", "Chapel"])
    #expect(network.places(named: "PHARMACY") == [2, 3])
    #expect(network.places(named: "pharm") == [1, 2, 3])
    #expect(network.places(named: "Pharmacy  west") == [1])
    #expect(network.places(named: "harm") == [0, 1, 2, 3])
    #expect(network.places(named: "pharmacy east") == [])
    #expect(
      network.places(named: "harm", limit: 2) == [0, 1] && network.places(named: "harm", limit: 0) == [])
  }

  @Test func `two Chinese characters find exact names, beginnings and parts`() {
    let network = network(["骨科门诊|Orthopaedics", "住院部 骨科", "骨科", "药房", "西药房"])
    #expect(network.places(named: "骨科") == [2])
    #expect(network.places(named: "骨科门") == [0])
    #expect(network.places(named: "门诊") == [0])
    #expect(network.places(named: "药房") == [3])
    #expect(network.places(named: "药") == [3])
    #expect(network.places(named: "西药") == [4])
    #expect(network.places(named: "科门诊 ") == [0])
    // The bytes of 骨科 one by one stand in no other name.
    #expect(network.places(named: "骨") == [0, 2])
  }

  @Test func `a name never matches across two names of a place`() {
    let network = network(["North|South", "North South"])
    #expect(network.places(named: "north\nsouth") == [1])
    #expect(network.places(named: "thso") == [])
    #expect(network.places(named: "south") == [0])
  }

  @Test func `a text matches as names do that are compared one by one`() {
    func words(_ lengths: ClosedRange<Int>) -> [String] {
      lengths.flatMap { length in
        (0..<(1 << length)).map { bits in
          String((0..<length).map { bits >> $0 & 1 == 0 ? "a" : "b" })
        }
      }
    }
    // Places with two names each, most of which begin and end alike.
    let names = words(3...4)
    let places = names.enumerated().map { "\($1)|\(names[$0 * 7 % names.count])" }
    let network = network(places)
    for text in words(1...5) {
      func fitting(_ fits: (Substring) -> Bool) -> [Int] {
        places.indices.filter { places[$0].split(separator: "|").contains(where: fits) }
      }
      let best = [fitting { $0 == text }, fitting { $0.hasPrefix(text) }, fitting { $0.contains(text) }]
      #expect(network.places(named: text) == best.first { !$0.isEmpty } ?? [])
    }
  }

  @Test(arguments: [
    "", " ", "\n", "\u{0}", "%", "*", "' OR 1=1 --", "\\", "\u{202E}", "\u{FFFD}",
    String(repeating: "a", count: 1_000_000),
  ])
  func `hostile texts find nothing`(text: String) {
    #expect(network(["Ward", "Pharmacy|药房"]).places(named: text) == [])
  }

  @Test func `a place without letters is found by nothing`() {
    let network = network([" |\u{1}", "a"])
    #expect(network.places(named: "a") == [1])
  }
}
