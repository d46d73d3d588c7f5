import Geodesy
import ShortestPaths

/// Draws contours around what is reached of some networks.
struct ContourMap {
  /// The most vertices of a grid: where the cell size is asked for, and where it isn't.
  private static let most = (asked: 4e6, chosen: 1e6)

  private let networks: [ReachedNetwork]
  private let places: [Coordinate]
  private let frame: LocalFrame
  private let box: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  let cell: Double

  /// Prepares a map of all that is reached within a limit.
  ///
  /// - Parameters:
  ///   - asked: The cell size that was asked for.
  ///   - usual: The cell size where none was and the area isn't large.
  /// - Throws: `invalidRequest` if the cell size is too small for the area.
  init(
    _ networks: [ReachedNetwork], around center: Coordinate, places: [Coordinate], within limit: UInt32,
    cell asked: Double?, usual: Double, _ interruption: Interruption? = nil
  ) throws(PlanningError) {
    self.networks = networks
    self.places = places
    frame = LocalFrame(origin: center)
    var (west, east, south, north) = (0.0, 0.0, 0.0, 0.0)
    for network in networks {
      try network.forEachPart(within: limit, interruption) { [frame] edge, part in
        for point in network.line(of: edge, part).map(frame.point) {
          (west, east) = (min(west, point.x), max(east, point.x))
          (south, north) = (min(south, point.y), max(north, point.y))
        }
      }
    }
    box = (west...east, south...north)
    func size(_ cell: Double) -> Double {
      DistanceGrid.size(width: east - west, height: north - south, cell: cell)
    }
    var cell = asked ?? usual
    if asked != nil, size(cell) > Self.most.asked {
      throw PlanningError(
        .invalidRequest,
        "the cell size \(cell) m is too small for \(Int((east - west) / 1000)) km by "
          + "\(Int((north - south) / 1000)) km; take a larger one, or none")
    }
    while size(cell) > Self.most.chosen, asked == nil { cell *= 2 }
    self.cell = cell
  }

  /// Draws the contour of a limit, up to the one that the map was prepared for.
  func contour(
    within limit: UInt32, _ interruption: Interruption? = nil
  ) throws(PlanningError) -> Isochrone.Contour {
    var grids = emptyGrids()
    var metres = 0.0
    for network in networks {
      try network.forEachPart(within: limit, interruption) { edge, part in
        metres += network.metres(edge) * (part.upperBound - part.lowerBound)
        let line = network.line(of: edge, part).map(frame.point)
        for (a, b) in zip(line, line.dropFirst()) {
          for index in grids.indices { grids[index].grid.add(a, b) }
        }
      }
    }
    var polygons: [Isochrone.Polygon] = []
    for (grid, meridian) in grids {
      for polygon in try ContourPolygons.polygons(of: grid, interruption) {
        let outer = closed(polygon.outer, meridian)
        guard outer.count > 3 else { continue }
        polygons.append(
          Isochrone.Polygon(
            outer: outer, holes: polygon.holes.map { closed($0, meridian) }.filter { $0.count > 3 }))
      }
    }
    let nodeCount = networks.reduce(0) { $0 + $1.nodeCosts.reduce(0) { $0 + ($1 <= limit ? 1 : 0) } }
    var placeCount = 0
    try interruption.forEach(places.indices) { place in
      let point = frame.point(places[place])
      if grids.contains(where: { $0.grid.contains(point) }) { placeCount += 1 }
    }
    return Isochrone.Contour(
      limit: .milliseconds(limit), polygons: polygons, nodeCount: nodeCount, metres: metres,
      placeCount: placeCount)
  }

  /// Grids over all that is reached, cut at the antimeridian; each with what that is called on its side.
  private func emptyGrids() -> [(grid: DistanceGrid, meridian: Int32?)] {
    let half: Int32 = 1_800_000_000
    let step: Int32 = 1_000_000
    let origin = frame.origin
    let inward = origin.longitudeE7 > 0 ? -step : step
    let aside = Coordinate(latitudeE7: origin.latitudeE7, longitudeE7: origin.longitudeE7 + inward)
    let metres = frame.point(aside).x / Double(inward)
    let (west, east) = (
      (-Double(half) - Double(origin.longitudeE7)) * metres,
      (Double(half) - Double(origin.longitudeE7)) * metres
    )
    let margin = 3 * cell
    // Around a pole there is no east and west.
    let isPole = east - west < 100 * cell
    func grid(_ x: ClosedRange<Double>, _ walls: (first: Double?, last: Double?)) -> DistanceGrid {
      DistanceGrid(x: x, y: box.y, cell: cell, walls: walls)
    }
    if !isPole, east < box.x.upperBound + margin {
      return [
        (grid(min(box.x.lowerBound, east)...east, (nil, east)), half),
        (grid(east...max(box.x.upperBound, east), (east, nil)), -half),
      ]
    }
    if !isPole, west > box.x.lowerBound - margin {
      return [
        (grid(west...max(box.x.upperBound, west), (west, nil)), -half),
        (grid(min(box.x.lowerBound, west)...west, (nil, west)), half),
      ]
    }
    return [(grid(box.x, (nil, nil)), nil)]
  }

  /// A ring as positions, the first of them again at its end.
  private func closed(_ ring: ContourPolygons.Ring, _ meridian: Int32?) -> [Coordinate] {
    var line: [Coordinate] = []
    for point in ring {
      var place = frame.coordinate(point)
      if let meridian, abs(place.longitudeE7) == abs(meridian) {
        place = Coordinate(latitudeE7: place.latitudeE7, longitudeE7: meridian)
      }
      if line.last != place { line.append(place) }
    }
    if let first = line.first, line.last != first { line.append(first) }
    return line
  }
}
