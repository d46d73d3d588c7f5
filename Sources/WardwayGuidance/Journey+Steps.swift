import Geodesy
import WardwayRouting

extension Journey {
  /// The whole journey step by step: the first departs, and there is one arrival a stop.
  public func steps(in language: Language) -> [Step] { stepsByLeg(in: language).flatMap { $0 } }

  /// The steps of each leg.
  ///
  /// Distances and durations add up to the leg's. A leg behind a portal begins with an `enter-venue` or
  /// `exit-venue`, or with the door or the connector that is there; where the car is left, the last step is a `park`
  /// or a `drop-off`, where one gets in it is a `transfer`, and at a stop an `arrive`.
  ///
  /// - Complexity: O(*n*) for the *n* points of the journey.
  public func stepsByLeg(in language: Language) -> [[Step]] {
    let line = Line(geometry)
    var all: [[Step]] = []
    while all.count < legs.count {
      let first = all.count
      var last = first
      while last + 1 < legs.count, legs[last].isFollowed(by: legs[last + 1]) { last += 1 }
      let next = last + 1 < legs.count ? legs[last + 1].named(in: language, by: self) : nil
      let run = legs[first...last].map { $0.named(in: language, by: self) }
      let previous = first > 0 ? legs[first - 1] : nil
      let start =
        geometry.indices.contains(run[0].geometryRange.lowerBound)
        ? geometry[run[0].geometryRange.lowerBound].level : .ground
      let builder = StepBuilder(
        legs: run, reading: LegReading(run, line: line, after: previous, before: next),
        phrasebook: language.phrasebook, startLevel: start, start: Start(of: run[0], after: previous))
      all += builder.steps(ending: Goal(of: run[run.count - 1], before: next))
    }
    return all
  }

  /// The steps of one leg.
  ///
  /// - Complexity: That of ``stepsByLeg(in:)``.
  public func steps(of leg: Int, in language: Language) -> [Step] { stepsByLeg(in: language)[leg] }
}

extension Leg {
  /// Whether another leg is the same walk beyond a portal.
  fileprivate func isFollowed(by next: Leg) -> Bool { end == .portal && mode == next.mode }

  /// The leg with names in a language, as far as the map knows them.
  fileprivate func named(in language: Language, by journey: Journey) -> Leg {
    let texts = journey.translations[language.primaryTag] ?? [:]
    let own = journey.namesByFeature[language.primaryTag] ?? [:]
    guard !texts.isEmpty || !own.isEmpty else { return self }
    var leg = self
    for index in edges.indices where !edges[index].name.isEmpty {
      if let text = own[edges[index].source] ?? texts[edges[index].name] { leg.edges[index].name = text }
    }
    for index in edges.indices {
      if edges[index].kind == .door, let text = texts[edges[index].ref] { leg.edges[index].ref = text }
      if let text = edges[index].road.flatMap({ texts[$0.destination] }) {
        leg.edges[index].road?.destination = text
      }
    }
    leg.destination = texts[destination] ?? destination
    leg.networkName = texts[networkName] ?? networkName
    if let text = origin.flatMap({ texts[$0.name] }) { leg.origin?.name = text }
    return leg
  }
}
