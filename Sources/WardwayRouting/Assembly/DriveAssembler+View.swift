import Geodesy
import WardwayMap

extension DriveAssembler {
  /// What a driver sees of a piece and, where it is driven from its very start, of the junction there; and how
  /// many roads leave the junction besides the two that are driven.
  func view(
    of piece: DriveWay.Piece, isEntered: Bool, previous: Int?, _ texts: inout RecentTexts
  ) -> (road: RoadView, choices: Int) {
    let record = network.edges[piece.edge]
    let isRoundabout = record.traits.contains(.roundabout)
    var sign = (exit: "", destination: "", destinationRef: "")
    if let posted = network.sign(of: piece.directed) {
      sign = (
        network.strings[posted.exit], network.strings[posted.destination],
        network.strings[posted.destinationRef]
      )
    }
    guard isEntered else { return (RoadView(record.roadClass, isRoundabout: isRoundabout, sign: sign), 0) }
    let node = network.start(of: piece.directed)
    let junction = network.junctions[Int(node)]
    let endsRamp = previous.map { network.edges[$0].roadClass.isLink } ?? false
    var choices = 0
    var branches: [RoadView.Branch] = []
    var joining: [Double] = []
    let leaving = network.leavingRange(of: node)
    for index in leaving {
      let directed = network.leaving[index]
      let edge = Int(directed >> 1)
      guard edge != piece.edge, edge != previous else { continue }
      let other = network.edges[edge]
      let isForward = directed & 1 == 0
      if other.isOpen(forward: isForward, toEmergency: false) {
        if branches.isEmpty { branches.reserveCapacity(leaving.upperBound - index) }
        branches.append(
          RoadView.Branch(
            bearing: other.bearing(leavingTail: isForward), roadClass: other.roadClass,
            isRoundabout: other.traits.contains(.roundabout), name: texts[other.name],
            ref: texts[other.ref]))
        // A road that begins and ends here leaves twice, and is one choice.
        let isSeen =
          other.tail == other.head && other.isOpen(forward: !isForward, toEmergency: false)
          && network.leaving[leaving.lowerBound..<index].contains(directed ^ 1)
        if !isSeen { choices += 1 }
      }
      if endsRamp, other.isOpen(forward: !isForward, toEmergency: false) {
        let bearing = other.bearing(leavingTail: isForward)
        joining.append((bearing + 180).truncatingRemainder(dividingBy: 360))
      }
    }
    let road = RoadView(
      record.roadClass, isRoundabout: isRoundabout, sign: sign, branches: branches, joining: joining,
      isMiniRoundabout: junction.contains(.miniRoundabout), hasGate: junction.contains(.gate))
    return (road, choices)
  }
}
