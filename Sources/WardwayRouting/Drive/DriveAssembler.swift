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
    append(PathPoint(way.start.coordinate, level: way.start.level), to: &geometry)
    let first = geometry.count - 1
    var edges: [TravelledEdge] = []
    var texts = RecentTexts(network.strings)
    edges.reserveCapacity(way.pieces.count)
    for (index, piece) in way.pieces.enumerated() {
      let isFirst = index == 0
      let isLast = index == way.pieces.count - 1
      edges.append(
        travel(
          piece, from: isFirst ? way.start : nil, to: isLast ? way.end : nil,
          previous: isFirst ? nil : way.pieces[index - 1].edge, &texts, &geometry))
    }
    var leg = Leg(
      mode: .car, network: .streets, edges: edges, geometryRange: first...geometry.count - 1,
      destination: destination)
    leg.drivesOnLeft = network.drivesOnLeft
    return leg
  }

  private func append(_ point: PathPoint, to geometry: inout [PathPoint]) {
    if geometry.last != point { geometry.append(point) }
  }

  private func travel(
    _ piece: DriveWay.Piece, from start: DrivePoint?, to end: DrivePoint?, previous: Int?,
    _ texts: inout RecentTexts, _ geometry: inout [PathPoint]
  ) -> TravelledEdge {
    let record = network.edges[piece.edge]
    let (tail, head) = (network.nodes[Int(record.tail)], network.nodes[Int(record.head)])
    let (enter, leave) = piece.isForward ? (tail, head) : (head, tail)
    let isEntered = piece.from == (piece.isForward ? 0 : record.span)
    let isLeft = piece.to == (piece.isForward ? record.span : 0)
    let fromLevel = isEntered ? enter.level : start?.level ?? enter.level
    let toLevel = isLeft ? leave.level : end?.level ?? leave.level
    let firstPoint = geometry.count - 1
    forEachInnerPoint(of: piece) { append(PathPoint($0, level: fromLevel), to: &geometry) }
    let last = isLeft ? leave.coordinate : end?.coordinate ?? leave.coordinate
    append(PathPoint(last, level: toLevel), to: &geometry)
    let part = max(piece.from, piece.to) - min(piece.from, piece.to)
    var attributes = EdgeAttributes()
    attributes.surface = record.surface
    if record.access == .endsOnly { attributes.access = .residents }
    attributes.needsPermit = record.traits.contains(.permit)
    let view = view(of: piece, isEntered: isEntered, previous: previous, &texts)
    return TravelledEdge(
      kind: record.roadClass == .ferry ? .ferry : .road, source: record.source,
      fromNode: isEntered ? enter.source : .none, toNode: isLeft ? leave.source : .none,
      name: texts[record.name], ref: texts[record.ref], fromLevel: fromLevel,
      toLevel: toLevel, fromLevelName: texts[enter.levelName],
      toLevelName: texts[leave.levelName], length: record.length == 0 ? 0 : part,
      duration: piece.duration, cost: piece.cost, attributes: attributes, width: 0, incline: nil,
      stepCount: 0, choices: view.choices,
      geometryRange: min(firstPoint, geometry.count - 1)...geometry.count - 1, road: view.road)
  }

  /// Calls `body` with the points strictly inside a piece, in the direction of travel.
  private func forEachInnerPoint(of piece: DriveWay.Piece, _ body: (Coordinate) -> Void) {
    let record = network.edges[piece.edge]
    guard record.length > 0 else { return }
    let (low, high) = (min(piece.from, piece.to), max(piece.from, piece.to))
    if low == 0, high == record.span { return network.forEachInnerPoint(of: piece.directed, body) }
    var points: [Coordinate] = []
    var position = 0.0
    var last = network.nodes[Int(record.tail)].coordinate
    network.forEachInnerPoint(of: UInt32(piece.edge) << 1) { point in
      position += distance(last, point) * 1000
      last = point
      if position > Double(low) + 0.5, position < Double(high) - 0.5 { points.append(point) }
    }
    if !piece.isForward { points.reverse() }
    points.forEach(body)
  }
}
