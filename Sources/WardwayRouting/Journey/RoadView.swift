import WardwayMap

/// What a driver sees of a travelled road, and of the junction where it begins.
public struct RoadView: Codable, Hashable, Sendable {
  /// A way out of a junction that ordinary vehicles may take, in one piece with nothing else.
  public struct Branch: Codable, Hashable, Sendable {
    /// The bearing in which it leaves, in degrees.
    public var bearing: Double
    /// What kind of road it is.
    public var roadClass: RoadClass
    /// Whether it goes on around a roundabout.
    public var isRoundabout: Bool
    /// Its name, or "".
    public var name: String
    /// Its ref, or "".
    public var ref: String

    /// Makes a branch.
    public init(
      bearing: Double, roadClass: RoadClass, isRoundabout: Bool = false, name: String = "", ref: String = ""
    ) {
      self.bearing = bearing
      self.roadClass = roadClass
      self.isRoundabout = isRoundabout
      self.name = name
      self.ref = ref
    }
  }

  /// What kind of road it is.
  public var roadClass: RoadClass
  /// Whether it is a part of a roundabout.
  public var isRoundabout: Bool
  /// The number of the exit that it is, or "".
  public var exit: String
  /// Where it leads as posted, several with semicolons between, or "".
  public var destination: String
  /// The numbers of the roads that it leads to, as ``destination``.
  public var destinationRef: String
  /// The other ways out where it begins, without the one back.
  public var branches: [Branch]
  /// The bearings in which other traffic comes to where it begins, in degrees; known where a ramp ends there.
  public var joining: [Double]
  /// Whether it begins at a roundabout that is only a mark on the road.
  public var isMiniRoundabout: Bool
  /// Whether it begins at a gate or a barrier that opens.
  public var hasGate: Bool

  /// Makes a view of a road that begins at no junction.
  public init(_ roadClass: RoadClass) {
    self.init(roadClass, isRoundabout: false, sign: ("", "", ""))
  }

  /// Makes a view of a road with all that a driver sees.
  ///
  /// Sets everything once: a large value that is changed after it was made is often copied.
  init(
    _ roadClass: RoadClass, isRoundabout: Bool,
    sign: (exit: String, destination: String, destinationRef: String),
    branches: [Branch] = [], joining: [Double] = [], isMiniRoundabout: Bool = false, hasGate: Bool = false
  ) {
    self.roadClass = roadClass
    self.isRoundabout = isRoundabout
    (exit, destination, destinationRef) = sign
    self.branches = branches
    self.joining = joining
    self.isMiniRoundabout = isMiniRoundabout
    self.hasGate = hasGate
  }
}

/// What the map says of the place where a car is left.
public struct ParkingFacts: Codable, Hashable, Sendable {
  /// What kind of place it is.
  public var kind: HandoffKind
  /// Whether it costs something.
  public var charges: Bool

  /// Makes facts.
  public init(_ kind: HandoffKind, charges: Bool) {
    self.kind = kind
    self.charges = charges
  }
}
