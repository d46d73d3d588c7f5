import Geodesy
import WardwayMap

/// Turns ways of a drive network into legs with geometry, names and durations.
package struct DriveAssembler: Sendable {
  /// The network.
  package let network: DriveNetwork

  /// Makes an assembler.
  package init(_ network: DriveNetwork) { self.network = network }

  /// Returns the leg for a way, and adds its line to a journey's geometry.
  ///
  /// An edge's duration and cost hold the turn into it, so that they add up to the way's.
  ///
  /// - Complexity: O(points of the way).
  package func leg(
    for way: DriveWay, destination: String, appendingTo geometry: inout [PathPoint]
  ) -> Leg {
    // Most edges have a few points besides their ends.
    geometry.reserveCapacity(geometry.count + way.pieces.count * 4)
    geometry.go(to: PathPoint(way.start))
    let first = geometry.count - 1
    var edges: [TravelledEdge] = []
    var texts = RecentTexts(network.strings)
    edges.reserveCapacity(way.pieces.count)
    for (index, piece) in way.pieces.enumerated() {
      let isFirst = index == 0
      let isLast = index == way.pieces.count - 1
      let travelled = geometry.go(
        along: piece.part, from: isFirst ? PathPoint(way.start) : nil,
        to: isLast ? PathPoint(way.end) : nil, in: network)
      edges.append(
        edge(of: piece, travelled, previous: isFirst ? nil : way.pieces[index - 1].edge, &texts))
    }
    var leg = Leg(
      mode: .car, network: .streets, edges: edges, geometryRange: first...geometry.count - 1,
      destination: destination)
    leg.drivesOnLeft = network.drivesOnLeft
    return leg
  }

  private func edge(
    of piece: DriveWay.Piece, _ travelled: TravelledPiece, previous: Int?, _ texts: inout RecentTexts
  ) -> TravelledEdge {
    let record = network.edges[piece.edge]
    var attributes = EdgeAttributes()
    attributes.surface = record.surface
    if record.access == .endsOnly { attributes.access = .residents }
    attributes.needsPermit = record.traits.contains(.permit)
    let view = view(of: piece, isEntered: travelled.isEntered, previous: previous, &texts)
    return TravelledEdge(
      kind: record.roadClass == .ferry ? .ferry : .road, source: record.source,
      fromNode: travelled.fromNode, toNode: travelled.toNode, name: texts[record.name],
      ref: texts[record.ref], fromLevel: travelled.fromLevel, toLevel: travelled.toLevel,
      fromLevelName: texts[travelled.enter.levelName], toLevelName: texts[travelled.leave.levelName],
      length: travelled.length, duration: piece.duration, cost: piece.cost, attributes: attributes, width: 0,
      incline: nil, stepCount: 0, choices: view.choices, geometryRange: travelled.range, road: view.road)
  }
}
