import Geodesy
import Testing

@testable import WardwayCompiler

/// Meshes of open space against the full visibility graph.
@Suite struct AreaMesherTests {
  @Test(arguments: 0..<60 as Range<UInt64>, [AreaCells.mostNodes, 60])
  func `ways over a mesh are hardly longer than the shortest, and cut no wall`(
    seed: UInt64, mostNodes: Int
  ) throws {
    let plan = RandomPlan(seed: seed)
    let space = try #require(FreeSpace(rings: plan.rings))
    let mesh = AreaMesher.mesh(space, entries: plan.entries, mostNodes: mostNodes)
    for edge in mesh.edges {
      #expect(!plan.isBlocked(mesh.nodes[edge.a], mesh.nodes[edge.b]), "\(mesh.nodes[edge.a])")
    }
    #expect(mesh.nodes.allSatisfy { plan.contains($0) })
    let (slow, fast) = (VisibilityOracle(plan), Distances(mesh))
    for from in plan.entries.indices {
      let (shortest, found) = (slow.distances(from: from), fast.distances(from: from))
      for to in plan.entries.indices where to != from {
        #expect(found[to] <= shortest[to] * 1.02 + 0.001, "\(from) to \(to): \(found[to]), \(shortest[to])")
        #expect(found[to] >= shortest[to] - 0.05)
      }
    }
  }

  @Test func `a corridor with a hundred doors has few edges a door`() throws {
    let frame = LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)
    func place(_ x: Double, _ y: Double) -> Coordinate { frame.coordinate(LocalFrame.Point(x: x, y: y)) }
    let south = (0...50).map { place(Double($0) * 4, 0) }
    let north = (0...50).reversed().map { place(Double($0) * 4, 3) }
    let space = try #require(FreeSpace(rings: [south + north]))
    let mesh = AreaMesher.mesh(space, entries: Array(south.dropFirst() + north.dropLast()))
    #expect(mesh.nodes.count == 100 && mesh.edges.count <= 600)
  }

  @Test func `a corner is passed at some distance where there is room`() throws {
    let frame = LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)
    let corners = [(0.0, 0.0), (60, 0), (60, 60), (30, 60), (30, 30), (0, 30)].map {
      frame.coordinate(LocalFrame.Point(x: $0, y: $1))
    }
    let space = try #require(FreeSpace(rings: [corners]))
    let mesh = AreaMesher.mesh(space, entries: [corners[0], corners[2]])
    let turn = try #require(mesh.nodes.last)
    #expect(mesh.nodes.count == 3 && abs(distance(turn, corners[4]) - 0.3) < 0.03)
  }
}

/// A polygon with holes and places in it, at random.
struct RandomPlan {
  let rings: [[Coordinate]]
  var entries: [Coordinate]

  init(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ range: ClosedRange<Double>) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Double(state >> 33) / Double(1 << 31) * (range.upperBound - range.lowerBound)
    }
    let frame = LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)
    func place(_ x: Double, _ y: Double) -> Coordinate { frame.coordinate(LocalFrame.Point(x: x, y: y)) }
    func star(_ x: Double, _ y: Double, _ corners: Int, _ radius: ClosedRange<Double>) -> [Coordinate] {
      (0..<corners).map { corner in
        let (angle, reach) = (Double(corner) / Double(corners) * 2 * .pi, random(radius))
        return place(x + reach * cosine(angle), y + reach * cosine(angle - .pi / 2))
      }
    }
    var rings = [star(0, 0, 8 + Int(seed % 30), 25...60)]
    // On a grid inside the smallest circle, so that holes don't meet each other.
    for cell in 0..<9 where random(0...1) < 0.6 {
      rings.append(
        star(Double(cell % 3 - 1) * 11, Double(cell / 3 - 1) * 11, 3 + Int(random(0...4.9)), 1...4.5))
    }
    self.rings = rings
    entries = []
    for corner in rings[0].indices where random(0...1) < 0.4 { entries.append(rings[0][corner]) }
    for _ in 0..<6 {
      let place = place(random(-20...20), random(-20...20))
      if contains(place) { entries.append(place) }
    }
    entries.append(rings[0][0])
    entries = Array(Set(entries)).sorted {
      ($0.latitudeE7, $0.longitudeE7) < ($1.latitudeE7, $1.longitudeE7)
    }
  }

  init(rings: [[Coordinate]], entries: [Coordinate]) {
    self.rings = rings
    self.entries = entries
  }

  func sides() -> [(Coordinate, Coordinate)] {
    rings.flatMap { Array(zip($0, $0.dropFirst() + [$0[0]])) }
  }

  /// Inside or on a wall, by the plainest way to tell.
  func contains(_ place: Coordinate) -> Bool { contains(x2: x(place) * 2, y2: y(place) * 2) }

  private func contains(x2 px: Int64, y2 py: Int64) -> Bool {
    var isInside = false
    for (a, b) in sides() {
      let (ax, ay, bx, by) = (x(a) * 2, y(a) * 2, x(b) * 2, y(b) * 2)
      let cross = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
      if cross == 0, min(ax, bx) <= px, px <= max(ax, bx), min(ay, by) <= py, py <= max(ay, by) {
        return true
      }
      if (ay > py) != (by > py), (cross > 0) == (by > ay) { isInside.toggle() }
    }
    return isInside
  }

  /// Whether a straight line crosses a wall or runs outside.
  func isBlocked(_ a: Coordinate, _ b: Coordinate) -> Bool {
    func turn(_ p: Coordinate, _ q: Coordinate, _ r: Coordinate) -> Int64 {
      ((x(q) - x(p)) * (y(r) - y(p)) - (y(q) - y(p)) * (x(r) - x(p))).signum()
    }
    for (p, q) in sides()
    where turn(a, b, p) * turn(a, b, q) < 0 && turn(p, q, a) * turn(p, q, b) < 0 { return true }
    // Corners that it runs through part it; each part is inside if its middle is.
    let touched = rings.joined().filter { turn(a, b, $0) == 0 && isBetween($0, a, b) } + [a, b]
    let order = touched.sorted { (x($0), y($0)) < (x($1), y($1)) }
    return zip(order, order.dropFirst()).contains { !contains(x2: x($0) + x($1), y2: y($0) + y($1)) }
  }

  private func isBetween(_ c: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Bool {
    min(x(a), x(b)) <= x(c) && x(c) <= max(x(a), x(b)) && min(y(a), y(b)) <= y(c) && y(c) <= max(y(a), y(b))
  }

  // Relative to a corner, so that products stay small.
  private func x(_ place: Coordinate) -> Int64 { Int64(place.longitudeE7) - 1_142_700_000 }
  private func y(_ place: Coordinate) -> Int64 { Int64(place.latitudeE7) - 305_800_000 }
}

/// The cosine by its series, so that all systems draw the same plan.
func cosine(_ angle: Double) -> Double {
  var (sum, term) = (1.0, 1.0)
  for step in 1...20 {
    term *= -angle * angle / Double((2 * step - 1) * (2 * step))
    sum += term
  }
  return sum
}

/// Shortest ways over every pair of corners and entries that see each other.
struct VisibilityOracle {
  private let graph: Distances

  init(_ plan: RandomPlan) {
    let nodes = plan.entries + plan.rings.joined().filter { !plan.entries.contains($0) }
    var edges: [AreaMesh.Edge] = []
    for a in nodes.indices {
      for b in 0..<a where !plan.isBlocked(nodes[a], nodes[b]) { edges.append(AreaMesh.Edge(a: a, b: b)) }
    }
    graph = Distances(AreaMesh(nodes: nodes, edges: edges))
  }

  func distances(from start: Int) -> [Double] { graph.distances(from: start) }
}

/// Dijkstra's algorithm without a heap.
struct Distances {
  private var links: [[(node: Int, metres: Double)]]

  /// Takes over the edges that are wide enough, in centimetres.
  init(_ mesh: AreaMesh, width: UInt16 = 0) {
    links = Array(repeating: [], count: mesh.nodes.count)
    for edge in mesh.edges where edge.width == 0 || edge.width >= width {
      let metres = distance(mesh.nodes[edge.a], mesh.nodes[edge.b])
      links[edge.a].append((edge.b, metres))
      links[edge.b].append((edge.a, metres))
    }
  }

  func distances(from start: Int) -> [Double] {
    var found = [Double](repeating: .infinity, count: links.count)
    var open = Set([start])
    found[start] = 0
    while let node = open.min(by: { found[$0] < found[$1] }) {
      open.remove(node)
      for (other, metres) in links[node] where found[node] + metres < found[other] {
        found[other] = found[node] + metres
        open.insert(other)
      }
    }
    return found
  }
}
