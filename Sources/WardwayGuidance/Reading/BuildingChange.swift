import WardwayMap
import WardwayRouting

/// Going into a building or out of one.
struct BuildingChange: Hashable {
  /// The edge that the new side begins with: the door, or the first edge behind the wall.
  var edge: Int
  /// Whether it leads inside.
  var entersBuilding: Bool
  /// The door's name, or "".
  var door: String
  /// The building's name, or "".
  var building: String
}

extension LegReading {
  /// The walls that the leg passes, in order.
  ///
  /// A passage without doors that is over within 15 m (an archway, a roof) is no building, and a gap like
  /// that doesn't leave one.
  func buildingChanges() -> [BuildingChange] {
    if isCar { return [] }
    var result: [BuildingChange] = []
    let sides = sides()
    for (before, after) in zip(sides, sides.dropFirst()) {
      let last = before.edges.upperBound - 1
      let next = after.edges.lowerBound
      let door = door(between: last, and: next, behind: result.last?.edge ?? -1)
      let ridesThrough = (last + 1..<next).contains { edges[$0].kind.isElevator }
      if door == nil && ridesThrough { continue }
      result.append(
        BuildingChange(
          edge: door ?? next, entersBuilding: after.isIndoor,
          door: door.map { cleanName(edges[$0].name) } ?? "",
          building: door.map { cleanName(edges[$0].ref) } ?? ""))
    }
    return result
  }

  /// Edges in a row on one side of a wall; passages and connectors between may belong to neither.
  private struct Side {
    var isIndoor: Bool
    var edges: Range<Int>
  }

  private static let shortestBuilding = 15.0

  private func sides() -> [Side] {
    var result: [Side] = []
    for index in edges.indices where hasSide(index) {
      let isIndoor = edges[index].attributes.isIndoor
      if result.last?.isIndoor == isIndoor {
        result[result.count - 1].edges = result[result.count - 1].edges.lowerBound..<index + 1
      } else {
        result.append(Side(isIndoor: isIndoor, edges: index..<index + 1))
      }
    }
    var index = 1
    while index + 1 < result.count {
      guard isMerePassage(result[index].edges) else {
        index += 1
        continue
      }
      let whole = result[index - 1].edges.lowerBound..<result[index + 1].edges.upperBound
      result[index - 1].edges = whole
      result.removeSubrange(index...index + 1)
    }
    return result
  }

  /// Whether an edge tells on which side it lies; maps rarely say so of stairs and escalators.
  private func hasSide(_ index: Int) -> Bool {
    if isPassage(index) || edges[index].kind.isElevator { return false }
    return Connector(edges[index].kind) == nil || edges[index].attributes.isIndoor
  }

  private func isMerePassage(_ side: Range<Int>) -> Bool {
    var low = side.lowerBound
    while low > 0, isPassage(low - 1) { low -= 1 }
    var high = side.upperBound
    while high < edges.count, isPassage(high) { high += 1 }
    let around = edges[max(0, low - 1)..<min(edges.count, high + 1)]
    return length(side) < Self.shortestBuilding
      && !around.contains { $0.kind == .door || $0.kind.isElevator }
  }

  /// The door where the side changes between two edges: one at the place itself, else the nearest within
  /// 10 m, a stated entrance first.
  private func door(between last: Int, and next: Int, behind previous: Int) -> Int? {
    let from = end(of: last)
    let to = start(of: next)
    func gap(_ index: Int) -> Double { max(0, from - start(of: index), start(of: index) - to) }
    var low = last
    while low > 0, gap(low - 1) <= 10, isPassage(low - 1) || isWay(low - 1) { low -= 1 }
    var high = next
    while high + 1 < edges.count, gap(high + 1) <= 10, isPassage(high + 1) || isWay(high + 1) { high += 1 }
    return (low...high).filter { $0 > previous && edges[$0].kind == .door }
      .min { (gap($0), rank($0)) < (gap($1), rank($1)) }
  }

  private func rank(_ door: Int) -> Int { edges[door].attributes.isEntrance ? 0 : 1 }
}
