import JSONText
import Wardway

/// Answers requests as the contract words them: one JSON object a line for each.
///
/// It goes over to another atlas that was written in the place of its own; one a thread.
public struct Answerer: ~Copyable {
  private let current: CurrentAtlas
  private var atlas: Atlas
  private var planner: Planner
  private let limits: RequestLimits

  /// Makes an answerer for an atlas.
  public init(_ current: CurrentAtlas, limits: RequestLimits = .standard) {
    self.current = current
    self.limits = limits
    atlas = current.atlas
    planner = Planner(atlas)
  }

  /// Returns the answer to a line of JSON, whatever that holds; without a line's end.
  ///
  /// - Parameter line: UTF-8.
  public mutating func answer(line: [UInt8]) -> [UInt8] {
    var id: String?
    var language = Language.english
    do {
      guard line.count <= limits.bytes else { throw Self.tooLong(limits) }
      let (json, spelling) = try JSONReader.value(of: line, spelling: "id")
      id = try Self.id(json["id"], spelling)
      if let tag = json["language"].string { language = try Words.language(tag) }
      return try answerOnCurrent(try Request(json, limits), id, language)
    } catch let error as PlanningError {
      return Self.refusal(id, error, language)
    } catch let error as JSONError {
      return Self.refusal(
        id, PlanningError(.invalidRequest, "the line is no JSON: \(error.message)"), language)
    } catch {
      return Self.refusal(id, PlanningError(.invalidRequest, "\(error)"), language)
    }
  }

  /// Takes the atlas that was written in the place of this one; false if none was.
  private mutating func goOn() -> Bool {
    guard current.goOn(from: atlas) else { return false }
    atlas = current.atlas
    planner = Planner(atlas)
    return true
  }

  /// The answer to a line that nobody should read to its end.
  public static func answerToLongLine(_ limits: RequestLimits = .standard) -> [UInt8] {
    refusal(nil, tooLong(limits), .english)
  }

  private static func tooLong(_ limits: RequestLimits) -> PlanningError {
    PlanningError(.invalidRequest, "the line is longer than \(limits.bytes) bytes; ask for less at a time")
  }

  /// What to write as an id: what was written, if that is a text, a number, a truth value or `null`.
  private static func id(_ json: JSONValue, _ spelling: String?) throws -> String? {
    switch json {
    case .array, .object:
      throw JSONFieldError(path: "id", message: "has to be a text or a number")
    case .string(let text): JSONWriter.text { $0.string(text) }
    default: spelling
    }
  }

  private mutating func answerOnCurrent(
    _ request: Request, _ id: String?, _ language: Language
  ) throws -> [UInt8] {
    while true {
      do { return try answer(request, id, language) } catch let error as PlanningError {
        guard error.code == .damagedMap, goOn() else { throw error }
      }
    }
  }

  private mutating func answer(
    _ request: Request, _ id: String?, _ language: Language
  ) throws -> [UInt8] {
    let closed = try Words.sources(request.closed, on: atlas)
    switch request.question {
    case .route(let from, let to, let via, let alternatives, let edges, let car, let carHeight):
      let found = try planner.alternatives(
        to: JourneyRequest(
          from: from, to: to, via: via, profile: request.profile, closed: closed,
          avoiding: request.avoiding, car: car, carHeight: carHeight), limit: alternatives)
      return RouteAnswer(id: id, found, language: language, edges: edges).json
    case .table(let sources, let targets):
      let rows = try planner.table(
        from: sources, to: targets, profile: request.profile, closed: closed, avoiding: request.avoiding)
      return TableAnswer(id: id, rows).json
    case .nearest(let place, let number):
      let found = try planner.nearest(to: place, number: number, profile: request.profile)
      return NearestAnswer(id: id, found).json
    }
  }

  private static func refusal(_ id: String?, _ error: PlanningError, _ language: Language) -> [UInt8] {
    RefusedAnswer(id: id, error, language: language).json
  }
}
