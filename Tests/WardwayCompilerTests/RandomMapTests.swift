import Foundation
import Geodesy
import ShortestPaths
import TestSupport
import Testing

@testable import WardwayCompiler
@testable import WardwayMap

/// Maps that no mapper would draw: whatever they hold, a sound network comes out, and always the same.
@Suite struct RandomMapTests {
  @Test(arguments: 0..<100 as Range<UInt64>) func `any map makes a sound network`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let xml = Self.map(&dice)
    var report = CompilationReport()
    let extract = try OSMFixture.read(xml: xml)
    let network = MapCompiler().network(of: extract, &report)
    #expect(network.firstFault == nil)
    for edge in network.edges.indices { check(edge, of: network) }
    #expect(Array(network.componentSizes) == network.componentSizes.sorted(by: >))
    #expect(Int(network.componentSizes.reduce(0, +)) == network.nodes.count)
    #expect(report.diagnostics.allSatisfy { $0.source != .none && !$0.message.isEmpty })
    checkWalls(of: extract, in: network)
    var again = CompilationReport()
    let second = MapCompiler().network(of: try OSMFixture.read(xml: xml), &again)
    let bytes = NetworkFile.bytes(network, metrics: [], attribution: "")
    #expect(bytes == NetworkFile.bytes(second, metrics: [], attribution: ""))
    #expect(report.diagnostics == again.diagnostics)
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func `any map makes an atlas that opens, or is refused`(
    seed: UInt64
  ) throws {
    let folder = TemporaryFolder()
    var dice = Dice(seed: seed ^ 0xA71A5)
    let input = folder.write(Self.map(&dice), as: "map.osm")
    let output = folder.path("atlas")
    do {
      _ = try MapCompiler(profiles: [.walker]).compile([input], to: output)
    } catch is CompilationError { return }
    try Atlas(opening: output).verify()
  }

  private func check(_ number: Int, of network: WalkNetwork) {
    let edge = network.edges[number]
    let (tail, head) = (network.tailLevel(of: number), network.headLevel(of: number))
    #expect(edge.tail != edge.head, "\(edge) \(edge.source)")
    #expect(edge.directions != 0)
    #expect(network.nodes[Int(edge.tail)].component == network.nodes[Int(edge.head)].component)
    var metres = 0.0
    network.forEachSegment(of: number) { metres += distance($0, $1) }
    #expect(abs(metres * 1000 - Double(edge.length)) <= 1)
    switch edge.kind {
    case .stairs, .escalator, .ramp:
      if tail != head { #expect(edge.attributes.rises == (tail < head ? .yes : .no)) }
    case .elevatorBoard, .elevatorAlight: #expect(tail == head && edge.directions == 1)
    case .elevatorRide: #expect(tail < head && edge.length == 0)
    case .connector, .door, .barrier, .kerb: #expect(edge.length == 0)
    default: break
    }
    for profile in [Profile.walker, .bed] {
      for isForward in [true, false] {
        guard let price = network.price(of: number, forward: isForward, for: profile) else { continue }
        #expect(price.cost >= price.duration && price.cost < unreachable)
      }
    }
  }

  /// At a wall, no edge of the node itself leads anywhere.
  private func checkWalls(of extract: OSMExtract, in network: WalkNetwork) {
    for node in extract.taggedNodes.map({ extract.node(at: $0) }) where node.tags["barrier"] == "wall" {
      let passages = network.edges(from: FeatureID(.node, node.id)).filter {
        network.edges[$0].kind == .barrier
      }
      #expect(passages.isEmpty)
    }
  }

  // MARK: Drawing

  /// A map by its number.
  static func map(seed: UInt64) -> String {
    var dice = Dice(seed: seed)
    return map(&dice)
  }

  private static let drawing = """
    abcdef
    ghijkl
    mnopqr
    stuvwx
    """

  private static func map(_ dice: inout Dice) -> String {
    let points = Array("abcdefghijklmnopqrstuvwxy")
    var ways: [String] = []
    for _ in 0..<dice.number(below: 14) + 2 {
      var line = (0..<dice.number(below: 6) + 2).map { _ in points[dice.number(below: points.count)] }
      if dice.number(below: 3) == 0 { line.append(line[0]) }
      ways.append(
        "\(String(line)): \(dice.pick(kinds)) \(dice.pick(levels)) \(dice.pick(extras)) \(dice.pick(extras))")
    }
    let nodes = points.filter { _ in dice.number(below: 3) == 0 }.map {
      "\($0): \(dice.pick(nodeTags)) \(dice.pick(levels))"
    }
    let relations = (0..<dice.number(below: 3)).map { _ -> String in
      let members = "\(dice.number(below: 16) + 1) \(dice.number(below: 16) + 1)"
      return "\(members): type=multipolygon \(dice.pick(kinds)) \(dice.pick(levels))"
    }
    return DrawnMap.xml(drawing, ways: ways, nodes: nodes, relations: relations)
  }

  private static let kinds = [
    "highway=footway", "highway=corridor", "highway=steps", "highway=steps conveying=forward", "indoor=room",
    "indoor=area",
    "highway=elevator", "indoor=room room=stairs", "highway=residential", "highway=footway ramp=yes",
    "railway=platform",
    "highway=pedestrian area=yes", "route=ferry", "indoor=room room=elevator",
    "highway=footway conveying=yes",
    "highway=footway footway=sidewalk", "amenity=hospital name=H", "amenity=hospital indoor=area",
  ]
  private static let levels = [
    "", "", "level=0", "level=1", "level=0;1", "level=-2--1", "level=0-3", "level=0.5", "repeat_on=1-3",
    "level=B1",
    "level=1;0 repeat_on=5", "level=-300;300", "level=0;1 level:ref=G;1F", "level=3 non_existent_levels=3",
  ]
  private static let extras = [
    "", "", "", "incline=up", "incline=down", "incline=-8%", "oneway:foot=yes", "access=private",
    "step_count=13", "width=0.5",
    "duration=00:02", "name=骨科", "oneway=-1", "wheelchair=no", "surface=sand",
  ]
  private static let nodeTags = [
    "door=yes", "barrier=gate", "barrier=wall", "highway=elevator", "highway=elevator access=no",
    "kerb=raised",
    "entrance=main access=private", "barrier=turnstile", "highway=elevator duration=1",
    "amenity=clinic name=X",
    "highway=elevator door=yes barrier=wall",
  ]

  /// SplitMix64.
  private struct Dice {
    private var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &numbers) }

    mutating func pick(_ texts: [String]) -> String { texts[number(below: texts.count)] }
  }
}
