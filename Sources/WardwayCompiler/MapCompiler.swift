import Columns
import Dispatch
import Geodesy
import ShortestPaths
import Synchronization
import WardwayMap

/// What a compilation made, and what it has to say about its sources.
public struct CompilationReport: Sendable {
  /// The numbers of nodes, edges and places in the network.
  public var nodes = 0, edges = 0, places = 0
  /// The number of edges that are not in the largest island.
  public var islandEdges = 0
  /// What was found on the way, the worst first.
  public var diagnostics: [Diagnostic] = []
}

/// How far a compilation is.
public struct CompilationProgress: Sendable {
  /// What is being done, for people.
  public var stage: String
  /// The part of the whole that is done, from 0 to 1.
  public var fraction: Double
}

/// Turns map sources into an atlas.
public struct MapCompiler: Sendable {
  /// For whom routes are prepared.
  public var profiles: [Profile]
  /// Called as work proceeds, from any thread.
  public var progress: @Sendable (CompilationProgress) -> Void

  /// Makes a compiler.
  public init(
    profiles: [Profile] = Profile.standard, progress: @escaping @Sendable (CompilationProgress) -> Void = { _ in }
  ) {
    self.profiles = profiles
    self.progress = progress
  }

  /// Compiles OpenStreetMap files into the atlas folder `folder`.
  ///
  /// - Throws: `OSMReadingError` where an input can't be read, ``CompilationError`` where it holds nothing to
  ///   walk on, `AtlasError` where the atlas can't be written.
  public func compile(_ inputs: [String], to folder: String) throws -> CompilationReport {
    progress(CompilationProgress(stage: "Reading", fraction: 0))
    let extract = try OSMExtract.read(paths: inputs, progress: nil)
    progress(CompilationProgress(stage: "Building the walk network", fraction: 0.15))
    var report = CompilationReport()
    let network = network(of: extract, &report)
    guard network.edges.count > 0 else {
      throw CompilationError(
        "there is nothing to walk on in \(inputs.joined(separator: ", ")); is it the right extract?")
    }
    let metrics = metrics(for: network)
    progress(CompilationProgress(stage: "Writing", fraction: 0.97))
    try Atlas.write(streets: network, metrics: metrics, attribution: extract.attribution, to: folder)
    progress(CompilationProgress(stage: "Done", fraction: 1))
    return report
  }

  /// Returns the walk network of an extract.
  func network(of extract: OSMExtract, _ report: inout CompilationReport) -> Network {
    var collector = FeatureCollector(extract)
    var found = collector.collect()
    SidewalkNamer.name(&found.features) { extract.node(at: $0).coordinate }
    var builder = WalkNetworkBuilder(extract, found)
    builder.build()
    PlaceFinder(extract: extract).addPlaces(to: &builder.draft)
    let network = builder.draft.network()
    report.nodes = network.nodes.count
    report.edges = network.edges.count
    report.places = network.places.count
    report.islandEdges = network.edges.reduce(0) { $0 + (network.nodes[Int($1.tail)].component == 0 ? 0 : 1) }
    let reading = extract.warnings.map { Diagnostic($0) }
    report.diagnostics = (reading + collector.diagnostics + builder.diagnostics)
      .sorted { ($1.severity, $0.code, $0.source) < ($0.severity, $1.code, $1.source) }
    return network
  }

  /// Prepares all profiles, as many at a time as there are cores; the result doesn't depend on that.
  private func metrics(for network: Network) -> [Metric] {
    let done = Mutex<[Int: Metric]>([:])
    let profiles = profiles
    DispatchQueue.concurrentPerform(iterations: profiles.count) { index in
      let weights = network.weights(for: profiles[index])
      let hierarchy = ContractionHierarchy.build(graph: network.graph, weights: weights)
      let count = done.withLock {
        $0[index] = Metric(profile: profiles[index], weights: weights, hierarchy: hierarchy)
        return $0.count
      }
      let fraction = 0.25 + 0.7 * Double(count) / Double(profiles.count)
      progress(CompilationProgress(stage: "Preparing routes (\(profiles[index].name))", fraction: fraction))
    }
    return done.withLock { metrics in profiles.indices.map { metrics[$0]! } }
  }
}

/// The reason an atlas could not be made although its sources could be read.
public struct CompilationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and the way out; completes "could not compile: …".
  public let message: String

  init(_ message: String) { self.message = message }

  /// The whole sentence.
  public var description: String { "could not compile: \(message)" }
}
