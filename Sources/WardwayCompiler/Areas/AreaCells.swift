import Geodesy

/// The cells that a large open space is meshed in: boxes side by side, cut where no corner is near.
///
/// Ways go from cell to cell over *Steiner points* on the cuts, one every few metres: nodes that are neither entries nor
/// corners of the space, put there so that a sparse mesh has short ways. Who goes far loses next to nothing by going
/// by the nearest; nodes near each other, for whom it matters, the mesher joins across the cut.
struct AreaCells {
  /// How many nodes of the space a cell may have before it is cut.
  static let mostNodes = 500
  /// How far apart Steiner points are at most, in metres, unless those are more than there may be between two walls.
  private static let spacing = 4.0
  private static let mostSteinerPoints = 200
  /// How far from walls they are where there is room, in metres.
  private static let clearance = 0.3

  /// The Steiner points, which lie on cuts.
  private(set) var steinerPoints: [Coordinate] = []
  /// For each cell its nodes, those of the space first, then Steiner points, which are numbered behind them.
  private(set) var cells: [[Int]] = []
  /// The nodes of the space, then the Steiner points.
  private var places: [Coordinate]
  private let nodeCount: Int
  private let space: FreeSpace
  private let mostNodes: Int

  /// Cuts a space with many nodes into cells.
  ///
  /// - Parameters:
  ///   - nodes: Entries and corners.
  ///   - mostNodes: How many of them a cell may have.
  /// - Complexity: O(*n* log² *n*) for *n* nodes, and O(corners) for each cut.
  init(_ space: FreeSpace, nodes: [Coordinate], mostNodes: Int) {
    self.space = space
    self.mostNodes = mostNodes
    places = nodes
    nodeCount = nodes.count
    cut(Array(nodes.indices), in: space.box)
    steinerPoints = Array(places[nodes.count...])
  }

  /// Cuts a part of the space again and again; the Steiner points of the cuts around it are among its nodes.
  private mutating func cut(_ nodes: [Int], in box: BoundingBox) {
    let own = nodes.filter { $0 < nodeCount }
    guard own.count > mostNodes, let cut = cut(through: own, in: box) else { return cells.append(nodes) }
    var (south, north) = (box, box)
    if cut.isMeridian {
      south.maxLongitudeE7 = cut.at
      north.minLongitudeE7 = cut.at
    } else {
      south.maxLatitudeE7 = cut.at
      north.minLatitudeE7 = cut.at
    }
    let first = places.count
    places += steinerPoints(on: cut, in: box)
    let added = Array(first..<places.count)
    self.cut(nodes.filter { cut.across(places[$0]) <= cut.at } + added, in: south)
    self.cut(nodes.filter { cut.across(places[$0]) >= cut.at } + added, in: north)
  }

  /// A straight cut along a parallel or a meridian.
  private struct Cut {
    var isMeridian: Bool
    var at: Int32

    /// How far east or north a place is.
    func across(_ place: Coordinate) -> Int32 { isMeridian ? place.longitudeE7 : place.latitudeE7 }
    func along(_ place: Coordinate) -> Int32 { isMeridian ? place.latitudeE7 : place.longitudeE7 }

    func place(_ along: Int32) -> Coordinate {
      isMeridian
        ? Coordinate(latitudeE7: along, longitudeE7: at) : Coordinate(latitudeE7: at, longitudeE7: along)
    }

    /// Where the straight way between two places on either side crosses it.
    func crossing(_ a: Coordinate, _ b: Coordinate) -> Int32 {
      let fraction = Double(Int64(at) - Int64(across(a))) / Double(Int64(across(b)) - Int64(across(a)))
      return Int32((Double(along(a)) + (Double(along(b)) - Double(along(a))) * fraction).rounded())
    }
  }

  /// The cut across the longer way that keeps farthest from all nodes, not far from the middle of them; nil where
  /// nodes lie too close together.
  private func cut(through nodes: [Int], in box: BoundingBox) -> Cut? {
    let corner = Coordinate(latitudeE7: box.minLatitudeE7, longitudeE7: box.minLongitudeE7)
    let wide = distance(
      corner, Coordinate(latitudeE7: box.minLatitudeE7, longitudeE7: box.maxLongitudeE7))
    let high = distance(
      corner, Coordinate(latitudeE7: box.maxLatitudeE7, longitudeE7: box.minLongitudeE7))
    return cut(through: nodes, isMeridian: wide > high) ?? cut(through: nodes, isMeridian: wide <= high)
  }

  private func cut(through nodes: [Int], isMeridian: Bool) -> Cut? {
    let values = nodes.map { isMeridian ? places[$0].longitudeE7 : places[$0].latitudeE7 }.sorted()
    var best = (index: 0, gap: Int32(1))
    for index in (values.count / 3)..<(values.count * 2 / 3) {
      let gap = values[index + 1] - values[index]
      if gap > best.gap { best = (index, gap) }
    }
    return best.gap > 1 ? Cut(isMeridian: isMeridian, at: values[best.index] + best.gap / 2) : nil
  }

  // MARK: Steiner points

  private func steinerPoints(on cut: Cut, in box: BoundingBox) -> [Coordinate] {
    let (start, end) =
      cut.isMeridian
      ? (box.minLatitudeE7, box.maxLatitudeE7) : (box.minLongitudeE7, box.maxLongitudeE7)
    // Metres in a unit along the cut.
    let unit = distance(cut.place(start), cut.place(start + 1000)) / 1000
    // At a pole there is no east.
    guard unit > 1e-5 else { return [] }
    return freeParts(of: cut, start, end).flatMap { low, high in
      let margin = Int32(Self.clearance / unit)
      guard high - low > margin * 3 else { return [cut.place(low + (high - low) / 2)] }
      let (from, to) = (Double(low + margin), Double(high - margin))
      let count = min(Int(((to - from) * unit / Self.spacing).rounded(.up)), Self.mostSteinerPoints)
      return (0...count).map {
        cut.place(Int32((from + (to - from) * Double($0) / Double(count)).rounded()))
      }
    }
  }

  /// The parts of a cut that lie in the space.
  private func freeParts(of cut: Cut, _ start: Int32, _ end: Int32) -> [(Int32, Int32)] {
    var crossings = [start, end]
    for ring in space.rings {
      for (a, b) in zip(ring, ring.dropFirst() + [ring[0]])
      where (cut.across(a) <= cut.at) != (cut.across(b) <= cut.at) {
        let place = cut.crossing(a, b)
        if start < place, place < end { crossings.append(place) }
      }
    }
    crossings.sort()
    return zip(crossings, crossings.dropFirst()).filter { low, high in
      high - low > 1 && space.contains(cut.place(low + (high - low) / 2))
    }
  }
}
