import Geodesy
import WardwayMap

/// A point of a journey's line: where, and on which level.
public struct PathPoint: Codable, Hashable, Sendable {
  /// Where it is.
  public var coordinate: Coordinate
  /// On which level.
  public var level: Level

  /// Makes a point.
  package init(_ coordinate: Coordinate, level: Level) {
    self.coordinate = coordinate
    self.level = level
  }
}

/// An edge, or the travelled part of one, as a journey uses it; an elevator ride is one of these.
public struct TravelledEdge: Codable, Hashable, Sendable {
  /// What one walks, rides or passes; `elevatorRide` for a whole ride.
  public var kind: EdgeKind
  /// The feature that it comes from.
  public var source: FeatureID
  /// The feature at the start; none where the journey starts inside the edge.
  public var fromNode: FeatureID
  /// The feature at the end; none where the journey ends inside the edge.
  public var toNode: FeatureID
  /// The way's name, or "".
  public var name: String
  /// The way's ref, for a door that leads outside the building's name, or "".
  public var ref: String
  /// The level at the start.
  public var fromLevel: Level
  /// The level at the end.
  public var toLevel: Level
  /// The name of the start's level as posted, or "".
  public var fromLevelName: String
  /// The name of the end's level as posted, or "".
  public var toLevelName: String
  /// Length on the ground in millimetres; ``distance`` in metres.
  package var length: UInt32
  /// What the clock shows, in milliseconds; ``duration`` as a duration.
  package var durationMilliseconds: UInt32
  /// Perceived time in milliseconds; ``cost`` as a duration.
  package var costMilliseconds: UInt32
  /// What else the map says.
  public var attributes: EdgeAttributes
  /// The clear width in centimetres, 0 where it isn't known; ``clearWidth`` in metres.
  package var width: UInt16
  /// The rise in travelling direction in thousandths of the length, nil where it isn't known.
  public var incline: Int16?
  /// The number of steps of stairs, 0 where it isn't known.
  public var stepCount: UInt16
  /// How many other ways leave from the edge's start, besides this one and the one travelled before.
  package var choices: Int
  /// Where the other ways on foot lead from the edge's start, as far as one sees that; cars have ``road``.
  package var exits: [WalkExit]
  /// Its first and last point in the journey's ``Journey/geometry``.
  public var geometryRange: ClosedRange<Int>
  // Not `RoadView?`: that would be nil at first, and setting it then costs a copy of the whole edge.
  /// What a driver sees of it; nil on foot.
  package var road: Optional<RoadView>

  /// Whether the slope or the stairs lead up (true) or down (false), as far as the map tells.
  public var leadsUp: Bool? {
    if fromLevel != toLevel { return toLevel > fromLevel }
    return attributes.rises.flag
  }

  /// Makes a travelled edge.
  ///
  /// - Parameters:
  ///   - length: In millimetres.
  ///   - duration: In milliseconds.
  ///   - cost: In milliseconds.
  ///   - width: In centimetres.
  package init(
    kind: EdgeKind, source: FeatureID, fromNode: FeatureID, toNode: FeatureID, name: String, ref: String,
    fromLevel: Level, toLevel: Level, fromLevelName: String, toLevelName: String, length: UInt32,
    duration: UInt32, cost: UInt32, attributes: EdgeAttributes, width: UInt16, incline: Int16?,
    stepCount: UInt16, choices: Int, geometryRange: ClosedRange<Int>, road: RoadView? = nil,
    exits: [WalkExit] = []
  ) {
    self.kind = kind
    self.source = source
    self.fromNode = fromNode
    self.toNode = toNode
    self.name = name
    self.ref = ref
    self.fromLevel = fromLevel
    self.toLevel = toLevel
    self.fromLevelName = fromLevelName
    self.toLevelName = toLevelName
    self.length = length
    durationMilliseconds = duration
    costMilliseconds = cost
    self.attributes = attributes
    self.width = width
    self.incline = incline
    self.stepCount = stepCount
    self.choices = choices
    self.geometryRange = geometryRange
    self.road = road
    self.exits = exits
  }
}

/// A way that leaves a place where one walks on by another.
package struct WalkExit: Codable, Hashable, Sendable {
  /// The bearing in which it leaves, in degrees.
  package var bearing: Float
  /// Whether it is over after a few metres: the way to a door, a niche.
  package var isShortDeadEnd: Bool

  /// Makes an exit.
  package init(bearing: Float, isShortDeadEnd: Bool = false) {
    self.bearing = bearing
    self.isShortDeadEnd = isShortDeadEnd
  }
}

/// A part of a journey between two portals or stops.
public struct Leg: Codable, Hashable, Sendable {
  /// A means of movement.
  public enum Mode: String, Codable, Sendable {
    /// On foot, in a wheelchair, with a bed.
    case walk
    /// By car.
    case car
  }

  /// What a leg ends at.
  public enum End: Codable, Hashable, Sendable {
    /// A stop that was asked for, the destination or one on the way: the place beside the leg's end, if it is known.
    case stop(StopPlace?)
    /// A portal, where the same walk goes on in another network.
    case portal
    /// A handoff, where one changes between walking and the car.
    case handoff(Change)
  }

  /// How one changes between walking and the car.
  public struct Change: Codable, Hashable, Sendable {
    /// What one does.
    public enum Kind: String, Codable, Hashable, Sendable {
      /// One leaves the car, which stays there.
      case park
      /// One is let out, and somebody else drives on.
      case dropOff = "drop-off"
      /// One gets into the car that stands there.
      case getIn = "get-in"
      /// One gets into the car that somebody else comes with.
      case pickUp = "pick-up"
    }

    /// What one does.
    public var kind: Kind
    /// What the map says of the place.
    public var parking: ParkingFacts?
    /// What it takes, in milliseconds; ``transfer`` as a duration.
    package var transferMilliseconds: UInt32

    /// Makes a change.
    ///
    /// - Parameter transfer: What it takes, in milliseconds.
    package init(_ kind: Kind, parking: ParkingFacts? = nil, transfer: UInt32 = 0) {
      self.kind = kind
      self.parking = parking
      transferMilliseconds = transfer
    }

    /// What it takes: finding a space and paying, starting the car.
    public var transfer: Duration { .milliseconds(transferMilliseconds) }
  }

  /// How it is travelled.
  public var mode: Mode
  /// What it ends at.
  public var end = End.stop(nil)
  /// The place that it starts from, where that is a stop.
  public var origin: StopPlace?
  /// The network that it uses.
  public var network: NetworkID
  /// The edges in order; their attributes are oriented in travelling direction.
  public var edges: [TravelledEdge]
  /// Its part of the journey's geometry.
  public var geometryRange: ClosedRange<Int>
  /// The name of the place where it ends, or "".
  public var destination: String
  /// What people call the network: a venue's name, or "" for the streets.
  public var networkName: String
  /// Whether one drives on the left.
  package var drivesOnLeft = false

  /// Makes a leg.
  package init(
    mode: Mode, network: NetworkID, edges: [TravelledEdge], geometryRange: ClosedRange<Int>,
    destination: String, networkName: String = ""
  ) {
    self.mode = mode
    self.network = network
    self.networkName = networkName
    self.edges = edges
    self.geometryRange = geometryRange
    self.destination = destination
  }

  /// The place that it leads to, where that is a stop.
  public var goal: StopPlace? { if case .stop(let place) = end { place } else { nil } }
  /// How one changes between walking and the car at its end, if one does.
  public var change: Change? { if case .handoff(let change) = end { change } else { nil } }
  /// What changing over at its end takes, in milliseconds.
  package var transferMilliseconds: UInt32 { change?.transferMilliseconds ?? 0 }

  /// Length on the ground in metres.
  public var distance: Double { Double(edges.reduce(0) { $0 + UInt64($1.length) }) / 1000 }
  /// What the clock shows, the change at its end included: the sum of that and of its edges.
  public var duration: Duration { .milliseconds(durationMilliseconds) }
  /// The same in milliseconds.
  package var durationMilliseconds: UInt64 {
    edges.reduce(UInt64(transferMilliseconds)) { $0 + UInt64($1.durationMilliseconds) }
  }
}

/// A place that was asked for, beside the way that leads to it or away from it.
public struct StopPlace: Codable, Hashable, Sendable {
  /// Its name, or "".
  public var name: String
  /// Where it lies.
  public var coordinate: Coordinate
  /// How far it is from the end of the way, in metres.
  public var distance: Double
  /// Whether the map says that it is on another level than the end of the way.
  public var isOnOtherLevel: Bool

  /// Makes a place.
  package init(name: String, coordinate: Coordinate, distance: Double, isOnOtherLevel: Bool = false) {
    self.name = name
    self.coordinate = coordinate
    self.distance = distance
    self.isOnOtherLevel = isOnOtherLevel
  }
}

/// A way from one place to another.
public struct Journey: Hashable, Sendable {
  /// Its parts; one between each two stops.
  public var legs: [Leg]
  /// Its line.
  public var geometry: [PathPoint]
  /// What the traveller should know.
  public var notices: [Notice]
  /// Perceived time in milliseconds; ``cost`` as a duration.
  package var costMilliseconds: UInt64
  /// Metres from the place asked for to the line's start.
  public var snapFrom: Double
  /// Metres from the line's end to the place asked for.
  public var snapTo: Double
  /// What the way to the line's start takes, in milliseconds; ``snapFromDuration`` as a duration.
  package var snapFromMilliseconds: UInt64 = 0
  /// What the way from the line's end takes, in milliseconds; ``snapToDuration`` as a duration.
  package var snapToMilliseconds: UInt64 = 0

  /// Where it changes between car and walking, if the planner chose that.
  public var handoff: Handoff?
  /// What names in it are in other languages: by language (`en`, `zh`), then by name.
  package var translations: [String: [String: String]] = [:]
  /// What the names of features in it are in other languages that go by another one than ``translations`` say: by
  /// language, then by the feature that an edge comes from.
  package var namesByFeature: [String: [FeatureID: String]] = [:]

  /// Makes a journey.
  package init(
    legs: [Leg], geometry: [PathPoint], notices: [Notice], costMilliseconds: UInt64, snapFrom: Double,
    snapTo: Double, handoff: Handoff? = nil
  ) {
    self.legs = legs
    self.geometry = geometry
    self.notices = notices
    self.costMilliseconds = costMilliseconds
    self.snapFrom = snapFrom
    self.snapTo = snapTo
    self.handoff = handoff
  }

  /// What the clock shows: the sum of its legs.
  public var duration: Duration { .milliseconds(durationMilliseconds) }
  /// The same in milliseconds.
  package var durationMilliseconds: UInt64 { legs.reduce(0) { $0 + $1.durationMilliseconds } }
  /// What the way to the line's start takes; it isn't in ``duration``.
  public var snapFromDuration: Duration { .milliseconds(snapFromMilliseconds) }
  /// What the way from the line's end takes; it isn't in ``duration``.
  public var snapToDuration: Duration { .milliseconds(snapToMilliseconds) }
  /// What the clock shows from place to place: with what lies off the map's ways at both ends.
  public var wholeDuration: Duration { snapFromDuration + duration + snapToDuration }
  /// Perceived time, off-network walking to and from the places included.
  public var cost: Duration { .milliseconds(costMilliseconds) }
  /// Length on the ground in metres.
  public var distance: Double { legs.reduce(0) { $0 + $1.distance } }
}
