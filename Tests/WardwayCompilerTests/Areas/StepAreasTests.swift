import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// Steps in and across squares: walkers use them, wheels go round.
@Suite struct StepAreasTests {
  private static let drawing = """
            e-f
      a-----g-h-----b
      |     . .     |
    w-m     i j     n-x
      |     . .     |
      d-----k-l-----c
      u-------------v
    """
  private static let ways = ["wm: highway=footway", "nx: highway=footway", "wuvx: highway=footway"]

  private func check(_ map: DrawnMap, file: Bool = true) {
    #expect(map.joins("m", "n") && map.joins("w", "x", for: .wheelchair))
    for profile in [Profile.wheelchair, .bed] { #expect(!map.onlyAcross("m", "n", for: profile)) }
    #expect(map.onlyAcross("m", "n", for: .walker) && map.count(.stairs) > 0)
  }

  @Test(arguments: ["highway=steps area=yes", "area:highway=steps"])
  func `steps that are an area across a square`(tags: String) throws {
    check(
      try DrawnMap(
        Self.drawing,
        ways: ["aghbnclkdma: highway=pedestrian area=yes", "ghlkg: \(tags)"] + Self.ways))
  }

  @Test(arguments: ["", "step_count=8 width=3"])
  func `steps that are a line between walls`(tags: String) throws {
    check(
      try Self.square(
        [
          "g": (20, 20), "p": (20, 12), "q": (20, 8), "k": (20, 0), "i": (17, 10), "j": (23, 10),
        ],
        [
          "agbnckdma: highway=pedestrian area=yes", "ij: highway=steps \(tags)", "gp: barrier=wall",
          "qk: barrier=retaining_wall",
        ] + Self.ways))
  }

  /// A square 40 m by 20 m between two footways and a way around it, with more nodes in metres east and north.
  private static func square(_ more: [String: (Double, Double)], _ ways: [String]) throws -> DrawnMap {
    let frame = LocalFrame(origin: DrawnMap.coordinate(row: 0, column: 0))
    let nodes = more.merging([
      "a": (0, 20), "b": (40, 20), "c": (40, 0), "d": (0, 0), "m": (0, 10), "n": (40, 10), "w": (-10, 10),
      "x": (50, 10), "u": (-10, -20), "v": (50, -20),
    ]) { first, _ in first }
    let drawn = nodes.sorted { $0.key < $1.key }.map { name, place in
      let at = frame.coordinate(LocalFrame.Point(x: place.0, y: place.1))
      return
        "<node id=\"\(name.unicodeScalars.first!.value)\" lat=\"\(at.latitude)\" lon=\"\(at.longitude)\"/>"
    }
    let lines = DrawnMap.xml("", ways: ways).replacing(
      "<osm version=\"0.6\">", with: "<osm version=\"0.6\">" + drawn.joined())
    return try DrawnMap(xml: lines)
  }

  @Test func `steps that are an area between floors join the floors`() throws {
    let map = try DrawnMap(
      """
      a---b---e
      |   |
      d---c---f
      """,
      ways: [
        "abcda: highway=steps area=yes", "be: highway=corridor level=0", "cf: highway=corridor level=1",
      ])
    #expect(map.joins("e", "f") && !map.joins("e", "f", for: .wheelchair))
  }

  @Test func `the outline of a flight between floors is no ground`() throws {
    let map = try DrawnMap(
      "a---b---e",
      ways: ["abea: area:highway=steps", "ab: highway=corridor level=0", "be: highway=corridor level=1"])
    #expect(map.records("way/1").isEmpty)
  }
}

extension DrawnMap {
  /// Whether a profile gets from one point to another over the square and its steps, without the way around, which is
  /// the last one.
  fileprivate func onlyAcross(_ from: String, _ to: String, for profile: Profile) -> Bool {
    let around = network.edges.filter { $0.source.kind == .way }.map(\.source).max()
    let weights = network.weights(for: profile)
    let goals = Set(nodes(to))
    var open = nodes(from)
    var seen = Set(open)
    while let node = open.popLast() {
      if goals.contains(node) { return true }
      for arc in network.graph.arcs(from: node) where weights[arc] != .max {
        if network.edges[Int(network.arcEdge[arc] >> 1)].source == around { continue }
        let next = network.graph.head[arc]
        if seen.insert(next).inserted { open.append(next) }
      }
    }
    return false
  }
}
