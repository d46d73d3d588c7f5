import Columns
import Geodesy
import TestSupport
import Testing

@testable import WardwayMap

/// The index of places answers as a search through all venues does.
@Suite struct PlaceIndexTests {
  /// A network of places alone, with names out of few letters, so that many are alike.
  private func network(_ random: inout SeededNumbers) -> WalkNetwork {
    var strings = StringTableBuilder()
    let places = (0..<Int.random(in: 0..<12, using: &random)).map { number in
      let names = (0..<Int.random(in: 1...3, using: &random)).map { _ in name(&random) }
      return PlaceRecord(
        source: FeatureID(.way, Int64.random(in: 0..<1000, using: &random)), coordinate: Coordinate.origin,
        level: nil, name: strings.number(of: names[0]),
        search: strings.number(of: PlaceName.searchText(names)), kind: 0)
    }
    return WalkNetwork(
      nodes: [], edges: [], shapeStart: [0], shape: [], places: places, strings: strings.table())
  }

  private func name(_ random: inout SeededNumbers) -> String {
    let letters = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      "ab药ü 1".randomElement(using: &random)!
    }
    return String(letters) + ["b", "药"].randomElement(using: &random)!
  }

  /// What a search through every venue finds.
  private func scan(_ venues: [NetworkID: WalkNetwork], _ text: String) -> (NameMatch, [String]) {
    let all = venues.map { ($0, $1.placeMatches(text)) }.filter { !$1.places.isEmpty }
    guard let best = all.map(\.1.match.rawValue).min() else { return (.inside, []) }
    let found = all.filter { $1.match.rawValue == best }.flatMap { id, match in
      match.places.map { "\(id) \($0)" }
    }
    return (NameMatch(rawValue: best)!, found.sorted())
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `it agrees with a search through every venue, whatever was added, replaced and removed`(seed: UInt64)
    throws
  {
    var random = SeededNumbers(seed: seed)
    var venues: [NetworkID: WalkNetwork] = [:]
    var index = PlaceIndex()
    for _ in 0..<8 {
      var added: [NetworkID: WalkNetwork] = [:]
      for _ in 0..<Int.random(in: 0..<4, using: &random) {
        added[NetworkID(rawValue: "v\(Int.random(in: 0..<8, using: &random))")] = network(&random)
      }
      let gone = Set(venues.keys.filter { _ in Int.random(in: 0..<6, using: &random) == 0 })
      index = index.updated(
        removing: gone.union(added.keys), adding: added.map { PlaceIndex.Entry($0, $1) })
      for id in gone { venues[id] = nil }
      venues.merge(added) { $1 }
      #expect(index.venues == venues.keys.sorted())
      for _ in 0..<20 {
        let text = String(name(&random).dropLast(Int.random(in: 0...1, using: &random)))
        let (match, hits) = index.matches(text)
        let (right, places) = scan(venues, text)
        #expect(match == right, "'\(text)'")
        #expect(hits.map { "\(index.venues[Int($0.venue)]) \($0.place)" }.sorted() == places, "'\(text)'")
        #expect(hits == hits.sorted())
      }
      for (id, network) in venues {
        for place in network.places {
          #expect(index.venues(with: place.source).contains { index.venues[$0] == id })
        }
      }
    }
    // The same venues give the same bytes, in whatever order they came.
    let atOnce = PlaceIndex().updated(removing: [], adding: venues.map { PlaceIndex.Entry($0, $1) })
    #expect(atOnce.file.bytes() == index.file.bytes())
  }

  @Test func `what is no place is known by its name, and isn't found as one`() {
    let index = PlaceIndex().updated(removing: [], adding: [PlaceIndex.Entry("v", SmallNetwork.network)])
    #expect(index.venues(named: "MAIN ENTRANCE") == [0] && index.venues(named: "药房") == [0])
    #expect(index.venues(named: "main") == [] && index.venues(named: "") == [])
    #expect(index.matches("Main Entrance").hits.isEmpty && index.matches("entrance").hits.isEmpty)
    #expect(index.matches("hospital road").hits == [PlaceHit(venue: 0, place: 1)])
  }

  @Test func `a filter misses nothing, and is seldom wrong`() {
    let sources = Set((0..<5000).map { FeatureID(.node, Int64($0) * 7) })
    let words = SourceFilter.words(for: sources)
    #expect(sources.allSatisfy { SourceFilter.mayContain($0, words) })
    let wrong = (0..<10_000).count { SourceFilter.mayContain(FeatureID(.way, Int64($0)), words) }
    #expect(wrong < 100)
    #expect(!SourceFilter.mayContain(FeatureID(.way, 1), SourceFilter.words(for: [])))
  }

  @Test func `columns that don't fit together are refused`() {
    func index(
      names: [UInt32] = [0, 1], hitStart: [UInt32] = [0, 1],
      hits: [PlaceHit] = [PlaceHit(venue: 0, place: 0)],
      filters: [UInt32] = [0, 1]
    ) -> PlaceIndex? {
      PlaceIndex(
        venues: ["v"], nameStart: Column(names), nameBytes: Column([97]), hitStart: Column(hitStart),
        hits: Column(hits), filterStart: Column(filters), filterWords: Column([0]))
    }
    #expect(index() != nil)
    #expect(index(names: [0, 2]) == nil && index(names: []) == nil && index(names: [0]) == nil)
    #expect(index(hitStart: [1, 1]) == nil && index(hitStart: [0, 2]) == nil && index(filters: [0]) == nil)
    #expect(index(hits: [PlaceHit(venue: 1, place: 0)]) == nil)
  }
}

extension Coordinate {
  fileprivate static let origin = Coordinate(latitude: 0, longitude: 0)!
}
