import Wardway

/// What the words of a request mean, on the command line and in JSON alike.
public enum Words {
  /// Who travels: the name of a standard profile, or a file.
  ///
  /// - Throws: `invalidRequest`, or an `AtlasError` that says what is wrong with the file.
  public static func profile(_ name: String?) throws -> Profile {
    guard let name else { return .walker }
    if let profile = Profile.named(name) { return profile }
    do throws(AtlasError) {
      return try Profile(contentsOf: name)
    } catch {
      guard error.code == .notFound else { throw error }
      let names = Profile.standard.map(\.name).joined(separator: ", ")
      throw PlanningError(
        .invalidRequest,
        "there is no profile '\(name.prefix(200))', and no file: \(error.message); use \(names) or a JSON file"
      )
    }
  }

  /// The features that some texts name, by their ids or names.
  public static func sources(_ texts: [String], on atlas: Atlas) throws -> [FeatureID] {
    try texts.flatMap { text in
      guard !text.allSatisfy(\.isWhitespace) else {
        throw PlanningError(.invalidRequest, "'\(text)' is no element; write a name, or an id such as way/2")
      }
      return try atlas.elements(named: text)
    }
  }

  /// The id of the venue that a text names: by its id, or by one of its names.
  ///
  /// - Throws: `unknownPlace` or `ambiguousPlace`, with the venues that there are; or an `AtlasError`.
  public static func venue(_ text: String, on atlas: Atlas) throws -> NetworkID {
    let wanted = PlaceName.folded(text)
    let found = try atlas.venueParts.filter { part in
      if part.network.rawValue == text { return true }
      return try atlas.venue(part.network).description.names.contains { PlaceName.folded($0) == wanted }
    }
    guard found.count == 1 else {
      let message = found.isEmpty ? "no venue is called '\(text)'" : "several venues are called '\(text)'"
      throw PlanningError(
        found.isEmpty ? .unknownPlace : .ambiguousPlace, "\(message); there are: \(venues(of: atlas))")
    }
    return found[0].network
  }

  /// The venues of an atlas with their ids and names, as a message lists them.
  public static func venues(of atlas: Atlas) -> String {
    atlas.venueParts.map { "\($0.network) (\($0.name ?? ""))" }.joined(separator: ", ")
  }

  /// What is a last resort.
  public static func avoidables(_ words: [String]) throws -> Set<JourneyRequest.Avoidable> {
    Set(
      try words.map { word in
        guard let avoidable = JourneyRequest.Avoidable(rawValue: word) else {
          let known = JourneyRequest.Avoidable.allCases.map(\.rawValue).joined(separator: ", ")
          throw PlanningError(.invalidRequest, "'\(word.prefix(40))' can't be avoided; use \(known)")
        }
        return avoidable
      })
  }

  /// The language of an answer; English if none is asked for.
  public static func language(_ tag: String?) throws -> Language {
    guard let tag else { return .english }
    guard let language = Language(tag: tag) else {
      throw PlanningError(
        .invalidRequest, "there are no texts in '\(tag.prefix(40))'; use en or zh-Hans")
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
  public static func car(
    by: String?, at place: Place?, dropsOff: Bool, picksUp: Bool
  ) throws -> JourneyRequest.Car {
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
      throw PlanningError(
        .invalidRequest, "'\(other.prefix(40))' is no way to travel; use walk or car")
    }
  }

  /// How high the car is, in metres; nil if nothing is said of it.
  ///
  /// - Throws: `invalidRequest` for a height without a car.
  public static func carHeight(_ metres: Double?, of car: JourneyRequest.Car) throws -> Double? {
    guard metres != nil, car == .none else { return metres }
    throw PlanningError(.invalidRequest, "how high the car is needs travelling by car")
  }

  /// Refuses times, which nothing obeys yet.
  public static func refuseTimes(depart: String?, arrive: String?) throws {
    for (word, time) in [("depart", depart), ("arrive", arrive)] where time != nil {
      throw PlanningError(.invalidRequest, "times aren't supported yet: leave '\(word)' out")
    }
  }
}
