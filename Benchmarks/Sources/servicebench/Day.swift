import Foundation
import SeededRandom
import Wardway
import WardwayContract

/// What visitors ask for.
enum Kind: String {
  case walk = "walk"
  case car = "by car, parked"
  case search = "search by name"
  case table = "table of 10 × 10"
}

/// A day of a province: homes, and hospitals nearby.
struct Day: ~Copyable {
  var answerer: Answerer
  /// How many answers there were of each status.
  private(set) var statuses: [String: Int] = [:]
  private var random: SeededRandom
  private let homes: [Coordinate]
  /// The hospitals that have rooms.
  private let hospitals: [Hospital]

  private struct Hospital {
    var name: String
    var center: Coordinate
    var rooms: [(id: String, name: String)]
  }

  /// - Throws: That the atlas has no hospital or no address.
  init(_ current: CurrentAtlas, _ random: SeededRandom) throws {
    let atlas = current.atlas
    self.random = random
    let streets = atlas.streets
    let homes = streets.places.filter { streets.strings[$0.kind] == "address" }.map(\.coordinate)
    let hospitals: [Hospital] = try atlas.venueParts.compactMap { part in
      let network = try atlas.venue(part.network).network
      let rooms = network.places.filter { $0.hasLevel && !network.strings[$0.name].isEmpty }
        .map { (id: $0.source.description, name: network.strings[$0.name]) }
      guard let center = part.boundingBox?.center, let name = part.name, !rooms.isEmpty else { return nil }
      return Hospital(name: name, center: center, rooms: rooms)
    }
    guard !homes.isEmpty, !hospitals.isEmpty else {
      throw PlanningError(.unknownPlace, "the atlas has no hospital, or no address to come from")
    }
    (self.homes, self.hospitals) = (homes, hospitals)
    answerer = Answerer(current)
  }

  /// Of ten visitors five walk, two drive, two look for a place by its name, and a nurse plans a round.
  mutating func kind() -> Kind {
    switch random.next(below: 10) {
    case 0..<5: .walk
    case 5..<7: .car
    case 7..<9: .search
    default: .table
    }
  }

  /// Any hospital, by number.
  mutating func hospital() -> Int { random.next(below: hospitals.count) }

  /// A request as a line of JSON.
  mutating func line(_ kind: Kind, to hospital: Int? = nil) -> String {
    let hospital = hospitals[hospital ?? self.hospital()]
    let room = hospital.rooms[random.next(below: hospital.rooms.count)]
    switch kind {
    case .walk: return #"{"from":\#(home(near: hospital.center)),"to":"\#(room.id)"}"#
    case .car: return #"{"from":\#(home(near: hospital.center)),"to":"\#(room.id)","by":"car"}"#
    case .search: return #"{"kind":"nearest","at":"\#(hospital.name) \#(room.name)"}"#
    case .table:
      let some = (0..<10).map { _ in hospital.rooms[random.next(below: hospital.rooms.count)].id }
      let places = some.map { "\"\($0)\"" }.joined(separator: ",")
      return #"{"kind":"table","sources":[\#(places)],"targets":[\#(places)]}"#
    }
  }

  mutating func answer(_ line: String) {
    let answer = String(decoding: answerer.answer(line: Array(line.utf8)), as: UTF8.self)
    let status = answer.firstRange(of: "\"status\":\"").flatMap {
      answer[$0.upperBound...].split(separator: "\"").first
    }
    statuses[status.map(String.init) ?? "no status", default: 0] += 1
  }

  /// One of the homes that are nearest to a hospital, of some that are looked at.
  private mutating func home(near center: Coordinate) -> String {
    let some = (0..<50).map { _ in homes[random.next(below: homes.count)] }
    let home = some.min { distance($0, center) < distance($1, center) } ?? some[0]
    return #"{"lat":\#(home.latitude),"lon":\#(home.longitude)}"#
  }
}
