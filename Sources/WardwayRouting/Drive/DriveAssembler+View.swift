import Geodesy
import WardwayMap

extension DriveAssembler {
  /// How far along a road its bearing is taken, in metres: roads for speed part slowly.
  private static func reach(_ roadClass: RoadClass) -> Double {
    switch roadClass {
    case .motorway, .motorwayLink, .trunk, .trunkLink: 30
    default: 15
    }
  }

  /// What a driver sees of a piece and, where it is driven from its very start, of the junction there.
  func view(of piece: DriveWay.Piece, isEntered: Bool, previous: Int?) -> RoadView {
    let record = network.edges[piece.edge]
    var view = RoadView(record.roadClass)
    view.isRoundabout = record.traits.contains(.roundabout)
    if let sign = network.sign(of: piece.directed) {
      view.exit = network.strings[sign.exit]
      view.destination = network.strings[sign.destination]
      view.destinationRef = network.strings[sign.destinationRef]
    }
    guard isEntered else { return view }
    let node = network.start(of: piece.directed)
    let junction = network.junctions[Int(node)]
    view.isMiniRoundabout = junction.contains(.miniRoundabout)
    view.hasGate = junction.contains(.gate)
    for directed in network.directedEdges(from: node) where directed >> 1 != UInt32(piece.edge) {
      guard Int(directed >> 1) != previous else { continue }
      let record = network.edges[Int(directed >> 1)]
      let isForward = directed & 1 == 0
      let bearing = bearing(leaving: directed)
      if record.isOpen(forward: isForward, toEmergency: false) {
        view.branches.append(
          RoadView.Branch(
            bearing: bearing, roadClass: record.roadClass, isRoundabout: record.traits.contains(.roundabout),
            name: network.strings[record.name], ref: network.strings[record.ref]))
      }
      if record.isOpen(forward: !isForward, toEmergency: false) {
        view.joining.append((bearing + 180).truncatingRemainder(dividingBy: 360))
      }
    }
    return view
  }

  /// The bearing in which a directed edge leaves its start, seen some metres on.
  private func bearing(leaving directed: UInt32) -> Double {
    let points = network.points(of: Int(directed >> 1))
    let line = directed & 1 == 0 ? points : points.reversed()
    var left = Self.reach(network.edges[Int(directed >> 1)].roadClass)
    for (a, b) in zip(line, line.dropFirst()) {
      let length = distance(a, b)
      if length >= left, length > 0 {
        return Geodesy.bearing(line[0], Segment(a, b).coordinate(at: left / length))
      }
      left -= length
    }
    return Geodesy.bearing(line[0], line[line.count - 1])
  }
}
