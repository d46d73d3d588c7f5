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

  /// What a driver sees of a piece and, where it is driven from its very start, of the junction there; and how
  /// many roads leave the junction besides the two that are driven.
  func view(
    of piece: DriveWay.Piece, isEntered: Bool, previous: Int?
  ) -> (road: RoadView, choices: Int) {
    let record = network.edges[piece.edge]
    var view = RoadView(record.roadClass)
    view.isRoundabout = record.traits.contains(.roundabout)
    if let sign = network.sign(of: piece.directed) {
      view.exit = network.strings[sign.exit]
      view.destination = network.strings[sign.destination]
      view.destinationRef = network.strings[sign.destinationRef]
    }
    guard isEntered else { return (view, 0) }
    let node = network.start(of: piece.directed)
    let junction = network.junctions[Int(node)]
    view.isMiniRoundabout = junction.contains(.miniRoundabout)
    view.hasGate = junction.contains(.gate)
    var choices = 0
    let leaving = network.directedEdges(from: node)
    for index in leaving.startIndex..<leaving.endIndex {
      let directed = leaving[index]
      guard Int(directed >> 1) != piece.edge, Int(directed >> 1) != previous else { continue }
      let record = network.edges[Int(directed >> 1)]
      let bearing = bearing(leaving: directed)
      if isOpen(directed) {
        view.branches.append(
          RoadView.Branch(
            bearing: bearing, roadClass: record.roadClass, isRoundabout: record.traits.contains(.roundabout),
            name: network.strings[record.name], ref: network.strings[record.ref]))
        // A road that begins and ends here leaves twice, and is one choice.
        let isSeen = (leaving.startIndex..<index).contains { leaving[$0] == directed ^ 1 } && isOpen(directed ^ 1)
        if !isSeen { choices += 1 }
      }
      if isOpen(directed ^ 1) {
        view.joining.append((bearing + 180).truncatingRemainder(dividingBy: 360))
      }
    }
    return (view, choices)
  }

  /// The bearing in which a directed edge leaves its start, seen some metres on.
  private func bearing(leaving directed: UInt32) -> Double {
    let start = network.nodes[Int(network.start(of: directed))].coordinate
    var left = Self.reach(network.edges[Int(directed >> 1)].roadClass)
    var last = start
    var seen: Coordinate?
    func goOn(to next: Coordinate) {
      guard seen == nil else { return }
      let length = distance(last, next)
      if length >= left, length > 0 {
        seen = last == start ? next : Segment(last, next).coordinate(at: left / length)
      }
      left -= length
      last = next
    }
    network.forEachInnerPoint(of: directed) { goOn(to: $0) }
    goOn(to: network.nodes[Int(network.end(of: directed))].coordinate)
    return Geodesy.bearing(start, seen ?? last)
  }
}
