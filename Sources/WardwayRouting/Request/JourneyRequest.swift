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
  /// The stops on the way, in order; all are on the walked part of the journey.
  public var via: [Place]
  /// Who travels.
  public var profile: Profile
  /// Features of the map that are closed for this journey; `Atlas.elements(named:)` finds them by name.
  public var closed: [FeatureID]
  /// What is used only where there is no other way, on foot and, as far as it has roads, by car.
  public var avoiding: Set<Avoidable>
  /// Which part of it is by car.
  public var car: Car
  /// How high the car is, in metres, with what is on its roof; nil for an ordinary car, which fits in everywhere.
  ///
  /// What is lower is used neither to park nor to let people out.
  public var carHeight: Double?

  /// Which part of a journey is by car.
  public enum Car: Hashable, Sendable {
    /// None of it.
    case none
    /// From the start to a car park; the rest is walked.
    case parks
    /// From the start to where somebody is let out; the rest is walked.
    case dropsOff
    /// To the end, from where the car stands; the way to it is walked.
    case waits(at: Place)
    /// To the end, from where somebody is picked up; the way to there is walked.
    case picksUp
  }

  /// Makes a request.
  public init(
    from: Place, to: Place, via: [Place] = [], profile: Profile = .walker, closed: [FeatureID] = [],
    avoiding: Set<Avoidable> = [], car: Car = .none, carHeight: Double? = nil
  ) {
    self.car = car
    self.carHeight = carHeight
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
