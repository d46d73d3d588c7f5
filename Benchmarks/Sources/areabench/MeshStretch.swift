import Wardway

/// How much longer ways over the meshes of a network are than the shortest ones.
struct MeshStretch: CustomStringConvertible {
  /// The most corners and entries of an area that is compared: the visibility graph has their square.
  private static let mostNodes = 6000
  /// From how many entries of an area ways are compared; to all others.
  private static let mostStarts = 64
  /// From how many corners ways are compared; to all others.
  private static let mostTurns = 400
  /// How far from its corner, in metres, a node is at most where ways turn.
  private static let mostClearance = 0.35

  private(set) var areas = 0, nodes = 0, edges = 0, entries = 0, ways = 0, skipped = 0
  /// Edges that leave their area.
  private(set) var wallsCrossed = 0
  private(set) var worst = 1.0
  /// The same between corners.
  private(set) var worstTurn = 1.0
  private(set) var turns = 0
  private var sum = 0.0

  /// Compares all areas.
  ///
  /// - Complexity: O(corners² × √corners) for each.
  init(_ network: WalkNetwork) {
    areas = network.areas.count
    var meshEdges: [FeatureID: [Int]] = [:]
    for (number, edge) in network.edges.enumerated() where edge.attributes.isMesh {
      meshEdges[edge.source, default: []].append(number)
    }
    for area in network.areas.records.indices {
      let own = network.areas.nodes(of: area)
      let source = network.areas.records[area].edge.source
      guard let space = network.areas.space(of: area) else { continue }
      let index = Dictionary(own.enumerated().map { ($1, $0) }) { first, _ in first }
      let places = own.map { network.nodes[Int($0)].coordinate }
      var mesh = PlainGraph(places)
      for edge in meshEdges[source] ?? [] {
        guard let a = index[network.edges[edge].tail], let b = index[network.edges[edge].head] else {
          continue
        }
        mesh.join(a, b)
        edges += 1
        if !space.sees(places[a], places[b]) { wallsCrossed += 1 }
      }
      nodes += own.count
      // Where ways only turn is no place that anyone starts from.
      let ends = own.indices.filter { node in
        network.edges(at: own[node]).contains {
          !(network.edges[$0].attributes.isMesh && network.edges[$0].source == source)
        }
      }
      entries += ends.count
      let corners = space.corners.indices.filter { space.isReflex($0) }
      measureTurns(of: mesh, in: space, corners)
      guard ends.count + corners.count <= Self.mostNodes else {
        skipped += 1
        continue
      }
      var full = PlainGraph(ends.map { places[$0] } + corners.map { space.corners[$0] })
      for a in full.places.indices {
        for b in 0..<a where space.sees(full.places[a], full.places[b]) { full.join(a, b) }
      }
      for (start, node) in ends.enumerated().prefix(Self.mostStarts) {
        let (found, shortest) = (mesh.distances(from: node), full.distances(from: start))
        for (end, node) in ends.enumerated() where shortest[end] > 0.5 && shortest[end] < .infinity {
          let stretch = found[node] / shortest[end]
          worst = max(worst, stretch)
          sum += stretch
          ways += 1
        }
      }
    }
  }

  /// Compares the straight ways from corner to corner that shortest ways consist of: those that touch both.
  private mutating func measureTurns(of mesh: PlainGraph, in space: FreeSpace, _ corners: [Int]) {
    let turning = corners.compactMap { corner -> (corner: Int, node: Int)? in
      let place = space.corners[corner]
      let near = mesh.places.indices.map { (node: $0, metres: distance(mesh.places[$0], place)) }
        .filter { $0.metres <= Self.mostClearance && space.sees(mesh.places[$0.node], place) }
      return near.min { $0.metres < $1.metres }.map { (corner, $0.node) }
    }
    for start in stride(from: 0, to: turning.count, by: max(turning.count / Self.mostTurns, 1)) {
      let found = mesh.distances(from: turning[start].node)
      let place = space.corners[turning[start].corner]
      for (corner, node) in turning {
        let other = space.corners[corner]
        let metres = distance(place, other)
        guard metres > 0, space.isTangent(from: place, at: corner),
          space.isTangent(from: other, at: turning[start].corner), space.sees(place, other)
        else { continue }
        worstTurn = max(worstTurn, found[node] / metres)
        turns += 1
      }
    }
  }

  var description: String {
    let mean = ways == 0 ? 1 : sum / Double(ways)
    return "\(areas) areas, \(nodes) nodes, \(edges) edges, \(entries) entries; "
      + "\(rounded(Double(edges) / Double(max(entries, 1)), 2)) edges an entry; "
      + "\(ways) ways, mean \(rounded(mean, 5)), most \(rounded(worst, 5)) of the shortest; "
      + "\(turns) between corners, most \(rounded(worstTurn, 5)); "
      + "\(wallsCrossed) edges through walls" + (skipped > 0 ? "; \(skipped) areas too large to compare" : "")
  }
}

/// An undirected graph of places, and Dijkstra's algorithm on it.
private struct PlainGraph {
  let places: [Coordinate]
  private var links: [[(node: Int, metres: Double)]]

  init(_ places: [Coordinate]) {
    self.places = places
    links = Array(repeating: [], count: places.count)
  }

  mutating func join(_ a: Int, _ b: Int) {
    let metres = distance(places[a], places[b])
    links[a].append((b, metres))
    links[b].append((a, metres))
  }

  /// - Complexity: O(nodes²).
  func distances(from start: Int) -> [Double] {
    var found = [Double](repeating: .infinity, count: places.count)
    var isDone = [Bool](repeating: false, count: places.count)
    found[start] = 0
    while true {
      var next = -1
      for node in found.indices where !isDone[node] && found[node] < .infinity {
        if next < 0 || found[node] < found[next] { next = node }
      }
      guard next >= 0 else { return found }
      isDone[next] = true
      for (other, metres) in links[next] { found[other] = min(found[other], found[next] + metres) }
    }
  }
}
