/// The place where one edge meets the next that has a direction, perhaps with doors between.
struct Joint: Hashable {
  /// The edge before.
  var before: Int
  /// The edge after.
  var after: Int
}

extension LegReading {
  /// The joints within some edges.
  func joints(_ range: Range<Int>) -> [Joint] {
    let moves = range.filter { extends($0) }
    return zip(moves, moves.dropFirst()).map(Joint.init)
  }

  /// The direction in which one comes to a joint.
  func arrival(_ joint: Joint, reach: Double? = nil) -> Direction? {
    let edge = joint.before
    let reach = reach ?? self.reach(edge)
    return line.arrival(
      at: edges[edge].geometryRange.upperBound, from: firstPoint(before: edge, reach: reach), reach: reach)
  }

  /// The direction in which one leaves a joint.
  func departure(_ joint: Joint, reach: Double? = nil) -> Direction? {
    departure(edge: joint.after, reach: reach)
  }

  /// The direction in which one sets out on an edge.
  func departure(edge: Int, reach: Double? = nil) -> Direction? {
    let reach = reach ?? self.reach(edge)
    return line.departure(
      from: edges[edge].geometryRange.lowerBound, to: lastPoint(behind: edge, reach: reach), reach: reach)
  }

  /// The direction from one joint to another.
  func direction(from first: Joint, to second: Joint) -> Direction? {
    line.direction(
      from: edges[first.after].geometryRange.lowerBound, to: edges[second.before].geometryRange.upperBound)
  }

  /// How far one turns between two joints that may be one, in degrees: right positive.
  func angle(from first: Joint, to last: Joint) -> Double? {
    guard let arrival = arrival(first), let departure = departure(last) else { return nil }
    return arrival.turn(into: departure)
  }

  /// How far one turns at a joint, in degrees: right positive; zero if there is no saying.
  func angle(_ joint: Joint) -> Double { angle(from: joint, to: joint) ?? 0 }

  /// How much of the line before and behind an edge is looked at by who looks so far, in metres.
  private func outlook(_ reach: Double) -> Double { min(reach + Line.noise, 30) }

  /// The first point before an edge that matters for directions; none beyond elevators and ferries do.
  private func firstPoint(before index: Int, reach: Double) -> Int {
    var low = index
    let (start, outlook) = (start(of: index), outlook(reach))
    while low > 0, !isCut(low - 1), start - self.start(of: low) < outlook { low -= 1 }
    return edges[low].geometryRange.lowerBound
  }

  /// The last point behind an edge that matters for directions, likewise.
  private func lastPoint(behind index: Int, reach: Double) -> Int {
    var high = index
    let (end, outlook) = (end(of: index), outlook(reach))
    while high + 1 < edges.count, !isCut(high + 1), self.end(of: high) - end < outlook { high += 1 }
    return edges[high].geometryRange.upperBound
  }

  private func isCut(_ edge: Int) -> Bool { edges[edge].kind.isElevator || edges[edge].kind == .ferry }
}
