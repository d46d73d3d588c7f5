import Geodesy
import ShortestPaths
import WardwayMap

/// The ways through a venue from one portal to another, for somebody who passes by.
struct Passages: Sendable {
  /// What they depend on besides the tariff.
  struct Key: Hashable, Sendable {
    var venue: NetworkID
    var purpose: Purpose
    var measure: Measure
  }

  /// A way from one portal to another.
  struct Passage: Sendable {
    var from: Int
    var to: Int
    /// In milliseconds.
    var cost: UInt32
  }

  /// Where a walk may lead, and what it has to cost less than to be of use.
  struct End {
    var coordinate: Coordinate
    var cost: UInt32

    init(coordinate: Coordinate, cost: UInt32) { (self.coordinate, self.cost) = (coordinate, cost) }

    init(of stop: Stop, cost: UInt32) { self.init(coordinate: stop.place.coordinate, cost: cost) }
  }

  let all: [Passage]
  /// Those that cost less than the streets do.
  let short: [Passage]

  /// - Parameters:
  ///   - stage: Walking the venue.
  ///   - streets: Walking the streets.
  init(
    _ venue: JoinedVenue, _ stage: WalkStage, over streets: WalkStage, _ memory: inout SearchMemory
  ) throws(PlanningError) {
    var (all, short): ([Passage], [Passage]) = ([], [])
    for (from, gate) in venue.gates.enumerated() {
      let costs = try stage.costs([gate.venue], venue.gateSet, towards: true, &memory)
      let most = costs.filter { $0 < unreachable }.max() ?? 0
      let detours = try streets.costs(
        [gate.streets], venue.streetsGateSet, towards: true, below: most, &memory)
      for to in costs.indices where to != from && costs[to] < unreachable {
        let passage = Passage(from: from, to: to, cost: costs[to])
        all.append(passage)
        if passage.cost < detours[to] { short.append(passage) }
      }
    }
    (self.all, self.short) = (all, short)
  }
}

extension Tariff {
  /// What leads through a venue for somebody who passes by.
  var passages: Kept<Passages.Key, Passages> { companions.value { Kept(most: 4096) } }
}
