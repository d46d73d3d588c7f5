import Geodesy
import WardwayMap

extension WalkNetworkBuilder {
  /// Adds an elevator: at each level that it serves and something touches, a car that one boards there, and
  /// rides from car to car.
  mutating func addElevator(_ feature: WalkFeature) {
    guard feature.directions != 0 else { return }
    let landings = self.landings(of: feature)
    let levels = Set(landings.map(\.level)).sorted()
    if levels.count != 1 { reportUnmet(feature, levels) }
    if let inside = shafts.insideOf[feature.source], levels.count > 1 {
      let ways = inside.flatMap { uses[$0].map { found.features[$0.feature].source } }
      diagnostics.append(
        Diagnostic(
          .elevatorEnteredInside, .note, feature.source, with: ways, at: coordinate(inside[0]),
          "ways end inside its outline; they are taken to lead into it",
          fix: "Let them end at its door, a node of its outline."))
    }
    // An elevator between two places of one level: it moves sideways, or the map has no levels here.
    let isSideways =
      levels.count == 1 && feature.stated.count < 2 && Set(landings.map { registry[$0.spot].node }).count > 1
    guard levels.count > 1 || isSideways else {
      if !landings.isEmpty {
        diagnose(
          .elevatorServesOneLevel, .warning, feature,
          "it states levels \(text(Set(feature.stated))) and meets ways on level \(levels[0]) alone; it is not used. "
            + "Check the level tags around it")
      }
      return
    }
    let cars = self.cars(of: feature, at: levels, from: landings)
    var edge = EdgeRecord(.elevatorBoard, source: feature.source, tail: 0, head: 0, length: 0)
    edge.attributes = feature.attributes
    edge.attributes.isIndoor = landings.allSatisfy { registry[$0.spot].isIndoor }
    edge.width = feature.width
    edge.name = draft.strings.number(of: feature.name)
    edge.ref = draft.strings.number(of: feature.ref)
    for (spot, level) in landings {
      edge.directions = 1
      edge.kind = .elevatorBoard
      edge.tail = UInt32(registry[spot].node)
      edge.head = UInt32(cars[level]!)
      draft.addEdge(edge)
      edge.kind = .elevatorAlight
      swap(&edge.tail, &edge.head)
      draft.addEdge(edge)
    }
    let span = levels[levels.count - 1].value - levels[0].value
    for (lower, upper) in zip(levels, levels.dropFirst()) {
      edge.kind = .elevatorRide
      edge.directions = 3
      edge.tail = UInt32(cars[lower]!)
      edge.head = UInt32(cars[upper]!)
      let share = (upper.value - lower.value) / span
      edge.fixedDuration = feature.seconds.map { UInt32(max($0 * share * 1000, 1)) } ?? 0
      edge.attributes.rises = .yes
      draft.addEdge(edge)
    }
  }

  /// Says which of the floors that an elevator states no way meets it on.
  private mutating func reportUnmet(_ feature: WalkFeature, _ levels: [Level]) {
    if levels.isEmpty {
      diagnose(
        .elevatorWithoutWays, .warning, feature,
        "no way that says its level meets it; it is not used. Draw the corridors of its floors up to it")
    } else {
      let unmet = Set(feature.stated).subtracting(levels)
      guard !unmet.isEmpty else { return }
      diagnose(
        .elevatorFloorWithoutWays, .note, feature,
        "no way meets it on \(unmet.count == 1 ? "level" : "levels") \(text(unmet)), which it states; "
          + "draw the corridors there up to it, and give them their level")
    }
  }

  /// Says that a level was guessed, or why it wasn't.
  mutating func report(_ guess: LevelStitcher.Guess) {
    let first = found.features[guess.features[0]]
    let others = guess.features.map { found.features[$0].source } + guess.shafts.map { shafts.all[$0].source }
    let shaft = guess.shafts.first.map { " \(shafts.all[$0].source)" } ?? ""
    let text =
      guess.isCertain
      ? "it doesn't state its level; it is taken to lie on level \(guess.level), where nothing else meets\(shaft)"
      : "it doesn't state its level, and several would do at\(shaft); it is taken to lie on level \(guess.level)"
    diagnostics.append(
      Diagnostic(
        .levelGuessed, .warning, first.source, with: others, at: first.nodes.first.map(coordinate),
        on: guess.level, text, fix: "Give it the level that it is on."))
  }

  /// Adds an area with stairs in it: flights in its middle, from level to level.
  mutating func addStairwell(_ feature: WalkFeature) {
    let landings = self.landings(of: feature)
    let levels = Set(landings.map(\.level)).sorted()
    guard levels.count > 1 else { return }
    let middles = cars(of: feature, at: levels, from: landings)
    var edge = EdgeRecord(.area, source: feature.source, tail: 0, head: 0, length: 0)
    edge.attributes = feature.attributes
    edge.attributes.isIndoor = true
    edge.name = draft.strings.number(of: feature.name)
    for (spot, level) in landings {
      edge.tail = UInt32(registry[spot].node)
      edge.head = UInt32(middles[level]!)
      draft.addEdge(edge)
    }
    edge.kind = .stairs
    edge.width = feature.width
    edge.attributes.rises = .yes
    for (lower, upper) in zip(levels, levels.dropFirst()) {
      edge.tail = UInt32(middles[lower]!)
      edge.head = UInt32(middles[upper]!)
      draft.addEdge(edge)
    }
  }

  /// A node of the draft for each level, in the middle of the shaft.
  private mutating func cars(
    of feature: WalkFeature, at levels: [Level], from landings: [(spot: Int, level: Level)]
  ) -> [Level: Int] {
    let nodes = feature.nodes.map { extract.node(at: $0).coordinate }
    let middle = Coordinate(
      latitudeE7: Int32(nodes.reduce(0) { $0 + Int($1.latitudeE7) } / nodes.count),
      longitudeE7: Int32(nodes.reduce(0) { $0 + Int($1.longitudeE7) } / nodes.count))
    var cars: [Level: Int] = [:]
    for level in levels {
      let car = draft.addNode(feature.source, at: middle, level: level)
      cars[level] = car
      let names = landings.filter { $0.level == level }.map { draft.nodes[registry[$0.spot].node].levelName }
      draft.copyLevelName(names.first { $0 != 0 } ?? 0, to: car)
      draft.nameLevel(of: car, feature.levelName(of: level))
    }
    for (spot, level) in landings { draft.nameLevel(of: registry[spot].node, feature.levelName(of: level)) }
    return cars
  }

  /// The spots from which a shaft is entered, with the level that each is on.
  ///
  /// A level that the shaft's own tags leave out is passed by. What doesn't state its level is taken to be on
  /// a level that the shaft serves.
  private mutating func landings(of feature: WalkFeature) -> [(spot: Int, level: Level)] {
    let nodes = Set(feature.nodes + (shafts.insideOf[feature.source] ?? [])).sorted()
    let spots = nodes.flatMap { registry.ofNode[$0] ?? [] }
    let attached = Set(spots.map { registry[$0].level })
    var served = Set(feature.stated)
    // One level, or none, is no statement about where an elevator goes.
    if served.count < 2 { served.formUnion(attached) }
    if served.intersection(attached).count < 2, attached.count > 1 {
      diagnose(
        .elevatorLevelsDiffer, .warning, feature,
        "it states levels \(text(served)), ways touch it on \(text(attached)); check the level tags")
    }
    var landings: [(spot: Int, level: Level)] = []
    for node in nodes {
      for spot in registry.ofNode[node] ?? [] {
        let level = registry[spot].level
        if served.contains(level) {
          landings.append((spot, level))
        } else if !registry[spot].isStated, let near = nearest(level, in: served, avoiding: attached) {
          let landing = makeSpot(SpotRegistry.Key(node: node, level: near))
          connect(spot, landing, source: node)
          landings.append((landing, near))
        }
      }
    }
    return landings
  }

  /// The served level nearest to `level`, rather one where nothing else touches the shaft.
  private func nearest(_ level: Level, in served: Set<Level>, avoiding attached: Set<Level>) -> Level? {
    let free = served.subtracting(attached)
    return (free.isEmpty ? served : free).min {
      (abs($0.value - level.value), $0) < (abs($1.value - level.value), $1)
    }
  }

  private func text(_ levels: Set<Level>) -> String {
    levels.isEmpty ? "none" : levels.sorted().map { "\($0)" }.joined(separator: ";")
  }

  private mutating func diagnose(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ feature: WalkFeature, _ message: String
  ) {
    let place = feature.nodes.first.map { extract.node(at: $0).coordinate }
    diagnostics.append(Diagnostic(code, severity, feature.source, at: place, message))
  }
}
