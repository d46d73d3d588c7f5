import Foundation
import Wardway

/// A line of `wardway batch`, as it is written.
struct Request: Decodable {
  var id: String?
  var kind: String?
  var from: RequestedPlace?
  var to: RequestedPlace?
  var via: [RequestedPlace]?
  var at: RequestedPlace?
  var number: Int?
  var sources: [RequestedPlace]?
  var targets: [RequestedPlace]?
  var by: String?
  var `as`: String?
  var depart: String?
  var arrive: String?
  var close: [String]?
  var avoid: [String]?
  var edges: Bool?
  var language: String?
  var carAt: RequestedPlace?
  var dropOff: Bool?
  var pickUp: Bool?
  var alternatives: Int?

  private enum CodingKeys: String, CodingKey {
    case id, kind, from, to, via, at, number, sources, targets, by, `as`, depart, arrive, close, avoid, edges
    case language
    case carAt = "car_at"
    case dropOff = "drop_off"
    case pickUp = "pick_up"
    case alternatives
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try RequestId(from: decoder).text
    kind = try container.decodeIfPresent(String.self, forKey: .kind)
    from = try container.decodeIfPresent(RequestedPlace.self, forKey: .from)
    to = try container.decodeIfPresent(RequestedPlace.self, forKey: .to)
    via = try container.decodeIfPresent([RequestedPlace].self, forKey: .via)
    at = try container.decodeIfPresent(RequestedPlace.self, forKey: .at)
    number = try container.decodeIfPresent(Int.self, forKey: .number)
    sources = try container.decodeIfPresent([RequestedPlace].self, forKey: .sources)
    targets = try container.decodeIfPresent([RequestedPlace].self, forKey: .targets)
    by = try container.decodeIfPresent(String.self, forKey: .by)
    `as` = try container.decodeIfPresent(String.self, forKey: .as)
    depart = try container.decodeIfPresent(String.self, forKey: .depart)
    arrive = try container.decodeIfPresent(String.self, forKey: .arrive)
    close = try container.decodeIfPresent([String].self, forKey: .close)
    avoid = try container.decodeIfPresent([String].self, forKey: .avoid)
    edges = try container.decodeIfPresent(Bool.self, forKey: .edges)
    language = try container.decodeIfPresent(String.self, forKey: .language)
    carAt = try container.decodeIfPresent(RequestedPlace.self, forKey: .carAt)
    dropOff = try container.decodeIfPresent(Bool.self, forKey: .dropOff)
    pickUp = try container.decodeIfPresent(Bool.self, forKey: .pickUp)
    alternatives = try container.decodeIfPresent(Int.self, forKey: .alternatives)
  }
}

/// The id of a request; a number comes back as text.
struct RequestId: Decodable {
  var text: String?

  private enum CodingKeys: String, CodingKey { case id }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let text = try? container.decodeIfPresent(String.self, forKey: .id) {
      self.text = text
    } else if let number = try? container.decodeIfPresent(Int.self, forKey: .id) {
      text = String(number)
    }
  }
}

/// A place in a request: an object with coordinates, or the text of a `PLACE`.
struct RequestedPlace: Decodable {
  var place: Place

  private enum CodingKeys: String, CodingKey { case lat, lon, level }

  init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      place = try Place(text)
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let latitude = try container.decode(Double.self, forKey: .lat)
    let longitude = try container.decode(Double.self, forKey: .lon)
    guard let coordinate = Coordinate(latitude: latitude, longitude: longitude) else {
      throw PlanningError(
        .invalidRequest, "lat \(latitude), lon \(longitude) is nowhere on Earth; degrees, latitude first")
    }
    var level: Level?
    if let number = try container.decodeIfPresent(Double.self, forKey: .level) {
      level = Level(number)
      guard level != nil else {
        throw PlanningError(.invalidRequest, "level \(number) is no level; write a number such as -1 or 2.5")
      }
    }
    place = .coordinate(coordinate, level: level)
  }
}
