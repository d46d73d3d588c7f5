import ShortestPaths
import WardwayMap

/// Finds walks over stops for one traveller.
struct WalkFinder {
  let snapshot: Snapshot
  let tariff: Tariff
  var method = SearchMethod.fastest

  /// What finds walks between two stops.
  ///
  /// - Throws: `damagedMap`.
  func chain(
    from start: Stop, to end: Stop, _ memory: borrowing SearchMemory
  ) throws(PlanningError) -> WalkChain {
    let toEmergency = start.place.isEmergencyDepartment || end.place.isEmergencyDepartment
    return try WalkChain(
      snapshot.joined, tariff, method, for: toEmergency ? .emergency : .visit,
      memory.interruption)
  }

  /// Finds the cheapest walk over all stops; nil if there is none.
  ///
  /// A stop on the way is left where it was reached. At which of its points that is, is decided for the whole
  /// walk.
  ///
  /// - Complexity: as many searches as there are pairs of points of neighbouring stops.
  func walk(over stops: [Stop], _ memory: inout SearchMemory) throws(PlanningError) -> StopWalk? {
    var best = [StopWalk(stops: [stops[0]], hops: [], cost: 0)]
    for index in 1..<stops.count {
      let choices = index == stops.count - 1 ? [stops[index]] : stops[index].choices
      var next: [StopWalk] = []
      for choice in choices {
        var cheapest: StopWalk?
        for start in best {
          let from = start.stops[index - 1]
          let chain = try chain(from: from, to: choice, memory)
          guard let walk = try chain.walk(from: from, to: choice, &memory) else { continue }
          let cost = start.cost + UInt64(walk.cost)
          if cost < cheapest?.cost ?? .max {
            cheapest = StopWalk(stops: start.stops + [choice], hops: start.hops + [walk.hops], cost: cost)
          }
        }
        if let cheapest { next.append(cheapest) }
      }
      best = next
    }
    return best.min { $0.cost < $1.cost }
  }
}
