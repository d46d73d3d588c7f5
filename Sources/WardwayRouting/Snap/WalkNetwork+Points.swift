import WardwayMap

extension WalkNetwork {
  /// What the map says of the edge or the area that a point is on.
  func attributes(at point: SnapPoint) -> EdgeAttributes {
    record(at: point)?.attributes ?? EdgeAttributes()
  }

  /// The record of the edge or the area that a point is on; a node has none.
  func record(at point: SnapPoint) -> EdgeRecord? {
    switch point.spot {
    case .edge(let point): edges[point.edge]
    case .area(let area), .intoArea(let area, _, _): areas.records[area].edge
    case .node: nil
    }
  }

  /// A node of the part of the network that a point is in; nil if the area that it is in has none.
  func someNode(at point: SnapPoint) -> UInt32? {
    switch point.spot {
    case .edge(let point): edges[point.edge].tail
    case .node(let node): node
    case .area(let area), .intoArea(let area, _, _): areas.nodes(of: area).first
    }
  }
}
