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
      try DrawnMap(
        """
          a-------g-------b
          |       .       |
          |       p       |
        w-m     i   j     n-x
          |       q       |
          |       .       |
          d-------k-------c
          u---------------v
        """,
        ways: [
          "agbnckdma: highway=pedestrian area=yes", "ij: highway=steps \(tags)", "gp: barrier=wall",
          "qk: barrier=retaining_wall",
        ] + Self.ways))
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
  /// Whether a profile gets from one point to another over the square and its steps, without the way around.
  fileprivate func onlyAcross(_ from: String, _ to: String, for profile: Profile) -> Bool {
    let around = records("way/\(network.edges.map { Int($0.source.number) }.filter { $0 < 50 }.max()!)")
    let weights = network.weights(for: profile)
    let forbidden = Set(around.flatMap { [$0.tail, $0.head] }).subtracting(nodes("w") + nodes("x"))
    let goals = Set(nodes(to))
    var open = nodes(from)
    var seen = Set(open)
    while let node = open.popLast() {
      if goals.contains(node) { return true }
      for arc in network.graph.arcs(from: node) where weights[arc] != .max {
        let next = network.graph.head[arc]
        if !forbidden.contains(next), seen.insert(next).inserted { open.append(next) }
      }
    }
    return false
  }
}
