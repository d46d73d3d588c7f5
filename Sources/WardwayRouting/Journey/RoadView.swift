import WardwayMap

/// What a driver sees of a travelled road, and of the junction where it begins.
package struct RoadView: Codable, Hashable, Sendable {
  /// A way out of a junction that ordinary vehicles may take, in one piece with nothing else.
  package struct Branch: Codable, Hashable, Sendable {
    /// The bearing in which it leaves, in degrees.
    package var bearing: Double
    /// What kind of road it is.
    package var roadClass: RoadClass
    /// Whether it goes on around a roundabout.
    package var isRoundabout: Bool
    /// Its name, or "".
    package var name: String
    /// Its ref, or "".
    package var ref: String

    /// Makes a branch.
    package init(
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
  package var roadClass: RoadClass
  /// Whether it is a part of a roundabout.
  package var isRoundabout: Bool
  /// The number of the exit that it is, or "".
  package var exit: String
  /// Where it leads as posted, several with semicolons between, or "".
  package var destination: String
  /// The numbers of the roads that it leads to, as ``destination``.
  package var destinationRef: String
  /// The other ways out where it begins, without the one back.
  package var branches: [Branch]
  /// The bearings in which other traffic comes to where it begins, in degrees; known where a ramp ends there.
  package var joining: [Double]
  /// Whether it begins at a roundabout that is only a mark on the road.
  package var isMiniRoundabout: Bool
  /// Whether it begins at a gate or a barrier that opens.
  package var hasGate: Bool

  /// Makes a view of a road that begins at no junction.
  package init(_ roadClass: RoadClass) {
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
  package init(_ kind: HandoffKind, charges: Bool) {
    self.kind = kind
    self.charges = charges
  }
}
