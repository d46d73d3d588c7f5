import COsmium
import Columns
import Foundation
import Geodesy
import ShortestPaths
import Synchronization
import WardwayMap

/// Turns map sources into an atlas.
public struct MapCompiler: Sendable {
  /// For whom routes are prepared.
  public var profiles: [Profile]
  /// The vehicles that routes are prepared for; none leaves the drive network out.
  package var vehicles = VehicleProfile.standard
  /// Whom to name wherever the map is shown; nil names OpenStreetMap's contributors.
  public var attribution: String?
  /// Whether hospitals get files of their own; if not, everything is in the streets' network.
  package var separatesVenues = true
  /// Whether an atlas that is compiled anew keeps the venues that were added to it; they stand for what the new
  /// sources have of the same hospitals.
  public var keepsVenues = false
  /// Where inputs lie that don't say it themselves, or on a datum of their own, by their paths.
  public var placements: [String: Placement] = [:]
  /// Called as work proceeds, from any thread.
  public var progress: @Sendable (CompilationProgress) -> Void

  /// Makes a compiler.
  public init(
    profiles: [Profile] = Profile.standard,
    progress: @escaping @Sendable (CompilationProgress) -> Void = { _ in }
  ) {
    self.profiles = profiles
    self.progress = progress
  }

  /// Compiles map files into the atlas folder `folder`.
  ///
  /// - Throws: ``MapReadingError`` where an input can't be read, ``PlacementError`` where it can't be placed,
  ///   ``CompilationError`` where it holds nothing to walk on, `AtlasError` where the atlas can't be written.
  public func compile(_ inputs: [String], to folder: String) throws -> CompilationReport {
    try checkProfiles()
    let (map, report) = try built(of: inputs)
    osm_return_freed_memory()
    let compiled = prepare(map.streets, map.roads, map.venues)
    progress(CompilationProgress(stage: "Writing", fraction: 0.97))
    try Atlas.write(
      streets: map.streets, metrics: compiled.metrics, drive: compiled.drive, venues: compiled.venues,
      attribution: map.attribution, keepsVenues: keepsVenues, to: folder)
    progress(CompilationProgress(stage: "Done", fraction: 1))
    return report
  }

  /// What a map comes to before routes are prepared.
  private struct BuiltMap {
    var streets: WalkNetwork
    var venues: [(network: WalkNetwork, description: VenueDescription)]
    var roads: DriveNetwork?
    var attribution: String
  }

  /// Reads map files and builds their networks; what was read is let go.
  private func built(of inputs: [String]) throws -> (BuiltMap, CompilationReport) {
    progress(CompilationProgress(stage: "Reading", fraction: 0))
    let extract = try MapReader.read(inputs, placements: placements)
    progress(CompilationProgress(stage: "Building the walk network", fraction: 0.15))
    var report = CompilationReport()
    var finder = VenueFinder(extract)
    let hospitals = finder.venues()
    let network = settled(extract, hospitals: hospitals, &report)
    guard network.edges.count > 0 else {
      throw CompilationError(
        "there is nothing to walk on in \(inputs.joined(separator: ", ")); is it the right extract?")
    }
    let edges = EdgeIndex(network)
    let (streets, venues) = frozen(network, edges, hospitals, by: extract, &finder)
    report.diagnostics = Self.sorted(
      report.diagnostics + finder.diagnostics + RoomCheck.diagnostics(network)
        + IslandCheck.diagnostics(network) + PlaceLevelCheck.diagnostics(network, edges))
    let roads = driveNetwork(of: extract, &report)
    report.diagnostics = extract.placed(report.diagnostics)
    report.names = extract.names
    report.venues = venues.map { ($0.description.id, $0.description.name) }
    let attribution = attribution ?? extract.attribution
    return (BuiltMap(streets: streets, venues: venues, roads: roads, attribution: attribution), report)
  }

  /// Returns the walk network of an extract, to be parted and frozen.
  ///
  /// - Parameters:
  ///   - hospitals: Those whose place is at their main entrance.
  ///   - hasStreets: Whether the streets around them are in this extract.
  func settled(
    _ extract: OSMExtract, hospitals: [FoundVenue] = [], hasStreets: Bool = true,
    _ report: inout CompilationReport
  ) -> SettledNetwork {
    var collector = FeatureCollector(extract)
    var found = collector.collect()
    StepAreas.settle(&found.features)
    SidewalkNamer.name(&found.features) { extract.node(at: $0).coordinate }
    var builder = WalkNetworkBuilder(
      extract, found, campuses: hasStreets ? [] : hospitals.map(\.outline))
    builder.build()
    LevelNames(extract).apply(to: &builder.draft)
    PlaceFinder(extract: extract, hospitals: hospitals).addPlaces(to: &builder.draft)
    let network = builder.draft.settled()
    report.nodes = network.nodes.count
    report.edges = network.edges.count
    report.places = network.places.count
    report.islandEdges = network.edges.reduce(0) { $0 + (network.nodes[Int($1.tail)].component == 0 ? 0 : 1) }
    let reading = extract.warnings.map { Diagnostic($0) } + extract.diagnostics
    report.diagnostics = Self.sorted(reading + collector.diagnostics + builder.diagnostics)
    return network
  }

  /// Parts the streets and the hospitals, and freezes each.
  ///
  /// An extract that is nothing but a hospital stays one network.
  private func frozen(
    _ network: SettledNetwork, _ edges: EdgeIndex, _ found: [FoundVenue], by extract: OSMExtract,
    _ finder: inout VenueFinder
  ) -> (streets: WalkNetwork, venues: [(network: WalkNetwork, description: VenueDescription)]) {
    let extras = NetworkExtras(extract, hospitals: found, points: finder.points)
    guard separatesVenues else { return (extras.frozen(streets: network), []) }
    let (streets, venues) = part(network, edges, found, &finder)
    finder.check(found, network, extras.handoffs)
    guard let streets else { return (extras.frozen(streets: network), []) }
    let outlines = venues.map(\.description.outline)
    return (
      extras.frozen(streets: streets, outside: outlines),
      venues.map { (extras.frozen(venue: $0.network, inside: $0.description.outline), $0.description) }
    )
  }

  /// Parts a network into the streets' and the hospitals'; the streets are nil where nothing would be left.
  ///
  /// A hospital that one can't walk onto stays with the streets: there, whoever wants to go to it is at least
  /// led to the street nearest to it.
  private func part(
    _ network: SettledNetwork, _ edges: EdgeIndex, _ found: [FoundVenue], _ finder: inout VenueFinder
  ) -> (streets: SettledNetwork?, venues: [(network: SettledNetwork, description: VenueDescription)]) {
    var remaining = found
    while true {
      let splitter = NetworkSplitter(network, edges, venues: remaining)
      var placesOf: [Int: [Int]] = [:]
      for place in network.places.indices {
        placesOf[splitter.venue(ofPlace: place), default: []].append(place)
      }
      let parts = remaining.indices.map { splitter.venue($0, places: placesOf[$0] ?? []) }
      let streets = splitter.streets { splitter.venue(ofPlace: $0) >= 0 }
      var usable: [FoundVenue] = []
      for (venue, part) in zip(remaining, parts) {
        if part == nil {
          finder.noteNothingInside(venue, (network, edges))
        } else if part!.description.portals.isEmpty && streets != nil {
          finder.noteNoEntrance(venue)
        } else {
          usable.append(venue)
        }
      }
      if usable.count == remaining.count { return (streets, parts.compactMap { $0 }) }
      remaining = usable
    }
  }

  /// Returns the drive network of an extract; nil where nobody drives, or nobody asks.
  private func driveNetwork(of extract: OSMExtract, _ report: inout CompilationReport) -> DriveNetwork? {
    guard !vehicles.isEmpty else { return nil }
    var builder = DriveNetworkBuilder(extract)
    let network = builder.build()
    report.diagnostics = Self.sorted(report.diagnostics + builder.diagnostics)
    return network
  }

  /// Prepares all profiles on all networks and all vehicles, as many at a time as there are cores; the result
  /// doesn't depend on that.
  private func prepare(
    _ streets: WalkNetwork, _ roads: DriveNetwork?,
    _ venues: [(network: WalkNetwork, description: VenueDescription)]
  ) -> (metrics: [Metric], drive: CompiledDrive?, venues: [CompiledVenue]) {
    let (profiles, vehicles) = (profiles, roads == nil ? [] : vehicles)
    progress(CompilationProgress(stage: "Preparing routes", fraction: 0.25))
    let threads = ProcessInfo.processInfo.activeProcessorCount
    let total = Double(vehicles.count + profiles.count + venues.count)
    // One topology at a time: a province's takes gigabytes.
    let drive = roads.map { roads in
      let topology = roads.customizableHierarchy(threads: threads)
      osm_return_freed_memory()
      let prepare: @Sendable (Int) -> DriveMetric = {
        DriveMetric(roads, vehicle: vehicles[$0], on: topology)
      }
      let isLarge = topology.arcCount > Self.manyArcs
      let metrics = isLarge ? vehicles.indices.map(prepare) : concurrentMap(vehicles.count, prepare)
      return CompiledDrive(network: roads, metrics: metrics)
    }
    progress(CompilationProgress(stage: "Preparing routes", fraction: 0.5))
    let done = Mutex(vehicles.count)
    @Sendable func tell(_ name: String) {
      let count = done.withLock { count in
        count += 1
        return count
      }
      let fraction = 0.5 + 0.45 * Double(count) / total
      progress(CompilationProgress(stage: "Preparing routes (\(name))", fraction: fraction))
    }
    let topology = streets.customizableHierarchy(threads: threads)
    let metrics = concurrentMap(profiles.count) { job in
      defer { tell(profiles[job].name) }
      return Metric(streets, profile: profiles[job], on: topology)
    }
    let compiled = concurrentMap(venues.count) { job in
      defer { tell(venues[job].description.name) }
      return CompiledVenue(
        description: venues[job].description, network: venues[job].network, profiles: profiles)
    }
    return (metrics, drive, compiled)
  }

  /// From so many arcs on vehicles are prepared one after the other: each takes some 60 bytes an arc.
  private static let manyArcs = 10_000_000

  /// The worst first, each once: those who walk and those who drive find the same fault in a road.
  static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }
      .sorted {
        ($1.severity, $0.code.rawValue, $0.source) < ($0.severity, $1.code.rawValue, $1.source)
      }
  }
}
