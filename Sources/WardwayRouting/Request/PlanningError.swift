import WardwayMap

/// The reason a journey could not be planned.
public struct PlanningError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A stable word for a kind of reason; an open set.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The word, as it appears in JSON.
    public let rawValue: String
    /// Makes a code out of its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// There is no way at all between the places.
    public static let noRoute = Code(rawValue: "no-route")
    /// There is a way on foot, but none that this traveller can use.
    public static let noStepFreeRoute = Code(rawValue: "no-step-free-route")
    /// The only ways lead through something that is closed.
    public static let closedNow = Code(rawValue: "closed-now")
    /// A place is too far from everything one can walk on.
    public static let noEdgeNearby = Code(rawValue: "no-edge-nearby")
    /// A name means nothing on this map.
    public static let unknownPlace = Code(rawValue: "unknown-place")
    /// A name means several places.
    public static let ambiguousPlace = Code(rawValue: "ambiguous-place")
    /// The request makes no sense.
    public static let invalidRequest = Code(rawValue: "invalid-request")
    /// Nobody waits for the answer any more.
    public static let cancelled = Code(rawValue: "cancelled")
    /// The answer wasn't there in time.
    public static let deadlineExceeded = Code(rawValue: "deadline-exceeded")
    /// The map can't be used.
    public static let damagedMap = Code(rawValue: "damaged-map")
  }

  /// What kind of reason this is.
  public let code: Code
  /// What is wrong, at which place, and the way out; completes "could not plan: …".
  public let message: String
  /// What a name may mean, where it isn't one place; ``message`` in other languages is made of it.
  public let choice: NameChoice?
  /// What is behind a code that has several reasons, for ``message`` in other languages.
  package let reason: Reason?

  /// A reason that its code doesn't tell.
  package enum Reason: Hashable, Sendable {
    /// A drive begins inside a building, and where the car stands isn't said.
    case startsInside
    /// There is nowhere to change between car and walking.
    case noHandoff
    /// Wherever one could change between car and walking, the car is too high.
    case carTooHigh
  }

  /// Makes an error.
  package init(_ code: Code, _ message: String, choice: NameChoice? = nil, reason: Reason? = nil) {
    self.code = code
    self.message = message
    self.choice = choice
    self.reason = reason
  }

  /// The whole sentence.
  public var description: String { "could not plan: \(message)" }
}

/// What somebody called a place that can't be told from others, and what they may have meant.
public struct NameChoice: Hashable, Sendable {
  /// The name as it was asked for.
  public var text: String
  /// Some of the places that it may mean, the best first; none where nothing is called so.
  public var places: [FoundPlace]
  /// How many there are.
  public var count: Int
  /// Whether all of them are called exactly so.
  public var isExact: Bool

  /// Makes a choice.
  package init(_ text: String, places: [FoundPlace], count: Int, isExact: Bool) {
    self.text = text
    self.places = places
    self.count = count
    self.isExact = isExact
  }
}

extension PlanningError {
  /// Does something, and calls what is wrong with the map damage.
  static func ofDamage<Answer>(_ body: () throws(AtlasError) -> Answer) throws(PlanningError) -> Answer {
    do { return try body() } catch { throw PlanningError(.damagedMap, "\(error)") }
  }
}
