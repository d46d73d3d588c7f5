import WardwayMap

/// What of a file wasn't understood or isn't used, all of a kind together.
struct Losses {
  /// A kind of loss.
  enum Kind: String, CaseIterable {
    case danglingTransition = "dangling-transition"
    case danglingConnection = "dangling-connection"
    case danglingDuality = "dangling-duality"
    case stateWithoutPlace = "state-without-place"
    case unreadableStorey = "unreadable-storey"
    case unknownConnector = "unknown-connector"
    case cellWithoutState = "cell-without-state"
    case isolatedState = "isolated-state"
    case selfLoop = "self-loop"
    case twinTransition = "twin-transition"
    case connectionNotWalked = "connection-not-walked"
    case connectionBetweenStoreys = "connection-between-storeys"

    fileprivate var severity: Diagnostic.Severity {
      switch self {
      case .danglingTransition, .danglingConnection, .stateWithoutPlace, .unreadableStorey, .unknownConnector,
        .danglingDuality, .connectionBetweenStoreys:
        .warning
      case .cellWithoutState, .isolatedState, .selfLoop, .twinTransition, .connectionNotWalked: .note
      }
    }

    fileprivate var text: String {
      switch self {
      case .danglingTransition: "doesn't connect two states of the file; left out. Correct its connects"
      case .danglingConnection: "doesn't connect two states of the file; left out. Correct its interConnects"
      case .danglingDuality: "its dual isn't in the file; used without it"
      case .stateWithoutPlace: "has no point, nor has its cell; left out. Give it one"
      case .unreadableStorey: "its storey is no level; taken from heights. Write it as 2, 3F or B1"
      case .unknownConnector:
        "leads to another storey, but it isn't said how; taken for stairs. Give it or its cells a class such as "
          + "elevator or ramp"
      case .cellWithoutState: "has no state; nobody gets there"
      case .isolatedState: "nothing is connected with it; it can be found, but not reached"
      case .selfLoop: "connects a state with itself; left out"
      case .twinTransition: "is the way back of another transition, whose id stands for both"
      case .connectionNotWalked:
        "joins a state that holds several others to one that is connected already on its storey; not used as a way"
      case .connectionBetweenStoreys:
        "joins states on different storeys, which are no one place; left out. Give both the same storey, or draw a "
          + "transition"
      }
    }
  }

  private var features: [Kind: [IndoorFeatures.Feature]] = [:]

  mutating func add(_ kind: Kind, _ feature: IndoorFeatures.Feature) {
    features[kind, default: []].append(feature)
  }

  mutating func merge(_ other: Losses) {
    features.merge(other.features) { $0 + $1 }
  }

  /// One diagnostic for each kind, with the number and the first few.
  func diagnostics(file: String, prefix: String) -> [Diagnostic] {
    Kind.allCases.compactMap { kind in
      guard let all = features[kind], let first = all.first else { return nil }
      let examples = all.prefix(3).map { "\($0.element) '\($0.id.prefix(40))'" }.joined(separator: ", ")
      let more = all.count > 3 ? " and \(all.count - 3) more" : ""
      return Diagnostic(
        kind.rawValue, kind.severity, FeatureID(feature: prefix + first.id),
        "\(file), line \(first.line): \(examples)\(more): \(kind.text)")
    }
  }
}
