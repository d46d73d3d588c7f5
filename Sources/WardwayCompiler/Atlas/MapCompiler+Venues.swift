import Dispatch
import WardwayMap

extension MapCompiler {
  /// Adds hospitals whose maps are files of their own to an atlas, or replaces them there.
  ///
  /// The streets and the other venues stay as they are. Files are compiled side by side and entered in the
  /// atlas a few at a time, in their order; those that are in it already, made of the same bytes in the same
  /// manner, are passed over. So what was cut short goes on where it was when it is started again. What is
  /// wrong with a file is in the report, and hinders no other.
  ///
  /// - Parameters:
  ///   - inputs: OpenStreetMap files, each with one hospital or several, without streets.
  ///   - folder: The atlas.
  ///   - jobs: The most files to compile at a time; nil for as many as there are cores.
  /// - Throws: `AtlasError` where the atlas can't be read or written, or somebody else is writing it.
  public func add(
    venues inputs: [String], to folder: String, jobs: Int? = nil
  ) throws -> AdditionReport {
    try checkProfiles()
    let writer = try AtlasWriter(changing: folder)
    let addition = VenueAddition(inputs, writer: writer)
    // Streets that can't be opened hinder no venue; only what lies around it isn't known then.
    let atlas = Result { () throws(AtlasError) in try Atlas(opening: folder) }
    let streets = try? atlas.get()
    let worker = VenueCompiler(compiler: self, streets: streets?.streets)
    DispatchQueue.concurrentPerform(iterations: max(min(jobs ?? inputs.count, inputs.count), 1)) { _ in
      var surroundings = VenueSurroundings(streets)
      while let index = addition.next() {
        let done = addition.finish(
          index, outcome(of: inputs[index], addition, worker, writer, &surroundings))
        progress(
          CompilationProgress(stage: "Adding venues", fraction: Double(done) / Double(inputs.count)))
      }
    }
    var report = try addition.report()
    if case .failure(let error) = atlas {
      report.diagnostics.append(
        Diagnostic(
          .unreadableStreets, .warning, .none, "whether venues meet the streets isn't known: \(error)"))
    }
    return report
  }

  /// Takes a venue out of an atlas.
  ///
  /// - Throws: `notFound` if the atlas has no such venue; else as ``add(venues:to:jobs:)``.
  public static func remove(venue id: NetworkID, from folder: String) throws(AtlasError) {
    let writer = try AtlasWriter(changing: folder)
    guard writer.manifest.parts.contains(where: { $0.network == id }), id.isVenue else {
      throw AtlasError(.notFound, file: folder, "it has no venue '\(id)'; 'wardway info' lists what it has")
    }
    try writer.commit([], removing: [id])
  }

  private func outcome(
    of input: String, _ addition: VenueAddition, _ worker: VenueCompiler, _ writer: AtlasWriter,
    _ surroundings: inout VenueSurroundings
  ) -> VenueAddition.Outcome {
    // What can't be read is explained by the reader.
    let fingerprint = try? Fingerprint.of(file: input, options: worker.options)
    if let fingerprint, let parts = addition.venues(madeOf: fingerprint) { return .unchanged(parts) }
    do {
      var product = try worker.compile(input)
      let origin = fingerprint.map { Manifest.Origin(fingerprint: $0, venues: product.venues.count) }
      var staged: [StagedVenue] = []
      for venue in product.venues {
        product.diagnostics += surroundings.diagnostics(of: venue)
        staged.append(try writer.stage(venue, attribution: product.attribution, origin: origin))
      }
      return .compiled(staged, product.diagnostics, product.names)
    } catch let error as MapReadingError {
      return .failed(Diagnostic(.unreadableFile, .error, .none, "\(error)"))
    } catch {
      return .aborted(error)
    }
  }
}
