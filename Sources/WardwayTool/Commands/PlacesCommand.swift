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
    let atlas = try Atlas(opening: atlas)
    let networks = [atlas.streets] + (try atlas.venueParts.map { try atlas.venue($0.network).network })
    let matches = networks.map { network in
      name.map { network.placeMatches($0) } ?? (.exact, Array(network.places.indices))
    }
    let best = matches.filter { !$0.places.isEmpty }.map(\.match.rawValue).min()
    let found = zip(networks, matches).filter { $1.match.rawValue == best }
      .flatMap { network, match in match.places.map { PlaceAnswer(network, network.places[$0]) } }
      .filter { kind == nil || $0.kind == kind }
      .prefix(limit)
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
