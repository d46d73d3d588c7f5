import Geodesy
import WardwayMap

extension Snapper {
  /// Returns the place in an area that is nearest to a place; nil if the area is none.
  ///
  /// - Complexity: O(corners of the area), unless the place lies in it.
  static func point(
    in area: Int, near place: Coordinate, _ metres: Double, _ network: WalkNetwork
  ) -> SnapPoint? {
    let record = network.areas.records[area]
    let anchor = metres == 0 ? place : network.areas.space(of: area)?.nearest(to: place).coordinate
    guard let anchor else { return nil }
    var point = SnapPoint(.area(area), at: anchor, level: record.level, distance: metres)
    point.isEnclosed = metres == 0 && record.edge.attributes.isIndoor
    return point
  }

  /// The most nodes of a mesh that are reached straight; those of a larger one the nearest first.
  private static let mostReached = 1000

  /// Returns a place in an area, and what a traveller gets to straight of the area's mesh; any other point stays as
  /// it is.
  ///
  /// - Complexity: O(nodes of the area), O(√corners) for each that is looked at, and O(corners log corners) for who
  ///   needs some width.
  static func acrossArea(_ point: SnapPoint, in network: WalkNetwork, for profile: Profile) -> [SnapPoint] {
    guard let area = point.area, let space = network.areas.space(of: area) else { return [point] }
    let gaps = profile.gaps(in: space)
    var points = [point]
    for node in nodes(of: area, near: point.coordinate, network) {
      if points.count > Self.mostReached { break }
      let end = network.nodes[Int(node)].coordinate
      guard space.sees(point.coordinate, end), gaps?.width(from: point.coordinate, to: end) == nil else {
        continue
      }
      var reached = point
      let stretch = UInt32(min((Geodesy.distance(point.coordinate, end) * 1000).rounded(), 4e9))
      reached.spot = .intoArea(area, node: node, stretch: stretch)
      points.append(reached)
    }
    return points
  }

  /// The nodes of an area's mesh; of a large one the nearest first, as whoever goes far goes by some of those.
  private static func nodes(of area: Int, near place: Coordinate, _ network: WalkNetwork) -> [UInt32] {
    let nodes = Array(network.areas.nodes(of: area))
    guard nodes.count > mostReached else { return nodes }
    let ordered = nodes.map { (metres: Geodesy.distance(place, network.nodes[Int($0)].coordinate), node: $0) }
      .sorted { ($0.metres, $0.node) < ($1.metres, $1.node) }
    return ordered.map(\.node)
  }
}

extension Profile {
  /// The least width in metres that is looked for between columns; people on foot fit through anywhere.
  private static let narrow = 0.5

  /// The gaps of a space that a traveller doesn't fit through; nil where that makes no difference.
  func gaps(in space: FreeSpace) -> NarrowGaps? {
    guard minimumWidth > Self.narrow else { return nil }
    // Coordinates are rounded to a centimetre.
    return NarrowGaps(space, below: ((minimumWidth * 100).rounded() - 1) / 100)
  }
}
