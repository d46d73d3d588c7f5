import WardwayMap

/// Finds what the best walks between places come to.
struct TableFinder {
  let snapshot: Snapshot
  let tariff: Tariff

  /// Returns a row for each source with a cell for each target, nil where there is no way.
  func rows(
    from sources: [Place], to targets: [Place], _ workspace: inout Workspace
  ) throws(PlanningError) -> [[TableCell?]] {
    let finder = StopFinder(snapshot: snapshot, tariff: tariff)
    var numbers: [Place: Int] = [:]
    var stops: [Stop] = []
    for place in sources + targets where numbers[place] == nil {
      numbers[place] = stops.count
      stops.append(try finder.stop(at: place, &workspace))
    }
    // Places that are named again stand once.
    func distinct(_ places: [Place]) -> (stops: [Int], index: [Int: Int]) {
      var stops: [Int] = []
      var index: [Int: Int] = [:]
      for place in places {
        guard let number = numbers[place], index[number] == nil else { continue }
        index[number] = stops.count
        stops.append(number)
      }
      return (stops, index)
    }
    let (from, to) = (distinct(sources), distinct(targets))
    let table = WalkTable(finder: WalkFinder(snapshot: snapshot, tariff: tariff))
    let cells = try table.cells(
      from: from.stops.map { stops[$0] }, to: to.stops.map { stops[$0] }, &workspace.searches)
    return sources.map { source in
      let row = cells[from.index[numbers[source]!]!]
      return targets.map { row[to.index[numbers[$0]!]!] }
    }
  }
}
