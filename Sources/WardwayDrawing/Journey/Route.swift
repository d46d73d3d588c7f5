import Geodesy
import WardwayMap
import WardwayRouting

/// A journey's edges as they are drawn, in order.
struct Route {
  /// An edge with its line.
  struct Part {
    var edge: TravelledEdge
    var mode: Leg.Mode
    var points: [Coordinate]

    /// Whether it belongs on the plan of a floor rather than among the streets.
    var isInside: Bool {
      edge.fromLevel != .ground || edge.toLevel != .ground || edge.kind.isElevator
        || mode == .walk && edge.attributes.isIndoor
    }

    /// Whether it can be seen on the plan of a floor.
    func touches(_ level: Level) -> Bool { edge.fromLevel == level || edge.toLevel == level }

    var length: Double { Double(edge.length) / 1000 }
  }

  /// A change between the car and walking.
  struct Handoff {
    var place: Coordinate
    /// Where the other means of movement ends or begins.
    var other: Coordinate
    var level: Level
    var name: String
    var isDropOff: Bool
  }

  let parts: [Part]
  let handoffs: [Handoff]
  let stops: [StopOnWay]
  let moves: [Move]
  let start: PathPoint
  let end: PathPoint
  /// The names of the doors that it enters buildings by.
  let entrances: [(name: String, source: FeatureID, place: Coordinate)]

  /// Nil for a journey without a line.
  init?(_ journey: Journey) {
    guard let start = journey.geometry.first, let end = journey.geometry.last else { return nil }
    self.start = start
    self.end = end
    var parts: [Part] = []
    var handoffs: [Handoff] = []
    var entrances: [(name: String, source: FeatureID, place: Coordinate)] = []
    for (number, leg) in journey.legs.enumerated() {
      if number > 0, journey.legs[number - 1].mode != leg.mode {
        let place = journey.geometry[leg.geometryRange.lowerBound]
        let before = journey.legs[number - 1]
        let other = journey.geometry[before.geometryRange.upperBound]
        handoffs.append(
          Handoff(
            place: place.coordinate, other: other.coordinate, level: place.level, name: before.destination,
            isDropOff: before.change?.kind == .dropOff))
      }
      for edge in leg.edges {
        let points = journey.geometry[edge.geometryRange].map(\.coordinate)
        parts.append(Part(edge: edge, mode: leg.mode, points: points))
        if edge.kind == .door, edge.attributes.isEntrance, !edge.name.isEmpty, let place = points.first {
          entrances.append((edge.name, edge.source, place))
        }
      }
    }
    self.parts = parts
    self.handoffs = handoffs
    stops = StopOnWay.all(of: journey)
    self.entrances = entrances
    moves = Move.all(on: journey, parts)
  }

  /// The box around all of it.
  var box: BoundingBox {
    var box = Self.box(parts)
    box.expand(to: start.coordinate)
    box.expand(to: end.coordinate)
    return box
  }

  /// The box around some of its parts.
  static func box(_ parts: some Sequence<Part>) -> BoundingBox {
    parts.reduce(into: BoundingBox.empty) { box, part in
      for point in part.points { box.expand(to: point) }
    }
  }

  /// The lines of what a condition holds for, joined where parts follow each other.
  func lines(where isWanted: (Part) -> Bool) -> [[Coordinate]] {
    var lines: [[Coordinate]] = []
    var isOpen = false
    for part in parts {
      guard isWanted(part), !part.points.isEmpty else {
        isOpen = false
        continue
      }
      if isOpen, lines[lines.count - 1].last == part.points[0] {
        lines[lines.count - 1] += part.points.dropFirst()
      } else {
        lines.append(part.points)
      }
      isOpen = true
    }
    return lines.filter { $0.count > 1 }
  }
}
