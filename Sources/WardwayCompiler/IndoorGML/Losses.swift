import WardwayMap

/// What of a file wasn't understood or isn't used, all of a kind together.
struct Losses {
  /// What may be lost, in the order in which it is said.
  private static let kinds: [(code: Diagnostic.Code, severity: Diagnostic.Severity, text: String)] = [
    (.danglingTransition, .warning, "doesn't connect two states of the file; left out. Correct its connects"),
    (
      .danglingConnection, .warning,
      "doesn't connect two states of the file; left out. Correct its interConnects"
    ),
    (.danglingDuality, .warning, "its dual isn't in the file; used without it"),
    (.stateWithoutPlace, .warning, "has no point, nor has its cell; left out. Give it one"),
    (.unreadableStorey, .warning, "its storey is no level; taken from heights. Write it as 2, 3F or B1"),
    (
      .unknownConnector, .warning,
      "leads to another storey, but it isn't said how; taken for stairs. Give it or its cells a class such as "
        + "elevator or ramp"
    ),
    (.cellWithoutState, .note, "has no state; nobody gets there"),
    (.isolatedState, .note, "nothing is connected with it; it can be found, but not reached"),
    (.selfLoop, .note, "connects a state with itself; left out"),
    (.twinTransition, .note, "is the way back of another transition, whose id stands for both"),
    (
      .connectionNotWalked, .note,
      "joins a state that holds several others to one that is connected already on its storey; not used as a way"
    ),
    (
      .connectionBetweenStoreys, .warning,
      "joins states on different storeys, which are no one place; left out. Give both the same storey, or draw a "
        + "transition"
    ),
  ]

  private var features: [Diagnostic.Code: [IndoorFeatures.Feature]] = [:]

  mutating func add(_ code: Diagnostic.Code, _ feature: IndoorFeatures.Feature) {
    assert(Self.kinds.contains { $0.code == code })
    features[code, default: []].append(feature)
  }

  mutating func merge(_ other: Losses) {
    features.merge(other.features) { $0 + $1 }
  }

  /// One diagnostic for each kind, with the number and the first few.
  func diagnostics(file: String, prefix: String) -> [Diagnostic] {
    Self.kinds.compactMap { code, severity, text in
      guard let all = features[code], let first = all.first else { return nil }
      let examples = all.prefix(3).map { "\($0.element) '\($0.id.prefix(40))'" }.joined(separator: ", ")
      let more = all.count > 3 ? " and \(all.count - 3) more" : ""
      return Diagnostic(
        code, severity, FeatureID(feature: prefix + first.id),
        "\(file), line \(first.line): \(examples)\(more): \(text)")
    }
  }
}
