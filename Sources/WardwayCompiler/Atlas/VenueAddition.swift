import Geodesy
import Synchronization
import WardwayMap

/// The files that are to be added to an atlas: handed out to workers, and what came of them entered in the
/// atlas in the files' order, so that the result doesn't depend on who was quicker.
final class VenueAddition: Sendable {
  /// What a file came to.
  enum Outcome: Sendable {
    /// Its venues are in the atlas.
    case unchanged([Manifest.Part])
    /// Its venues are written, and what is to be said of them.
    case compiled([StagedVenue], [Diagnostic], FeatureNames)
    /// It can't be read.
    case failed(Diagnostic)
    /// Nothing can be written any more.
    case aborted(any Error)
  }

  /// How many files a process that is killed may have compiled in vain.
  private static let batch = 16

  private struct State {
    var next = 0
    var finished = 0
    /// What waits for the files before it.
    var waiting: [Int: Outcome] = [:]
    var report = AdditionReport()
    /// The file that each venue of this addition is from.
    var origin: [NetworkID: String] = [:]
    var staged: [StagedVenue] = []
    var failure: (any Error)?
  }

  private let inputs: [String]
  private let writer: AtlasWriter
  /// The venues that were there before, by the fingerprints of what they were made of.
  private let known: [String: [Manifest.Part]]
  private let state = Mutex(State())

  init(_ inputs: [String], writer: AtlasWriter) {
    self.inputs = inputs
    self.writer = writer
    let added = writer.manifest.parts.filter { $0.origin != nil && writer.has($0) }
    known = Dictionary(grouping: added) { $0.origin?.fingerprint ?? "" }
  }

  /// The next file to compile; nil if there is none left, or it makes no sense to go on.
  func next() -> Int? {
    state.withLock { state in
      guard state.next < inputs.count, state.failure == nil else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  /// The venues in the atlas that were made of a file in the same manner; nil if they aren't all there.
  func venues(madeOf fingerprint: String) -> [Manifest.Part]? {
    guard let parts = known[fingerprint], parts.count == parts[0].origin?.venues else { return nil }
    return parts
  }

  /// Takes what a file came to; returns how many are done.
  func finish(_ index: Int, _ outcome: Outcome) -> Int {
    state.withLock { state in
      state.waiting[index] = outcome
      while let outcome = state.waiting.removeValue(forKey: state.report.files.count), state.failure == nil {
        enter(outcome, into: &state)
        if state.staged.count >= Self.batch { commit(&state) }
      }
      state.finished += 1
      return state.finished
    }
  }

  /// Enters what is left, and returns what all came to.
  ///
  /// - Throws: Why it could not go on; what was done until then is in the atlas.
  func report() throws -> AdditionReport {
    let (report, failure) = state.withLock { state in
      commit(&state)
      return (state.report, state.failure)
    }
    if let failure { throw failure }
    return report
  }

  // MARK: A file

  private func enter(_ outcome: Outcome, into state: inout State) {
    let path = inputs[state.report.files.count]
    var file = AdditionReport.File(path: path, outcome: .failed, venues: [], diagnostics: [])
    switch outcome {
    case .aborted(let error):
      state.failure = error
      return
    case .failed(let diagnostic):
      file.diagnostics = [diagnostic]
    case .unchanged(let parts):
      for part in parts where claim(part, &file, &state) { file.outcome = .unchanged }
    case .compiled(let staged, let diagnostics, let names):
      file.diagnostics = diagnostics
      file.names = names
      for venue in staged {
        guard claim(venue.part, &file, &state) else {
          writer.discard(venue)
          continue
        }
        file.outcome = .added
        file.diagnostics += overlaps(of: venue, state.staged)
        state.staged.append(venue)
      }
      file.diagnostics = MapCompiler.sorted(file.diagnostics)
    }
    state.report.files.append(file)
  }

  /// Takes a venue for a file, unless an earlier one has the same.
  private func claim(_ part: Manifest.Part, _ file: inout AdditionReport.File, _ state: inout State) -> Bool {
    if let other = state.origin[part.network] {
      file.diagnostics.append(
        Diagnostic(
          .duplicateVenue, .error, part.source, at: part.boundingBox?.center,
          "\(other) has a venue '\(part.network)' too; leave one of the files out, or number them apart"))
      return false
    }
    state.origin[part.network] = file.path
    file.venues.append((part.network, part.name ?? part.network.rawValue))
    return true
  }

  private func commit(_ state: inout State) {
    guard !state.staged.isEmpty else { return }
    do {
      try writer.commit(state.staged)
      state.staged = []
    } catch { state.failure = state.failure ?? error }
  }

  // MARK: Neighbours

  private func overlaps(of venue: StagedVenue, _ staged: [StagedVenue]) -> [Diagnostic] {
    guard let box = venue.part.boundingBox else { return [] }
    var found: [Diagnostic] = []
    func say(_ code: Diagnostic.Code, _ message: String) {
      found.append(Diagnostic(code, .warning, venue.part.source, at: box.center, message))
    }
    func compare(_ other: Manifest.Part, _ outline: Outline) {
      guard venue.outline.overlaps(outline) else { return }
      say(
        .overlappingVenues,
        "its area overlaps that of \(other.name ?? "") (\(other.network)); a place in both may be found in either"
      )
    }
    let fresh = Dictionary(uniqueKeysWithValues: staged.map { ($0.part.network, $0) })
    for other in staged where other.part.boundingBox?.intersects(box) ?? false {
      compare(other.part, other.outline)
    }
    for other in writer.manifest.parts
    where other.network != venue.part.network && fresh[other.network] == nil
      && other.boundingBox?.intersects(box) ?? false
    {
      do throws(AtlasError) {
        compare(other, try writer.outline(of: other))
      } catch {
        say(.unreadableVenue, "whether it overlaps \(other.network) isn't known: \(error)")
      }
    }
    return found
  }
}

extension Manifest.Part {
  /// The feature that a venue comes from, by its id.
  var source: FeatureID { network.feature }
}
