import WardwayMap

extension Planner {
  /// Returns the durations and lengths of the best ways from each source to each target, nil where there is
  /// none; the same as so many requests would.
  ///
  /// - Throws: A ``PlanningError`` for a place that isn't on the map or a profile that can't be used.
  /// - Complexity: Where nothing is closed or avoided, a search a different place and a look at some dozen numbers a
  ///   pair; else a search a pair of different places.
  public mutating func table(
    from sources: [Place], to targets: [Place], profile: Profile = .walker, closed: [FeatureID] = [],
    avoiding: Set<JourneyRequest.Avoidable> = []
  ) throws(PlanningError) -> [[TableCell?]] {
    try soundly { planner throws(PlanningError) in
      let traveller = try Traveller(
        planner.atlas, profile, closed: closed, avoiding: avoiding, method: .fastest)
      return try planner.rows(from: sources, to: targets, for: traveller)
    }
  }

  private mutating func rows(
    from sources: [Place], to targets: [Place], for traveller: Traveller
  ) throws(PlanningError) -> [[TableCell?]] {
    var numbers: [Place: Int] = [:]
    var stops: [Stop] = []
    for place in sources + targets where numbers[place] == nil {
      numbers[place] = stops.count
      stops.append(try stop(at: place, for: traveller))
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
    let table = WalkTable(streets: atlas.streets, finder: streets, memory: excursions, traveller: traveller)
    let cells = try table.cells(from: from.stops.map { stops[$0] }, to: to.stops.map { stops[$0] })
    return sources.map { source in
      let row = cells[from.index[numbers[source]!]!]
      return targets.map { row[to.index[numbers[$0]!]!] }
    }
  }
}
