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
    let leaving = network.leavingRange(of: node)
    for index in leaving {
      let directed = network.leaving[index]
      let edge = Int(directed >> 1)
      guard edge != piece.edge, edge != previous else { continue }
      let record = network.edges[edge]
      let isForward = directed & 1 == 0
      if record.isOpen(forward: isForward, toEmergency: false) {
        if view.branches.isEmpty { view.branches.reserveCapacity(leaving.upperBound - index) }
        view.branches.append(
          RoadView.Branch(
            bearing: record.bearing(leavingTail: isForward), roadClass: record.roadClass,
            isRoundabout: record.traits.contains(.roundabout), name: texts[record.name],
            ref: texts[record.ref]))
        // A road that begins and ends here leaves twice, and is one choice.
        let isSeen =
          record.tail == record.head && record.isOpen(forward: !isForward, toEmergency: false)
          && network.leaving[leaving.lowerBound..<index].contains(directed ^ 1)
        if !isSeen { choices += 1 }
      }
      if endsRamp, record.isOpen(forward: !isForward, toEmergency: false) {
        let bearing = record.bearing(leavingTail: isForward)
        view.joining.append((bearing + 180).truncatingRemainder(dividingBy: 360))
      }
    }
    return (view, choices)
  }
}
