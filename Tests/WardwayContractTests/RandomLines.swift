import TestSupport
import Wardway

/// Draws requests of all kinds that make sense.
struct RandomLines {
  let places: [FoundPlace]
  private var random: SeededNumbers

  init(places: [FoundPlace], seed: UInt64) {
    self.places = places
    random = SeededNumbers(seed: seed)
  }

  /// A request as a line of JSON.
  mutating func line() -> String {
    var members = [
      #""as": \#(one(of: ["null"] + Profile.standard.map { #""\#($0.name)""# }))"#,
      #""language": \#(one(of: ["null", #""en""#, #""zh-Hans""#]))"#,
    ]
    if random.once(in: 2) { members.append(#""id": \#(one(of: ["1", #""药-1""#, "null", "true", "2.50"]))"#) }
    if random.once(in: 4) { members.append(#""close": [\#(id())]"#) }
    if random.once(in: 4) {
      members.append(#""avoid": ["\#(one(of: JourneyRequest.Avoidable.allCases).rawValue)"]"#)
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: members += [#""kind": "table""#, #""sources": \#(list(3))"#, #""targets": \#(list(3))"#]
    case 1: members += [#""kind": "nearest""#, #""at": \#(place())"#, #""number": \#(one(of: 1...9))"#]
    default: members += route()
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private mutating func route() -> [String] {
    var members = [#""from": \#(place())"#, #""to": \#(place())"#]
    if random.once(in: 3) { members.append(#""via": \#(list(2))"#) }
    if random.once(in: 3) { members.append(#""alternatives": \#(one(of: 1...3))"#) }
    if random.once(in: 2) { members.append(#""edges": true"#) }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: members.append(#""by": "walk""#)
    case 1: members.append(#""by": "car""#)
    case 2: members += [#""by": "car""#, #""drop_off": true"#]
    case 3: members += [#""by": "car""#, #""pick_up": true"#]
    case 4: members += [#""by": "car""#, #""car_at": \#(place())"#]
    default: break
    }
    return members
  }

  private mutating func list(_ most: Int) -> String {
    let places = (0..<Int.random(in: 0...most, using: &random)).map { _ in place() }
    return "[\(places.joined(separator: ", "))]"
  }

  /// A place as people may put it: by its id, by its name, or by where it is.
  private mutating func place() -> String {
    let found = one(of: places)
    let coordinate = found.coordinate
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return #""\#(found.name.filter { $0 != "\"" && $0 != "\\" })""#
    case 1: return #"{"lat": \#(coordinate.latitude), "lon": \#(coordinate.longitude)}"#
    case 2: return #""\#(coordinate)@\#(found.level ?? .ground)""#
    default: return #""\#(found.source)""#
    }
  }

  private mutating func id() -> String { #""\#(one(of: places).source)""# }

  private mutating func one<Values: Collection>(of values: Values) -> Values.Element {
    values.randomElement(using: &random)!
  }
}
