import Wardway

/// An answer that says why there is none.
struct RefusedAnswer: Encodable {
  var id: String?
  var status: String
  var message: String

  init(id: String?, _ error: PlanningError, language: Language = .english) {
    self.id = id
    status = error.code.rawValue
    message = error.text(in: language)
  }
}

/// The answer to a route request.
struct RouteAnswer: Encodable {
  struct Snap: Encodable {
    var from_m: Double
    var from_s: Double
    var to_m: Double
    var to_s: Double
  }

  struct Note: Encodable {
    var code: String
    var text: String
    var count: Int
    var source: String
  }

  struct StepAnswer: Encodable {
    var maneuver: String
    var modifier: Nullable<String>
    var text: String
    var name: String
    var from_level: Double
    var to_level: Double
    var distance_m: Double
    var duration_s: Double
    var geometry_range: [Int]
  }

  struct LegAnswer: Encodable {
    var by: String
    var network: String
    var network_name: String
    var duration_s: Double
    var transfer_s: Double
    var distance_m: Double
    var steps: [StepAnswer]
  }

  struct EdgeAnswer: Encodable {
    var source: String
    var from_node: Nullable<String>
    var to_node: Nullable<String>
    var kind: String
    var name: String
    var ref: String
    var from_level: Double
    var to_level: Double
    var distance_m: Double
    var duration_s: Double
  }

  struct HandoffAnswer: Encodable {
    var kind: String
    var source: String
    var name: String
    var lat: Double
    var lon: Double
    var level: Nullable<Double>
    var fee: Bool
    var assumed: Bool

    init(_ handoff: Handoff) {
      kind = handoff.kind.name
      source = handoff.source.description
      name = handoff.name
      lat = handoff.coordinate.latitude
      lon = handoff.coordinate.longitude
      level = Nullable(handoff.level?.value)
      fee = handoff.charges
      assumed = handoff.isAssumed
    }
  }

  var id: String?
  var status = "ok"
  var message = ""
  /// What speaks for it, among alternatives.
  var reason: String?
  /// The same in words.
  var reason_text: String?
  var notices: [Note]
  var handoff: HandoffAnswer?
  var alternatives: [RouteAnswer]?
  var duration_s: Double
  var cost_s: Double
  var distance_m: Double
  var snap: Snap
  var geometry: [[Double]]
  var legs: [LegAnswer]
  var edges: [EdgeAnswer]?

  /// The best journey, with the alternatives to it if there are any.
  init(id: String?, _ found: [Alternative], language: Language, edges: Bool) {
    self.init(id: id, found[0].journey, language: language, edges: edges)
    guard found.count > 1 else { return }
    reason = found[0].reason.rawValue
    reason_text = found[0].text(in: language)
    alternatives = found.dropFirst().map { other in
      var answer = RouteAnswer(id: nil, other.journey, language: language, edges: edges)
      answer.reason = other.reason.rawValue
      answer.reason_text = other.text(in: language)
      return answer
    }
  }

  init(id: String?, _ journey: Journey, language: Language, edges withEdges: Bool) {
    self.id = id
    handoff = journey.handoff.map { HandoffAnswer($0) }
    notices = journey.notices.map {
      Note(code: $0.code, text: $0.text(in: language), count: $0.count, source: $0.source.description)
    }
    duration_s = JSON.rounded(journey.duration)
    cost_s = JSON.rounded(journey.cost)
    distance_m = JSON.rounded(journey.distance)
    snap = Snap(
      from_m: JSON.rounded(journey.snapFrom, 2), from_s: JSON.rounded(journey.snapFromDuration),
      to_m: JSON.rounded(journey.snapTo, 2), to_s: JSON.rounded(journey.snapToDuration))
    geometry = journey.geometry.map { [$0.coordinate.longitude, $0.coordinate.latitude, $0.level.value] }
    legs = zip(journey.legs, journey.stepsByLeg(in: language)).map { leg, steps in
      LegAnswer(
        by: leg.mode.rawValue, network: leg.network, network_name: leg.networkName,
        duration_s: JSON.rounded(leg.duration), transfer_s: Double(leg.transfer) / 1000,
        distance_m: JSON.rounded(leg.distance),
        steps: steps.map(Self.answer))
    }
    edges = withEdges ? journey.legs.flatMap(\.edges).map(Self.answer) : nil
  }

  private static func answer(_ step: Step) -> StepAnswer {
    StepAnswer(
      maneuver: step.maneuver.rawValue, modifier: Nullable(step.modifier?.rawValue), text: step.text,
      name: step.name, from_level: step.fromLevel.value, to_level: step.toLevel.value,
      distance_m: JSON.rounded(step.distance), duration_s: JSON.rounded(step.duration),
      geometry_range: [step.geometryRange.lowerBound, step.geometryRange.upperBound])
  }

  private static func answer(_ edge: TravelledEdge) -> EdgeAnswer {
    EdgeAnswer(
      source: edge.source.description, from_node: Nullable(id(edge.fromNode)),
      to_node: Nullable(id(edge.toNode)),
      kind: edge.kind.name, name: edge.name, ref: edge.ref, from_level: edge.fromLevel.value,
      to_level: edge.toLevel.value, distance_m: Double(edge.length) / 1000,
      duration_s: Double(edge.duration) / 1000)
  }

  private static func id(_ source: Source) -> String? { source == .none ? nil : source.description }
}

/// The answer to a table request.
struct TableAnswer: Encodable {
  var id: String?
  var status = "ok"
  var message = ""
  var durations_s: [[Nullable<Double>]]
  var distances_m: [[Nullable<Double>]]

  init(id: String?, _ rows: [[TableCell?]]) {
    self.id = id
    durations_s = rows.map { $0.map { Nullable($0.map { JSON.rounded($0.duration) }) } }
    distances_m = rows.map { $0.map { Nullable($0.map { JSON.rounded($0.distance) }) } }
  }
}

/// The answer to a nearest request.
struct NearestAnswer: Encodable {
  struct WaypointAnswer: Encodable {
    var lat: Double
    var lon: Double
    var level: Double
    var distance_m: Double
    var source: String
    var name: String
  }

  var id: String?
  var status = "ok"
  var message = ""
  var waypoints: [WaypointAnswer]

  init(id: String?, _ found: [Waypoint]) {
    self.id = id
    waypoints = found.map {
      WaypointAnswer(
        lat: $0.coordinate.latitude, lon: $0.coordinate.longitude, level: $0.level.value,
        distance_m: JSON.rounded($0.distance), source: $0.source.description, name: $0.name)
    }
  }
}

/// A journey as GeoJSON: a feature for its whole line, and one for each step.
struct RouteGeoJSON: Encodable {
  struct Geometry: Encodable {
    var type: String
    var coordinates: [[Double]]
  }

  struct Properties: Encodable {
    var text: String?
    var maneuver: String?
    var from_level: Double?
    var to_level: Double?
    var duration_s: Double
    var distance_m: Double
  }

  struct Feature: Encodable {
    var type = "Feature"
    var geometry: Geometry
    var properties: Properties
  }

  var type = "FeatureCollection"
  var features: [Feature]

  init(_ journey: Journey, language: Language) {
    func line(_ range: ClosedRange<Int>) -> Geometry {
      var points = journey.geometry[range].map { [$0.coordinate.longitude, $0.coordinate.latitude] }
      // RFC 7946 wants two positions at least.
      if points.count == 1 { points.append(points[0]) }
      return Geometry(type: "LineString", coordinates: points)
    }
    features = [
      Feature(
        geometry: line(0...journey.geometry.count - 1),
        properties: Properties(duration_s: journey.duration, distance_m: journey.distance))
    ]
    for step in journey.steps(in: language) {
      features.append(
        Feature(
          geometry: line(step.geometryRange),
          properties: Properties(
            text: step.text, maneuver: step.maneuver.rawValue, from_level: step.fromLevel.value,
            to_level: step.toLevel.value, duration_s: step.duration, distance_m: step.distance)))
    }
  }
}
