import Geodesy

/// A sparse network across an open space.
struct AreaMesh {
  /// Where its nodes are: the entries first, then corners that ways turn at.
  var nodes: [Coordinate]
  /// Pairs of nodes that see each other.
  var edges: [Edge]

  /// A straight way between two nodes.
  struct Edge {
    var a: Int
    var b: Int
    /// The narrowest gap that it passes, in centimetres; 0 where none is narrow.
    var width: UInt16 = 0
  }
}

/// What of an open space sees what, for ways.
private struct Sights {
  /// Gaps from this width on, in metres, stop nobody.
  private static let wide = 2.0
  /// What isn't narrow anywhere is as wide as that.
  static let unlimited = Int.max

  let space: FreeSpace
  private let gaps: NarrowGaps

  init(_ space: FreeSpace) {
    self.space = space
    gaps = NarrowGaps(space, below: Self.wide)
  }

  /// The narrowest gap between two places in centimetres, in steps of 10 cm, as maps aren't more exact; nil where they
  /// don't see each other, or no shortest way uses that.
  ///
  /// - Parameters:
  ///   - cornerA: The corner that the first place is, if ways only turn there.
  ///   - cornerB: The same of the second.
  func width(_ a: Coordinate, _ cornerA: Int?, _ b: Coordinate, _ cornerB: Int?) -> Int? {
    guard cornerA.map({ space.isTangent(from: b, at: $0) }) ?? true,
      cornerB.map({ space.isTangent(from: a, at: $0) }) ?? true, space.seesDirectly(a, b)
    else { return nil }
    return gap(a, b)
  }

  /// The same for places off the walls.
  func width(_ a: Coordinate, _ b: Coordinate) -> Int? {
    guard space.sees(a, b) else { return nil }
    return gap(a, b)
  }

  private func gap(_ a: Coordinate, _ b: Coordinate) -> Int {
    // A centimetre is what coordinates are rounded to.
    return gaps.width(from: a, to: b).map { max(Int(($0 + 0.01) * 10) * 10, 1) } ?? Self.unlimited
  }
}

/// Makes the network by which people cross an open space.
///
/// Shortest ways among walls turn at reflex corners alone. So the visibility graph over entries and reflex
/// corners has them all, even without those edges that no shortest way uses because they don't touch a corner
/// tangentially. Corners are then moved away from the wall a little, and a spanner keeps few of the edges: of those
/// that a wide traveller fits through enough that its ways are hardly longer either. A large space is meshed cell by
/// cell (``AreaCells``), and ways go from one to the next over Steiner points.
struct AreaMesher {
  /// How much longer than the shortest a way may be in all, and what of it keeping off corners may take.
  static let stretch = 1.0199
  static let clearanceStretch = 1.007
  /// In a mesh of few nodes few edges are spared: there ways may hardly be longer.
  private static let smallStretch = 1.002
  private static let fewNodes = 24
  /// What of the stretch is left to a cell where there are several: the rest goes into going over Steiner points.
  private static let cellStretch = 1.0185
  /// How far from a corner one walks where there is room, in metres; the smaller ones where that is a detour.
  static let clearances = [0.3, 0.15]

  private let sights: Sights
  /// The nodes that stay where they are: entries, then Steiner points.
  private let fixedCount: Int
  private let steinerCount: Int
  /// For each corner that is a node its number among the space's corners.
  private let cornerOf: [Int]
  private var places: [Coordinate]
  /// The nodes of each cell.
  private let cells: [[Int]]

  /// A pair of nodes that see each other.
  private struct Sight {
    var a: Int
    var b: Int
    /// How wide it is between them.
    var width: Int

    /// The edge of a mesh that it becomes.
    var edge: AreaMesh.Edge {
      AreaMesh.Edge(a: a, b: b, width: width == Sights.unlimited ? 0 : UInt16(width))
    }
  }

  /// Returns the mesh of a space.
  ///
  /// - Parameters:
  ///   - entries: Corners of the space, or places inside.
  ///   - mostNodes: How many entries and corners a cell may have.
  /// - Complexity: O(*k*² √*n*) for *k* entries and reflex corners among *n* corners, as long as they are one cell; from
  ///   there on as many times that of a cell as there are.
  static func mesh(
    _ space: FreeSpace, entries: [Coordinate], mostNodes: Int = AreaCells.mostNodes
  ) -> AreaMesh {
    var mesher = AreaMesher(space, entries, mostNodes: mostNodes)
    let visible = mesher.visibilityGraphs()
    let original = mesher.places
    mesher.keepOffCorners(visible.joined())
    let places = mesher.places
    let stretch = places.count <= fewNodes ? smallStretch : visible.count > 1 ? cellStretch : stretch
    let frame = LocalFrame(origin: space.box.center)
    let cells = mesher.cells
    let edges = concurrentMap(cells.count) { number in
      let cell = cells[number]
      let numbers = Dictionary(uniqueKeysWithValues: zip(cell, cell.indices))
      let links = visible[number].map { sight in
        Spanner.Link(
          numbers[sight.a]!, numbers[sight.b]!, distance(places[sight.a], places[sight.b]),
          limit: distance(original[sight.a], original[sight.b]) * stretch, width: sight.width)
      }
      return Spanner.greedy(links, places: cell.map { frame.point(places[$0]) }).map { kept in
        AreaMesh.Edge(
          a: cell[links[kept].a], b: cell[links[kept].b],
          width: links[kept].width == Sights.unlimited ? 0 : UInt16(links[kept].width))
      }
    }.flatMap { $0 }
    return AreaMesh(nodes: places, edges: edges + mesher.links(across: edges, of: original))
  }

  /// How far apart, in metres, nodes of different cells are that are joined if the way over Steiner points is too long.
  private static let reach = 80.0
  /// From how many nodes links are looked for at once, and in one job of those.
  private static let batch = 512
  private static let job = 64

  /// The ways from cell to cell that Steiner points don't make up for.
  private func links(across edges: [AreaMesh.Edge], of original: [Coordinate]) -> [AreaMesh.Edge] {
    guard cells.count > 1 else { return [] }
    let homes = homes()
    let tree = PackedRTree(original.map { BoundingBox($0) })
    let frame = LocalFrame(origin: sights.space.box.center)
    var search = BoundedSearch(places.map { frame.point($0) })
    for edge in edges { search.add(edge.a, edge.b, distance(places[edge.a], places[edge.b])) }
    var added: [AreaMesh.Edge] = []
    for first in stride(from: 0, to: places.count, by: Self.batch) {
      let nodes = first..<min(first + Self.batch, places.count)
      let jobs = stride(from: nodes.lowerBound, to: nodes.upperBound, by: Self.job).map {
        $0..<min($0 + Self.job, nodes.upperBound)
      }
      let known = search
      let missing = concurrentMap(jobs.count) { job in
        var search = known
        return jobs[job].flatMap { node in
          sightsAcross(from: node, tree, homes, original).filter {
            !search.hasWay(from: node, to: $0.b, within: limit(of: $0, original))
          }
        }
      }
      for link in missing.joined() {
        // One of the same batch may have made up for it.
        if search.hasWay(from: link.a, to: link.b, within: limit(of: link, original)) { continue }
        search.add(link.a, link.b, distance(places[link.a], places[link.b]))
        added.append(link.edge)
      }
    }
    return added
  }

  /// How long a way over a mesh that makes up for a sight may be.
  private func limit(of sight: Sight, _ original: [Coordinate]) -> Double {
    distance(original[sight.a], original[sight.b]) * Self.stretch
  }

  /// What a node sees of other cells' later nodes, within reach, as they see each other where they were and are, the
  /// nearest first.
  private func sightsAcross(
    from node: Int, _ tree: PackedRTree, _ homes: [[Int]], _ original: [Coordinate]
  ) -> [Sight] {
    let steinerPoints = fixedCount - steinerCount..<fixedCount
    var sights: [Sight] = []
    tree.search(in: BoundingBox(original[node]).expanded(byMetres: Self.reach)) { item in
      let other = Int(item)
      guard other > node, !(steinerPoints.contains(node) && steinerPoints.contains(other)),
        homes[node].allSatisfy({ !homes[other].contains($0) }),
        let width = self.sights.width(original[node], corner(node), original[other], corner(other)),
        distance(original[node], original[other]) <= Self.reach,
        (self.sights.width(places[node], places[other]) ?? -1) >= width
      else { return }
      sights.append(Sight(a: node, b: other, width: width))
    }
    return sights.sorted { limit(of: $0, original) < limit(of: $1, original) }
  }

  private init(_ space: FreeSpace, _ entries: [Coordinate], mostNodes: Int) {
    sights = Sights(space)
    let known = Set(entries)
    let cornerOf = space.corners.indices.filter {
      space.isReflex($0) && !known.contains(space.corners[$0])
    }
    let corners = cornerOf.map { space.corners[$0] }
    let (entryCount, cornerCount) = (entries.count, corners.count)
    let cut = AreaCells(space, nodes: entries + corners, mostNodes: mostNodes)
    let steinerCount = cut.steinerPoints.count
    self.steinerCount = steinerCount
    cells = cut.cells.map { nodes in
      nodes.map { node in
        if node < entryCount { return node }
        return node < entryCount + cornerCount ? node + steinerCount : node - cornerCount
      }
    }
    fixedCount = entryCount + steinerCount
    places = entries + cut.steinerPoints + corners
    self.cornerOf = cornerOf
  }

  /// For each cell the pairs of nodes that see each other, without those that no shortest way uses.
  private func visibilityGraphs() -> [[Sight]] {
    let homes = homes()
    return concurrentMap(cells.count) { number in
      let cell = cells[number]
      var pairs: [Sight] = []
      for (index, a) in cell.enumerated() {
        for b in cell[..<index] {
          // Two Steiner points may be on the side of two cells: the first has the way between them.
          if max(a, b) < fixedCount, homes[a].first(where: homes[b].contains) != number { continue }
          guard let width = sights.width(places[a], corner(a), places[b], corner(b)) else { continue }
          pairs.append(Sight(a: b, b: a, width: width))
        }
      }
      return pairs
    }
  }

  /// The cells of each node.
  private func homes() -> [[Int]] {
    var homes: [[Int]] = Array(repeating: [], count: places.count)
    for (number, cell) in cells.enumerated() { for node in cell { homes[node].append(number) } }
    return homes
  }

  private func corner(_ node: Int) -> Int? { node < fixedCount ? nil : cornerOf[node - fixedCount] }

  // MARK: Clearance

  /// Moves corners into the open as far as they still see all they saw, and no edge becomes much longer or passes
  /// a narrower gap.
  private mutating func keepOffCorners(_ visible: some Sequence<Sight>) {
    var neighbours: [[(node: Int, width: Int)]] = Array(repeating: [], count: places.count)
    for sight in visible {
      neighbours[sight.a].append((sight.b, sight.width))
      neighbours[sight.b].append((sight.a, sight.width))
    }
    let original = places
    var choices = cornerOf.map { clearPlaces(of: $0) }
    for node in fixedCount..<places.count {
      places[node] = choices[node - fixedCount].popLast() ?? original[node]
    }
    // Who doesn't fit steps back towards the corner; that may disturb others, never without end.
    var pending = Array(fixedCount..<places.count)
    while let node = pending.popLast() {
      guard places[node] != original[node] else { continue }
      let fits = neighbours[node].allSatisfy { other, width in
        distance(places[node], places[other])
          <= distance(original[node], original[other]) * Self.clearanceStretch
          && (sights.width(places[node], places[other]) ?? -1) >= width
      }
      if fits { continue }
      places[node] = choices[node - fixedCount].popLast() ?? original[node]
      pending.append(node)
      pending += neighbours[node].map(\.node).filter { $0 >= fixedCount && places[$0] != original[$0] }
    }
    // Edges between two corners that were moved back see each other as they did before.
  }

  /// Places off a corner along its bisector, the farthest last; only where there is room for twice as much.
  private func clearPlaces(of corner: Int) -> [Coordinate] {
    let space = sights.space
    let frame = LocalFrame(origin: space.corners[corner])
    let (before, after) = space.neighbours(of: corner)
    let (a, b) = (Self.unit(frame.point(before)), Self.unit(frame.point(after)))
    // Away from the wall's inside; where the wall hardly bends, to its left.
    var (x, y) = (-(a.x + b.x), -(a.y + b.y))
    if x * x + y * y < 1e-6 { (x, y) = (-b.y, b.x) }
    let direction = Self.unit(LocalFrame.Point(x: x, y: y))
    return Self.clearances.reversed().compactMap { metres in
      let place = frame.coordinate(LocalFrame.Point(x: direction.x * metres, y: direction.y * metres))
      let beyond = frame.coordinate(
        LocalFrame.Point(x: direction.x * metres * 2, y: direction.y * metres * 2))
      return space.sees(frame.origin, beyond) && space.sees(frame.origin, place) ? place : nil
    }
  }

  private static func unit(_ point: LocalFrame.Point) -> LocalFrame.Point {
    let length = max((point.x * point.x + point.y * point.y).squareRoot(), 1e-9)
    return LocalFrame.Point(x: point.x / length, y: point.y / length)
  }
}
