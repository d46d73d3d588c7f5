import Geodesy
import WardwayGuidance
import WardwayMap
import WardwayRouting

/// The guidance for a drive on a drawn map.
struct DrawnDrive {
  var journey: Journey
  private let parking: ParkingFacts?

  init?(
    _ map: DrawnRoads, from: String, to: String, parking: ParkingFacts? = nil, destination: String = ""
  ) throws {
    let roads = try map.opened()
    guard let way = roads.way(from, to) else { return nil }
    var geometry: [PathPoint] = []
    let leg = DriveAssembler(roads.network).leg(for: way, destination: destination, appendingTo: &geometry)
    self.parking = parking
    journey = Journey(
      legs: [leg], geometry: geometry, notices: [], costMilliseconds: UInt64(way.cost), snapFrom: 0, snapTo: 0
    )
  }

  /// Adds a walk from where the car stays, on a level.
  mutating func walkOn(level: Double = 0, posted: String = "") {
    let place = journey.geometry[journey.geometry.count - 1].coordinate
    let level = Level(level)!
    let first = journey.geometry.count
    let isParked = parking?.kind.isParking ?? true
    journey.legs[0].end = .handoff(Leg.Change(isParked ? .park : .dropOff, parking: parking))
    journey.geometry += [PathPoint(place, level: level), PathPoint(Self.north(of: place), level: level)]
    let edge = TravelledEdge(
      kind: .footway, source: .none, fromNode: .none, toNode: .none, name: "", ref: "", fromLevel: level,
      toLevel: level, fromLevelName: posted, toLevelName: posted, length: 40_000, duration: 30_000, cost: 0,
      attributes: EdgeAttributes(), width: 0, incline: nil, stepCount: 0, choices: 0,
      geometryRange: first...first + 1)
    journey.legs.append(
      Leg(
        mode: .walk, network: "streets", edges: [edge], geometryRange: first...first + 1,
        destination: "Entrance 2"))
  }

  /// Puts a walk to where the car stands before the drive.
  mutating func walkBefore(to place: String, parking: ParkingFacts?) {
    var walk = Leg(mode: .walk, network: "streets", edges: [], geometryRange: 0...0, destination: place)
    let isPickedUp = parking.map { !$0.kind.isParking } ?? false
    walk.end = .handoff(Leg.Change(isPickedUp ? .pickUp : .getIn, parking: parking))
    journey.legs.insert(walk, at: 0)
  }

  private static func north(of place: Coordinate) -> Coordinate {
    LocalFrame(origin: place).coordinate(LocalFrame.Point(x: 0, y: 40))
  }

  var steps: [Step] { journey.steps(in: .english) }
  var english: [String] { steps.map(\.text) }
  var chinese: [String] { journey.steps(in: .simplifiedChinese).map(\.text) }
  /// Maneuver and modifier in the contract's words.
  var maneuvers: [String] {
    steps.map { step in step.maneuver.rawValue + (step.modifier.map { " " + $0.rawValue } ?? "") }
  }
}
