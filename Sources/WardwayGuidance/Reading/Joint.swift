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

  /// The bearing in which one comes to a joint.
  func arrival(_ joint: Joint) -> Double? {
    let edge = joint.before
    return line.arrival(
      at: edges[edge].geometryRange.upperBound, from: bounds(around: edge).lowerBound, reach: reach(edge))
  }

  /// The bearing in which one leaves a joint.
  func departure(_ joint: Joint) -> Double? { departure(edge: joint.after) }

  /// The bearing in which one sets out on an edge.
  func departure(edge: Int) -> Double? {
    line.departure(
      from: edges[edge].geometryRange.lowerBound, to: bounds(around: edge).upperBound, reach: reach(edge))
  }

  /// The bearing from one joint to another.
  func bearing(from first: Joint, to second: Joint) -> Double? {
    line.bearing(
      from: edges[first.after].geometryRange.lowerBound, to: edges[second.before].geometryRange.upperBound)
  }

  /// How far one turns between two joints that may be one, in degrees: right positive.
  func angle(from first: Joint, to last: Joint) -> Double? {
    guard let arrival = arrival(first), let departure = departure(last) else { return nil }
    return turn(from: arrival, into: departure)
  }

  /// How far one turns at a joint, in degrees: right positive; zero if there is no saying.
  func angle(_ joint: Joint) -> Double { angle(from: joint, to: joint) ?? 0 }

  /// The line around an edge as far as it has directions: up to elevators and ferries, and a little more
  /// than anyone looks.
  private func bounds(around index: Int) -> ClosedRange<Int> {
    func isCut(_ edge: Int) -> Bool { edges[edge].kind.isElevator || edges[edge].kind == .ferry }
    var low = index
    while low > 0, !isCut(low - 1), start(of: index) - start(of: low) < 30 { low -= 1 }
    var high = index
    while high + 1 < edges.count, !isCut(high + 1), end(of: high) - end(of: index) < 30 { high += 1 }
    return edges[low].geometryRange.lowerBound...edges[high].geometryRange.upperBound
  }
}
