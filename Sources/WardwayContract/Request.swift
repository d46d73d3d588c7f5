import JSONText
import Wardway

/// A request as the contract words it, with just the members that its kind has.
struct Request {
  /// What is asked.
  enum Question {
    case route(
      from: Place, to: Place, via: [Place], alternatives: Int, edges: Bool, car: JourneyRequest.Car,
      carHeight: Double?)
    case table(sources: [Place], targets: [Place])
    case nearest(Place, number: Int)
  }

  /// How one travels and under which conditions: what all kinds are asked alike.
  var question: Question
  var profile: Profile
  var closed: [String]
  var avoiding: Set<JourneyRequest.Avoidable>

  private static let common = [
    "id", "kind", "by", "as", "depart", "arrive", "close", "conditions", "roles", "avoid", "language",
  ]
  private static let members = [
    "route": ["from", "to", "via", "edges", "alternatives", "car_at", "car_height_m", "drop_off", "pick_up"],
    "table": ["sources", "targets"],
    "nearest": ["at", "number"],
  ]

  /// Reads a request.
  ///
  /// - Throws: A `JSONFieldError` that names the member, or a `PlanningError`.
  init(_ json: JSONValue, _ limits: RequestLimits) throws {
    guard case .object = json else { throw PlanningError(.invalidRequest, "the line is not a JSON object") }
    let stated = json["kind"]
    guard let kind = stated.isNull ? "route" : stated.string else {
      throw JSONFieldError(path: "kind", message: "has to be a text")
    }
    guard let own = Self.members[kind] else {
      throw PlanningError(
        .invalidRequest, "'\(kind.prefix(40))' is no kind of request; use route, table or nearest")
    }
    let fields = try JSONFields(json, allowed: Self.common + own)
    profile = try Words.profile(try fields.text("as"))
    closed = try fields.texts("close", most: limits.closed) ?? []
    avoiding = try Words.avoidables(try fields.texts("avoid") ?? [])
    try Words.refuseTimes(depart: try fields.text("depart"), arrive: try fields.text("arrive"))
    for name in ["conditions", "roles"] where try fields.list(name)?.isEmpty == false {
      throw fields.wrong(name, "can't be used yet; leave it out")
    }
    let by = try fields.text("by")
    switch kind {
    case "route":
      let car = try Words.car(
        by: by, at: try Self.place(fields, "car_at"), dropsOff: try fields.flag("drop_off") ?? false,
        picksUp: try fields.flag("pick_up") ?? false)
      question = .route(
        from: try fields.needed("from", try Self.place(fields, "from")),
        to: try fields.needed("to", try Self.place(fields, "to")),
        via: try Self.places(fields, "via", most: limits.via) ?? [],
        alternatives: try fields.integer("alternatives", in: 1...limits.alternatives) ?? 1,
        edges: try fields.flag("edges") ?? false,
        car: car,
        carHeight: try Words.carHeight(try fields.number("car_height_m", in: 0.5...10), of: car))
    case "table":
      try Self.walks(by, "tables are")
      question = .table(
        sources: try fields.needed("sources", try Self.places(fields, "sources", most: limits.side)),
        targets: try fields.needed("targets", try Self.places(fields, "targets", most: limits.side)))
    default:
      try Self.walks(by, "the nearest ways are")
      question = .nearest(
        try fields.needed("at", try Self.place(fields, "at")),
        number: try fields.integer("number", in: 1...limits.nearest) ?? 1)
    }
  }

  private static func walks(_ by: String?, _ subject: String) throws {
    guard try Words.car(by: by, at: nil, dropsOff: false, picksUp: false) == .none else {
      throw PlanningError(.invalidRequest, "\(subject) for walking; use by walk")
    }
  }

  private static func place(_ fields: JSONFields, _ name: String) throws -> Place? {
    try fields.value(name).map { try place($0, at: fields.path(to: name)) }
  }

  private static func places(_ fields: JSONFields, _ name: String, most: Int) throws -> [Place]? {
    try fields.list(name, most: most)?.enumerated().map {
      try place($1, at: "\(fields.path(to: name))[\($0)]")
    }
  }

  /// A place in a request: an object with coordinates, or the text of a `PLACE`.
  private static func place(_ json: JSONValue, at path: String) throws -> Place {
    if case .string(let text) = json { return try Place(text) }
    guard case .object = json else {
      throw JSONFieldError(path: path, message: "has to be a text or an object with 'lat' and 'lon'")
    }
    let fields = try JSONFields(json, at: path, allowed: ["lat", "lon", "level"])
    let latitude = try fields.needed("lat", try fields.number("lat", in: -90...90))
    let longitude = try fields.needed("lon", try fields.number("lon", in: -180...180))
    guard let coordinate = Coordinate(latitude: latitude, longitude: longitude) else {
      throw fields.wrong("lat", "is nowhere on Earth")
    }
    guard let number = try fields.number("level", in: Level.lowest.value...Level.highest.value) else {
      return .coordinate(coordinate, level: nil)
    }
    guard let level = Level(number) else {
      throw fields.wrong("level", "is no level; write a number such as -1 or 2.5")
    }
    return .coordinate(coordinate, level: level)
  }
}
