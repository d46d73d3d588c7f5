import ArgumentParser
import Wardway

/// `wardway places`.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "Lists the places of an atlas, or finds them by name.",
    discussion: """
        wardway places city.atlas
        wardway places city.atlas cardiology --kind clinic
      """)

  @Argument(help: "The atlas.", completion: .directory)
  var atlas: String

  @Argument(help: "A name or a part of one.")
  var name: String?

  @Option(help: "Only places of this kind: pharmacy, ward, toilets, …")
  var kind: String?

  @Option(help: "The most places to list.")
  var limit = 1000

  @Option(help: "How to answer: text or json.")
  var format = ReportFormat.text

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit has to be at least 1.") }
  }

  func run() throws {
    let atlas = try Atlas(opening: atlas, remembering: .ofUser)
    let found = try name.map { try places(named: $0, atlas) } ?? allPlaces(atlas)
    switch format {
    case .json: for place in found { print(try JSON.line(place)) }
    case .text:
      for place in found {
        let level = place.level.value.map { ", level \(Level($0)?.description ?? "")" } ?? ""
        let kind = Terminal.shown(place.kind)
        print("\(Terminal.shown(place.name))  \(Terminal.dim("\(kind)\(level), \(place.source)"))")
      }
    }
    if found.isEmpty {
      throw PlanningError(.unknownPlace, "no place matches; 'wardway places \(atlas.path)' lists all")
    }
  }

  /// The places that a name means best, up to the limit; only venues that have it are opened.
  private func places(named name: String, _ atlas: Atlas) throws -> [PlaceAnswer] {
    let (streetMatch, inStreets) = atlas.streets.placeMatches(name)
    let (match, inVenues) = try atlas.venuePlaces(named: name)
    var found: [PlaceAnswer] = []
    if !inStreets.isEmpty, inVenues.isEmpty || streetMatch.rawValue <= match.rawValue {
      add(inStreets, of: atlas.streets, to: &found)
    }
    guard inStreets.isEmpty || match.rawValue <= streetMatch.rawValue else { return found }
    for place in inVenues where found.count < limit {
      add([place.place], of: try atlas.venue(place.venue).network, to: &found)
    }
    return found
  }

  /// All places, up to the limit.
  private func allPlaces(_ atlas: Atlas) throws -> [PlaceAnswer] {
    var found: [PlaceAnswer] = []
    add(Array(atlas.streets.places.indices), of: atlas.streets, to: &found)
    for part in atlas.venueParts where found.count < limit {
      let network = try atlas.venue(part.network).network
      add(Array(network.places.indices), of: network, to: &found)
    }
    return found
  }

  private func add(_ places: [Int], of network: Network, to found: inout [PlaceAnswer]) {
    for place in places where found.count < limit && network.places.indices.contains(place) {
      let answer = PlaceAnswer(network, network.places[place])
      if kind == nil || answer.kind == kind { found.append(answer) }
    }
  }
}

/// A place as JSON.
struct PlaceAnswer: Encodable {
  var name: String
  var names: [String]
  var kind: String
  var source: String
  var lat: Double
  var lon: Double
  var level: Nullable<Double>

  init(_ network: Network, _ place: PlaceRecord) {
    name = network.strings[place.name]
    names = network.strings[place.search].split(separator: "\n").map(String.init)
    kind = network.strings[place.kind]
    source = place.source.description
    lat = place.coordinate.latitude
    lon = place.coordinate.longitude
    level = Nullable(place.hasLevel ? place.level.value : nil)
  }
}
