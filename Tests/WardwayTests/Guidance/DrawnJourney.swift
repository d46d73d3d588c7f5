import Geodesy
import WardwayGuidance
import WardwayMap
import WardwayRouting

/// A journey of one leg, drawn edge by edge in metres east and north of a hospital in Wuhan.
struct DrawnJourney {
  static let frame = LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)

  var edges: [TravelledEdge] = []
  var geometry: [PathPoint]
  var isIndoor = false
  var mode = Leg.Mode.walk
  var destination = ""
  /// The names posted on the levels.
  var posted: [Double: String] = [:]

  init(x: Double = 0, y: Double = 0, level: Double = 0) {
    geometry = [PathPoint(Self.coordinate(x, y), level: Level(level)!)]
  }

  static func coordinate(_ x: Double, _ y: Double) -> Coordinate {
    frame.coordinate(LocalFrame.Point(x: x, y: y))
  }

  /// Goes on along some points; `level` is the one where it ends.
  mutating func go(
    _ kind: EdgeKind = .footway, _ points: (Double, Double)..., name: String = "", ref: String = "",
    choices: Int = 0, level: Double? = nil, steps: UInt16 = 0, rises: Trilean = .unknown,
    source: FeatureID = .none, room: Bool = false, entrance: Bool = false
  ) {
    let from = geometry[geometry.count - 1].level
    let to = level.map { Level($0)! } ?? from
    let first = geometry.count - 1
    geometry += points.map { PathPoint(Self.coordinate($0.0, $0.1), level: to) }
    let metres = zip(geometry[first...], geometry[(first + 1)...])
      .reduce(0) { $0 + distance($1.0.coordinate, $1.1.coordinate) }
    var attributes = EdgeAttributes()
    attributes.isIndoor = isIndoor
    attributes.isRoom = room
    attributes.isEntrance = entrance
    attributes.rises = rises
    let isElevator = kind == .elevatorRide
    edges.append(
      TravelledEdge(
        kind: kind, source: source, fromNode: .none, toNode: .none, name: name, ref: ref, fromLevel: from,
        toLevel: to, fromLevelName: posted[from.value] ?? "", toLevelName: posted[to.value] ?? "",
        length: isElevator ? 0 : UInt32((metres * 1000).rounded()),
        duration: isElevator ? 45_000 : UInt32((metres * 800).rounded()), cost: 0, attributes: attributes,
        width: 0, incline: nil, stepCount: steps, choices: choices,
        geometryRange: first...geometry.count - 1))
  }

  /// Rides an elevator to a level.
  mutating func ride(to level: Double, name: String = "", source: FeatureID = .none) {
    let here = geometry[geometry.count - 1]
    geometry.append(PathPoint(here.coordinate, level: Level(level)!))
    let first = geometry.count - 2
    let start = here.level
    go(.elevatorRide, name: name, source: source)
    edges[edges.count - 1].fromLevel = start
    edges[edges.count - 1].fromLevelName = posted[start.value] ?? ""
    edges[edges.count - 1].toLevel = Level(level)!
    edges[edges.count - 1].toLevelName = posted[level] ?? ""
    edges[edges.count - 1].geometryRange = first...first + 1
  }

  var leg: Leg {
    Leg(
      mode: mode, network: "streets", edges: edges, geometryRange: 0...geometry.count - 1,
      destination: destination)
  }

  var journey: Journey {
    Journey(legs: [leg], geometry: geometry, notices: [], costMilliseconds: 0, snapFrom: 0, snapTo: 0)
  }

  var steps: [Step] { journey.steps(in: .english) }
  var english: [String] { steps.map(\.text) }
  var chinese: [String] { journey.steps(in: .simplifiedChinese).map(\.text) }
  /// Maneuver and modifier in the contract's words.
  var maneuvers: [String] {
    steps.map { step in step.maneuver.rawValue + (step.modifier.map { " " + $0.rawValue } ?? "") }
  }
}
