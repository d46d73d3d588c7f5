import Geodesy
import Testing

@testable import WardwayMap

@Suite struct PlaceSearchTests {
  /// A network with nothing but places; each has its names separated by bars.
  private func network(_ places: [String]) -> WalkNetwork {
    var strings = StringTableBuilder()
    let records = places.enumerated().map { index, names in
      let names = names.split(separator: "|")
      return PlaceRecord(
        source: FeatureID(.node, Int64(index)), coordinate: Coordinate(latitudeE7: 0, longitudeE7: 0),
        level: nil,
        name: strings.number(of: String(names[0])),
        search: strings.number(of: PlaceName.searchText(names.map(String.init))), kind: 0)
    }
    return WalkNetwork(
      nodes: [], edges: [], shapeStart: [0], shape: [], places: records, strings: strings.table())
  }

  @Test func `exact names come before words, words before beginnings`() {
    let network = network(["Old Pharmacy", "Pharmacy West", "Pharmacy", "The Pharmacy|pharmacy", "Chapel"])
    #expect(network.places(named: "PHARMACY") == [2, 3])
    #expect(network.places(named: "pharm") == [0, 1, 2, 3])
    #expect(network.places(named: "the pharm") == [3])
    #expect(network.places(named: "west pharmacy") == [1])
    #expect(network.places(named: "pharm west") == [])
    #expect(network.places(named: "Pharmacy  west") == [1])
    #expect(network.places(named: "harm") == [])
    #expect(network.places(named: "pharmacy east") == [])
    #expect(
      network.places(named: "pharm", limit: 2) == [0, 1] && network.places(named: "pharm", limit: 0) == [])
  }

  @Test func `a word is found as a whole or by its beginning, never inside`() {
    let network = network(["Blood Collection", "CT Scanner", "Ultrasound-guided Treatment", "Main Entrance"])
    #expect(network.places(named: "CT") == [1] && network.places(named: "ATM") == [])
    #expect(network.places(named: "ENT") == [3] && network.placeMatches("ENT").match == .prefix)
    #expect(network.places(named: "guided") == [2] && network.places(named: "lection") == [])
  }

  @Test func `numbers are whole`() {
    let network = network(["Ward 12", "R 101", "Rose Street 14a", "Ward 21"])
    #expect(network.places(named: "Ward 1") == [] && network.places(named: "ward12") == [0])
    #expect(network.places(named: "R101") == [1] && network.places(named: "R 10") == [])
    #expect(network.places(named: "rose street 14 A") == [2])
  }

  @Test func `no word of a name stands for two of a text`() {
    let network = network(["New York", "New New York"])
    #expect(network.places(named: "new new") == [1])
  }

  @Test func `Chinese characters find exact names, beginnings and parts`() {
    let network = network(["骨科门诊|Orthopaedics", "住院部 骨科", "骨科", "药房", "西药房"])
    #expect(network.places(named: "骨科") == [2])
    #expect(network.places(named: "骨科门") == [0])
    #expect(network.places(named: "门诊") == [0])
    #expect(network.places(named: "药房") == [3])
    #expect(network.places(named: "药") == [3])
    #expect(network.places(named: "西药") == [4])
    #expect(network.places(named: "科门诊 ") == [0])
    #expect(network.places(named: "骨 科") == [2])
    // The bytes of 骨科 one by one stand in no other name.
    #expect(network.places(named: "骨") == [0, 2])
  }

  @Test func `a name never matches across two names of a place`() {
    let network = network(["North|South", "North South"])
    #expect(network.places(named: "north\nsouth") == [1] && network.places(named: "north s") == [1])
    #expect(network.places(named: "thso") == [])
    #expect(network.places(named: "south") == [0])
  }

  @Test func `a text matches as names do that are compared word by word`() {
    func texts(_ lengths: ClosedRange<Int>, _ letters: [String]) -> [String] {
      lengths.flatMap { length in
        (0..<Int(pow(letters.count, length))).map { number in
          (0..<length).map { letters[number / pow(letters.count, $0) % letters.count] }.joined()
        }
      }
    }
    func pow(_ base: Int, _ exponent: Int) -> Int { (0..<exponent).reduce(1) { all, _ in all * base } }
    // Places with two names each, most of which begin and end alike.
    let names = texts(3...4, ["a", "b", " "])
    let places = names.indices.map { "\(names[$0])x|\(names[$0 * 7 % names.count])x" }
    let network = network(places)
    func words(_ text: Substring) -> [Substring] { text.split(separator: " ") }
    for text in texts(1...4, ["a", "b", " ", "x"]) where !words(text[...]).isEmpty {
      let asked = words(text[...])
      func fitting(_ fits: ([Substring]) -> Bool) -> [Int] {
        places.indices.filter { places[$0].split(separator: "|").contains { fits(words($0)) } }
      }
      func holds(_ name: [Substring], _ wanted: [Substring]) -> Bool {
        wanted.allSatisfy { word in name.count { $0 == word } >= wanted.count { $0 == word } }
      }
      let best = [
        fitting { $0 == asked }, fitting { holds($0, asked) },
        fitting { name in
          name.indices.contains { index in
            var others = name
            return others.remove(at: index).hasPrefix(asked[asked.count - 1])
              && holds(others, asked.dropLast())
          }
        },
      ]
      #expect(network.places(named: text) == best.first { !$0.isEmpty } ?? [], "'\(text)'")
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
