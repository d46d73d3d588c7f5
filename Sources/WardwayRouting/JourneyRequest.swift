import WardwayMap

/// What is asked of a planner.
public struct JourneyRequest: Hashable, Sendable {
  /// Something that a traveller would rather not use.
  public enum Avoidable: String, Hashable, Sendable, CaseIterable {
    /// Elevators.
    case elevator
    /// Stairs.
    case stairs
    /// Escalators.
    case escalator
    /// Ferries.
    case ferry
  }

  /// Where the journey starts.
  public var from: Place
  /// Where it ends.
  public var to: Place
  /// The stops on the way, in order.
  public var via: [Place]
  /// Who travels.
  public var profile: Profile
  /// Features of the map that are closed for this journey.
  public var closed: [Source]
  /// What is used only where there is no other way.
  public var avoiding: Set<Avoidable>

  /// Makes a request.
  public init(
    from: Place, to: Place, via: [Place] = [], profile: Profile = .walker, closed: [Source] = [],
    avoiding: Set<Avoidable> = []
  ) {
    self.from = from
    self.to = to
    self.via = via
    self.profile = profile
    self.closed = closed
    self.avoiding = avoiding
  }
}

extension JourneyRequest.Avoidable {
  /// Whether an edge of this kind is where the dislike is felt.
  func includes(_ kind: EdgeKind) -> Bool {
    switch self {
    case .elevator: kind == .elevatorBoard
    case .stairs: kind == .stairs
    case .escalator: kind == .escalator
    case .ferry: kind == .ferry
    }
  }
}
