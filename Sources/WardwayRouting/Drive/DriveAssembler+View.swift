import Geodesy
import WardwayMap

extension DriveAssembler {
  /// What a driver sees of a piece and, where it is driven from its very start, of the junction there; and how
  /// many roads leave the junction besides the two that are driven.
  func view(
    of piece: DriveWay.Piece, isEntered: Bool, previous: Int?, _ texts: inout RecentTexts
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
    let endsRamp = previous.map { network.edges[$0].roadClass.isLink } ?? false
    var choices = 0
    let leaving = network.directedEdges(from: node)
    for index in leaving.startIndex..<leaving.endIndex {
      let directed = leaving[index]
      guard Int(directed >> 1) != piece.edge, Int(directed >> 1) != previous else { continue }
      let record = network.edges[Int(directed >> 1)]
      let bearing = record.bearing(leavingTail: directed & 1 == 0)
      if isOpen(directed) {
        if view.branches.isEmpty { view.branches.reserveCapacity(leaving.endIndex - index) }
        view.branches.append(
          RoadView.Branch(
            bearing: bearing, roadClass: record.roadClass, isRoundabout: record.traits.contains(.roundabout),
            name: texts[record.name], ref: texts[record.ref]))
        // A road that begins and ends here leaves twice, and is one choice.
        let isSeen =
          (leaving.startIndex..<index).contains { leaving[$0] == directed ^ 1 } && isOpen(directed ^ 1)
        if !isSeen { choices += 1 }
      }
      if endsRamp, isOpen(directed ^ 1) {
        view.joining.append((bearing + 180).truncatingRemainder(dividingBy: 360))
      }
    }
    return (view, choices)
  }
}
