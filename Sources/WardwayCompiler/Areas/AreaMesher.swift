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

/// Makes the network by which people cross an open space.
///
/// Shortest ways among walls turn at reflex corners alone. So the visibility graph over entries and reflex
/// corners has them all, even without those edges that no shortest way uses because they don't touch a corner
/// tangentially. Corners are then moved away from the wall a little, and a spanner keeps few of the edges: of those
/// that a wide traveller fits through enough that its ways are hardly longer either.
struct AreaMesher {
  /// How much longer than the shortest a way may be in all, and what of it keeping off corners may take.
  static let stretch = 1.0199
  static let clearanceStretch = 1.007
  /// In a mesh of few nodes few edges are spared: there ways may hardly be longer.
  private static let smallStretch = 1.002
  private static let fewNodes = 24
  /// How far from a corner one walks where there is room, in metres; the smaller ones where that is a detour.
  static let clearances = [0.3, 0.15]

  /// Gaps from this width on, in metres, stop nobody.
  static let wide = 2.0
  /// What isn't narrow anywhere is as wide as that.
  private static let unlimited = Int.max

  private let space: FreeSpace
  private let gaps: NarrowGaps
  private let entryCount: Int
  /// For each corner that is a node its number among the space's corners.
  private let cornerOf: [Int]
  private var places: [Coordinate]

  /// Returns the mesh of a space.
  ///
  /// - Parameter entries: Corners of the space, or places inside.
  /// - Complexity: O(*k*² √*n*) for *k* entries and reflex corners among *n* corners.
  static func mesh(_ space: FreeSpace, entries: [Coordinate]) -> AreaMesh {
    var mesher = AreaMesher(space, entries)
    let visible = mesher.visibilityGraph()
    let original = mesher.places
    mesher.keepOffCorners(visible)
    let places = mesher.places
    let stretch = places.count <= fewNodes ? smallStretch : stretch
    let links = visible.map { a, b, width in
      Spanner.Link(
        a, b, distance(places[a], places[b]), limit: distance(original[a], original[b]) * stretch,
        width: width)
    }
    let frame = LocalFrame(origin: space.box.center)
    let kept = Spanner.greedy(links, places: places.map { frame.point($0) }).map { links[$0] }
    return AreaMesh(
      nodes: places,
      edges: kept.map {
        AreaMesh.Edge(a: $0.a, b: $0.b, width: $0.width == unlimited ? 0 : UInt16($0.width))
      })
  }

  private init(_ space: FreeSpace, _ entries: [Coordinate]) {
    self.space = space
    gaps = NarrowGaps(space, below: Self.wide)
    entryCount = entries.count
    let known = Set(entries)
    cornerOf = space.corners.indices.filter { space.isReflex($0) && !known.contains(space.corners[$0]) }
    places = entries + cornerOf.map { space.corners[$0] }
  }

  /// The pairs of nodes that see each other, without those that no shortest way uses, and how wide it is between
  /// them.
  private func visibilityGraph() -> [(Int, Int, width: Int)] {
    var pairs: [(Int, Int, width: Int)] = []
    for a in places.indices {
      for b in 0..<a where isTangent(from: places[b], at: a) && isTangent(from: places[a], at: b) {
        if space.sees(places[a], places[b]) { pairs.append((b, a, width(places[a], places[b]))) }
      }
    }
    return pairs
  }

  private func isTangent(from place: Coordinate, at node: Int) -> Bool {
    node < entryCount || space.isTangent(from: place, at: cornerOf[node - entryCount])
  }

  /// The narrowest gap between two places in centimetres, in steps of 10 cm, as maps aren't more exact.
  private func width(_ a: Coordinate, _ b: Coordinate) -> Int {
    // A centimetre is what coordinates are rounded to.
    gaps.width(from: a, to: b).map { max(Int(($0 + 0.01) * 10) * 10, 1) } ?? Self.unlimited
  }

  // MARK: Clearance

  /// Moves corners into the open as far as they still see all they saw, and no edge becomes much longer or passes
  /// a narrower gap.
  private mutating func keepOffCorners(_ visible: [(Int, Int, width: Int)]) {
    var neighbours: [[(node: Int, width: Int)]] = Array(repeating: [], count: places.count)
    for (a, b, width) in visible {
      neighbours[a].append((b, width))
      neighbours[b].append((a, width))
    }
    let original = places
    var choices = cornerOf.map { clearPlaces(of: $0) }
    for node in entryCount..<places.count {
      places[node] = choices[node - entryCount].popLast() ?? original[node]
    }
    // Who doesn't fit steps back towards the corner; that may disturb others, never without end.
    var pending = Array(entryCount..<places.count)
    while let node = pending.popLast() {
      guard places[node] != original[node] else { continue }
      let fits = neighbours[node].allSatisfy { other, width in
        distance(places[node], places[other])
          <= distance(original[node], original[other]) * Self.clearanceStretch
          && space.sees(places[node], places[other]) && self.width(places[node], places[other]) >= width
      }
      if fits { continue }
      places[node] = choices[node - entryCount].popLast() ?? original[node]
      pending.append(node)
      pending += neighbours[node].map(\.node).filter { $0 >= entryCount && places[$0] != original[$0] }
    }
    // Edges between two corners that were moved back see each other as they did before.
  }

  /// Places off a corner along its bisector, the farthest last; only where there is room for twice as much.
  private func clearPlaces(of corner: Int) -> [Coordinate] {
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
