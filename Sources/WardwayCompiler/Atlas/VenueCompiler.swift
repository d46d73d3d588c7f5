import Geodesy
import ShortestPaths
import WardwayMap

/// Compiles map files that hold hospitals, each by itself, without streets.
///
/// The atlas' streets are asked for one thing alone: where the streets are that a door opens to whose map says
/// nothing of the outdoors.
struct VenueCompiler {
  /// To be raised when the same file gives another venue than before.
  private static let revision = 5

  let compiler: MapCompiler
  /// The streets of the atlas that venues are for; nil where they aren't known.
  var streets: WalkNetwork?

  /// What a file came to.
  struct Product {
    var venues: [CompiledVenue] = []
    var attribution = ""
    var diagnostics: [Diagnostic] = []
    var names = FeatureNames()
  }

  /// All that changes what is made of a file, in words.
  var options: String {
    let profiles = compiler.profiles.map { String(decoding: $0.json, as: UTF8.self) }
    return (["venues \(Self.revision)", compiler.attribution ?? ""] + profiles).joined(separator: "\n")
  }

  /// Compiles the hospitals of a file; what is wrong with it is in the diagnostics.
  ///
  /// - Throws: `MapReadingError` if it can't be read.
  func compile(_ path: String) throws -> Product {
    let extract = try MapReader.read([path], besides: streets)
    var report = CompilationReport()
    // Who adds a file means what is in it, be it a hospital or not.
    var finder = VenueFinder(extract, takesAnyVenue: true)
    let found = finder.venues()
    let network = compiler.settled(extract, hospitals: found, hasStreets: false, &report)
    var product = Product(attribution: compiler.attribution ?? extract.attribution, names: extract.names)
    if found.isEmpty, !finder.diagnostics.contains(where: { $0.code == .hospitalWithoutOutline }) {
      product.diagnostics.append(
        Diagnostic(
          .noHospital, .error, .none,
          "there is no hospital in \(path); tag the area of its campus with amenity=hospital"))
    }
    let edges = EdgeIndex(network)
    let splitter = NetworkSplitter(network, edges, venues: found, hasStreets: false)
    let extras = NetworkExtras(extract, hospitals: found, points: finder.points)
    for index in found.indices {
      let places = network.places.indices.filter { splitter.venue(ofPlace: $0) == index }
      let portals = PortalFinder(
        extract: extract, network: network, edges: edges, outline: found[index].outline)
      guard let venue = splitter.venue(index, places: places, also: portals) else {
        finder.noteNothingInside(found[index])
        continue
      }
      if venue.description.portals.isEmpty { finder.noteNoEntrance(found[index]) }
      product.diagnostics += IslandCheck.diagnostics(
        venue.network, joined: venue.description.portals.map(\.node))
      product.venues.append(
        CompiledVenue(
          description: venue.description,
          network: extras.frozen(venue: venue.network, inside: found[index].outline),
          profiles: compiler.profiles)
      )
    }
    product.diagnostics = extract.placed(
      MapCompiler.sorted(
        product.diagnostics + report.diagnostics
          + finder.diagnostics.map { severer($0, product.venues.isEmpty) }))
    return product
  }

  /// What is worth a note beside streets is an error if nothing comes of the file.
  private func severer(_ diagnostic: Diagnostic, _ isEmpty: Bool) -> Diagnostic {
    var diagnostic = diagnostic
    if isEmpty, [.hospitalWithoutOutline, .venueWithoutWays].contains(diagnostic.code) {
      diagnostic.severity = .error
    }
    return diagnostic
  }
}
