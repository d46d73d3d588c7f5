import Foundation
import Wardway

/// Answers requests as the contract words them.
struct Answerer: ~Copyable {
  private let atlas: Atlas
  private var planner: Planner

  init(_ atlas: Atlas) {
    self.atlas = atlas
    planner = Planner(atlas)
  }

  /// Returns the answer to a line of JSON, whatever that holds.
  mutating func answer(line: String) -> String {
    var id: String?
    var language = Language.english
    do {
      let request = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
      id = request.id
      language = try Self.language(request.language)
      return try answer(request)
    } catch let error as PlanningError {
      return refuse(id ?? Self.id(in: line), error, language)
    } catch let error as DecodingError {
      return refuse(id ?? Self.id(in: line), PlanningError(.invalidRequest, Self.explain(error)))
    } catch {
      return refuse(id ?? Self.id(in: line), PlanningError(.invalidRequest, "\(error)"))
    }
  }

  private mutating func answer(_ request: Request) throws -> String {
    let profile = try Self.profile(request.as)
    let avoiding = try Self.avoidables(request.avoid ?? [])
    let car = try Self.car(
      by: request.by, at: request.carAt?.place, dropsOff: request.dropOff ?? false,
      picksUp: request.pickUp ?? false)
    try Self.refuseTimes(depart: request.depart, arrive: request.arrive)
    let closed = try Self.sources(request.close ?? [], on: atlas)
    switch request.kind ?? "route" {
    case "route":
      guard let from = request.from, let to = request.to else {
        throw PlanningError(.invalidRequest, "a route needs 'from' and 'to'")
      }
      let number = request.alternatives ?? 1
      guard 1...3 ~= number else {
        throw PlanningError(.invalidRequest, "'alternatives' is \(number), it has to be from 1 to 3")
      }
      let found = try planner.alternatives(
        to: JourneyRequest(
          from: from.place, to: to.place, via: (request.via ?? []).map(\.place), profile: profile,
          closed: closed, avoiding: avoiding, car: car), limit: number)
      return try JSON.line(
        RouteAnswer(
          id: request.id, found, language: try Self.language(request.language), edges: request.edges ?? false)
      )
    case "table":
      guard car == .none else { throw PlanningError(.invalidRequest, "tables are for walking; use by walk") }
      guard let sources = request.sources, let targets = request.targets else {
        throw PlanningError(.invalidRequest, "a table needs 'sources' and 'targets'")
      }
      let rows = try planner.table(
        from: sources.map(\.place), to: targets.map(\.place), profile: profile, closed: closed,
        avoiding: avoiding)
      return try JSON.line(TableAnswer(id: request.id, rows))
    case "nearest":
      guard let at = request.at else { throw PlanningError(.invalidRequest, "'nearest' needs 'at'") }
      let number = request.number ?? 1
      guard 1...1000 ~= number else {
        throw PlanningError(.invalidRequest, "'number' is \(number), it has to be from 1 to 1000")
      }
      return try JSON.line(
        NearestAnswer(id: request.id, try planner.nearest(to: at.place, number: number, profile: profile)))
    case let kind:
      throw PlanningError(.invalidRequest, "'\(kind)' is no kind of request; use route, table or nearest")
    }
  }

  private func refuse(_ id: String?, _ error: PlanningError, _ language: Language = .english) -> String {
    (try? JSON.line(RefusedAnswer(id: id, error, language: language)))
      ?? #"{"status":"invalid-request","message":""}"#
  }

  /// The id of a line that isn't a proper request, if it can be made out.
  private static func id(in line: String) -> String? {
    (try? JSONDecoder().decode(RequestId.self, from: Data(line.utf8)))?.text
  }

  private static func explain(_ error: DecodingError) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
    return switch error {
    case .keyNotFound(let key, let context): "'\(key.stringValue)' is missing in '\(path(context))'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context): "'\(path(context))' has another type"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty: "'\(path(context))' can't be used"
    default: "the line is not a JSON object"
    }
  }

  // MARK: Words of a request

  static func profile(_ name: String?) throws -> Profile {
    guard let name else { return .walker }
    if let profile = Profile.named(name) { return profile }
    let names = Profile.standard.map(\.name).joined(separator: ", ")
    guard FileManager.default.fileExists(atPath: name) else {
      throw PlanningError(.invalidRequest, "there is no profile '\(name)'; use \(names) or a JSON file")
    }
    guard let data = FileManager.default.contents(atPath: name) else {
      throw AtlasError(.notFound, file: name, "it can't be read")
    }
    return try Profile(json: [UInt8](data), file: name)
  }

  /// The features that some texts name, by their ids or names.
  static func sources(_ texts: [String], on atlas: Atlas) throws -> [Source] {
    try texts.flatMap { text in
      guard !text.allSatisfy(\.isWhitespace) else {
        throw PlanningError(.invalidRequest, "'\(text)' is no element; write a name, or an id such as way/2")
      }
      return try atlas.elements(named: text)
    }
  }

  static func avoidables(_ words: [String]) throws -> Set<JourneyRequest.Avoidable> {
    Set(
      try words.map { word in
        guard let avoidable = JourneyRequest.Avoidable(rawValue: word) else {
          let known = JourneyRequest.Avoidable.allCases.map(\.rawValue).joined(separator: ", ")
          throw PlanningError(.invalidRequest, "'\(word)' can't be avoided; use \(known)")
        }
        return avoidable
      })
  }

  static func language(_ tag: String?) throws -> Language {
    guard let tag else { return .english }
    guard let language = Language(tag: tag) else {
      throw PlanningError(.invalidRequest, "there are no texts in '\(tag)'; use en or zh-Hans")
    }
    return language
  }

  /// Which part of a journey is by car.
  ///
  /// - Parameters:
  ///   - by: `walk` or `car`.
  ///   - place: Where the car stands, for the way back to it.
  ///   - dropsOff: Whether somebody else drives on.
  ///   - picksUp: Whether somebody comes with the car.
  static func car(by: String?, at place: Place?, dropsOff: Bool, picksUp: Bool) throws -> JourneyRequest.Car {
    let choices: [JourneyRequest.Car?] = [
      place.map { .waits(at: $0) }, dropsOff ? .dropsOff : nil, picksUp ? .picksUp : nil,
    ]
    let chosen = choices.compactMap { $0 }
    guard chosen.count <= 1 else {
      throw PlanningError(
        .invalidRequest, "a car stands somewhere, lets somebody out or picks somebody up: choose one of these"
      )
    }
    switch by {
    case nil, "walk":
      guard chosen.isEmpty else {
        throw PlanningError(
          .invalidRequest, "where the car stands, lets people out or picks them up needs travelling by car")
      }
      return .none
    case "car": return chosen.first ?? .parks
    case let other?:
      throw PlanningError(.invalidRequest, "'\(other)' is no way to travel; use walk or car")
    }
  }

  /// Refuses times, which nothing obeys yet.
  static func refuseTimes(depart: String?, arrive: String?) throws {
    for (word, time) in [("depart", depart), ("arrive", arrive)] where time != nil {
      throw PlanningError(.invalidRequest, "times aren't supported yet: leave '\(word)' out")
    }
  }
}
