import Geodesy
import WardwayRouting

extension Journey {
  /// The whole journey step by step: each leg departs and arrives.
  public func steps(in language: Language) -> [Step] {
    let line = Line(geometry)
    return legs.indices.flatMap { steps(of: $0, on: line, in: language) }
  }

  /// The steps of one leg, from the departure to the arrival.
  ///
  /// Distances and durations add up to the leg's. Where the car is left, or the next leg goes on in another
  /// network, the last step is a `park`, `enter-venue` or `exit-venue` instead of an `arrive`.
  ///
  /// - Complexity: O(*n*) for the *n* points of the journey.
  public func steps(of legIndex: Int, in language: Language) -> [Step] {
    steps(of: legIndex, on: Line(geometry), in: language)
  }

  private func steps(of legIndex: Int, on line: Line, in language: Language) -> [Step] {
    let leg = legs[legIndex].named(in: language, by: self)
    let previous = legIndex > 0 ? legs[legIndex - 1] : nil
    let next = legIndex + 1 < legs.count ? legs[legIndex + 1].named(in: language, by: self) : nil
    let first = leg.geometryRange.lowerBound
    let builder = StepBuilder(
      leg: leg, reading: LegReading(leg, line: line, after: previous, before: next),
      phrasebook: language.phrasebook,
      startLevel: geometry.indices.contains(first) ? geometry[first].level : .ground,
      start: Start(of: leg, after: previous))
    return builder.steps(ending: Goal(of: leg, before: next))
  }
}

extension Leg {
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
    return leg
  }
}
