import Geodesy
import WardwayRouting

extension Journey {
  /// What to tell the traveller, in order and without words: the first departs, and there is one arrival a stop.
  ///
  /// Distances and durations of a leg's instructions add up to the leg's. A leg behind a portal begins with an
  /// `enter-venue` or `exit-venue`, or with the door or the connector that is there; where the car is left, the last
  /// one is a `park` or a `drop-off`, where one gets in it is a `transfer`, and at a stop an `arrive`.
  ///
  /// - Complexity: O(*n*) for the *n* points of the journey.
  public func instructions() -> [Instruction] {
    let line = Line(geometry)
    let names = NameTable(self)
    var all: [Instruction] = []
    var first = 0
    while first < legs.count {
      var last = first
      while last + 1 < legs.count, legs[last].isFollowed(by: legs[last + 1]) { last += 1 }
      let next = last + 1 < legs.count ? legs[last + 1] : nil
      let run = Array(legs[first...last])
      let previous = first > 0 ? legs[first - 1] : nil
      let start =
        geometry.indices.contains(run[0].geometryRange.lowerBound)
        ? geometry[run[0].geometryRange.lowerBound].level : .ground
      let builder = InstructionBuilder(
        legs: run, firstLeg: first, reading: LegReading(run, line: line, after: previous),
        startLevel: start, start: Start(of: run[0], after: previous), names: names)
      all += builder.instructions(ending: Goal(of: run[run.count - 1], before: next))
      first = last + 1
    }
    return all
  }

  /// The whole journey step by step, in words.
  public func steps(in language: Language) -> [Step] {
    let (phrasebook, tag) = (language.phrasebook, language.primaryTag)
    return instructions().map { Step($0, in: language, by: phrasebook, tag) }
  }

  /// The steps of each leg.
  public func stepsByLeg(in language: Language) -> [[Step]] {
    let (phrasebook, tag) = (language.phrasebook, language.primaryTag)
    var steps: [[Step]] = legs.map { _ in [] }
    for instruction in instructions() {
      steps[instruction.leg].append(Step(instruction, in: language, by: phrasebook, tag))
    }
    return steps
  }
}

extension Leg {
  /// Whether another leg is the same walk beyond a portal.
  fileprivate func isFollowed(by next: Leg) -> Bool { end == .portal && mode == next.mode }
}
