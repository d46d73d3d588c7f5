import Columns
import ShortestPaths
import Synchronization

/// A compiled map, opened: networks in mapped files, shared by all who plan on it.
///
/// Opening checks what searches will index with; the metric of a profile is checked when it is first used. With a
/// memory of ``CheckedFiles`` each is checked once, however often the atlas is opened; then a large file is read, and
/// compared with its checksums, only where something is asked of it, and ``checkDamage()`` says what was found.
///
/// An atlas stays the one that was opened while somebody writes another one in its place. What it hasn't read yet may be
/// gone then (``isReplaced``): open it again.
public final class Atlas: Sendable {
  /// The folder, as it was named.
  public let path: String
  /// What the atlas consists of.
  package let manifest: Manifest
  /// The walk network of the streets.
  package let streets: WalkNetwork
  /// The drive network of the streets; nil in an atlas that was compiled without one.
  package let drive: DriveNetwork?
  private let file: NetworkFile
  private let memory: CheckedFiles?
  private let metrics = Mutex<[String: Metric]>([:])
  private let driveMetrics = Mutex<[String: DriveMetric]>([:])
  private let venues = Mutex<[NetworkID: Venue]>([:])
  /// The position of each venue in ``venueParts``.
  private let numberOfVenue: [NetworkID: Int]
  let venueBoxes: VenueBoxes
  let placeIndex = Mutex<PlaceIndex?>(nil)
  private let companions = Mutex<[any AnyObject & Sendable]>([])

  /// Opens the atlas in the folder `path`.
  ///
  /// - Parameter memory: Where it is remembered what was found sound; nil to read everything through each time.
  /// - Throws: An ``AtlasError`` that names the file, the section and the way out.
  /// - Complexity: O(size of the network); O(venues) where it is remembered as sound.
  public init(opening path: String, remembering memory: CheckedFiles? = nil) throws(AtlasError) {
    self.path = path
    self.memory = memory
    (manifest, file) = try Self.open(path, memory)
    streets = file.network
    drive = try file.driveNetwork()
    venueParts = manifest.parts.filter { $0.network.isVenue }
    numberOfVenue = Dictionary(venueParts.enumerated().map { ($1.network, $0) }, uniquingKeysWith: min)
    venueBoxes = VenueBoxes(venueParts)
  }

  /// How often to start again when somebody writes another atlas in between.
  private static let attempts = 100

  /// Opens the streets as the manifest has them.
  private static func open(
    _ path: String, _ memory: CheckedFiles?
  ) throws(AtlasError) -> (Manifest, NetworkFile) {
    var manifest = try Manifest(folder: path)
    var attempt = 1
    while true {
      guard let part = manifest.parts.first(where: { $0.network == NetworkID.streets }) else {
        throw AtlasError(.damaged, file: path, "its manifest names no streets; compile the map again")
      }
      do {
        return (manifest, try NetworkFile(path: "\(path)/\(part.file)", expecting: part, memory: memory))
      } catch {
        let newer = try Manifest(folder: path)
        guard newer != manifest, attempt < attempts else { throw error }
        manifest = newer
        attempt += 1
      }
    }
  }

  /// Opens an atlas and calls `body` with it: once more if that failed while somebody wrote another one in its place.
  ///
  /// - Throws: What opening or `body` throws; what was found damaged after it.
  public static func asking<Answer>(
    _ path: String, remembering memory: CheckedFiles? = nil, _ body: (Atlas) throws -> Answer
  ) throws -> Answer {
    var attempt = 1
    while true {
      let atlas = try Atlas(opening: path, remembering: memory)
      do {
        let answer = try body(atlas)
        try atlas.checkDamage()
        return answer
      } catch {
        guard attempt < attempts, atlas.isReplaced else { throw error }
        attempt += 1
      }
    }
  }

  /// Whether somebody has written another atlas in the place of this one since it was opened.
  public var isReplaced: Bool {
    guard let other = try? Manifest(folder: path) else { return false }
    return other.checksum != manifest.checksum
  }

  /// Returns what others keep beside the atlas, one of a type; it goes with it, and must not hold it.
  package func companion<Companion: AnyObject & Sendable>(or make: () -> Companion) -> Companion {
    func known(_ all: [any AnyObject & Sendable]) -> Companion? {
      all.lazy.compactMap { $0 as? Companion }.first
    }
    if let known = companions.withLock({ known($0) }) { return known }
    let made = make()
    return companions.withLock { all in
      if let first = known(all) { return first }
      all.append(made)
      return made
    }
  }

  /// Throws what was found wrong in the atlas while it was read: whoever read it has to throw away what they found.
  ///
  /// - Throws: `damaged` or `truncated`, naming the file and the section.
  public func checkDamage() throws(AtlasError) {
    guard ColumnBlocks.sawDamage else { return }
    try file.sections.checkDamage()
    for venue in venues.withLock({ Array($0.values) }) { try venue.checkDamage() }
  }

  /// The names of the profiles that the atlas was compiled for.
  public var profiles: [String] { file.profiles }

  /// Whom to name wherever the map is shown.
  public var attribution: String {
    var all = [file.attribution]
    for part in venueParts {
      if let other = part.attribution, !all.contains(other) { all.append(other) }
    }
    return all.joined(separator: "; ")
  }

  /// The sections of the streets file with their sizes in bytes, by name.
  package var sections: [(name: String, bytes: Int)] {
    file.sections.names.map { ($0, file.sections.byteCount(of: $0)) }
  }

  /// Returns what the arcs cost for a profile.
  ///
  /// A profile that the atlas was compiled for comes with its hierarchy; for any other one the costs are
  /// computed, and searches run without a hierarchy.
  ///
  /// - Throws: `damaged` if the stored metric can't be used.
  /// - Complexity: O(size of the metric) the first time.
  package func metric(for profile: Profile) throws(AtlasError) -> Metric {
    if let stored = try storedMetric(for: profile) { return stored }
    return Metric(profile: profile, weights: streets.weights(for: profile), hierarchy: nil)
  }

  /// Returns the metric that the atlas was compiled with for a profile; nil if there is none.
  ///
  /// - Throws: `damaged` if it can't be used.
  /// - Complexity: O(size of the metric) the first time.
  package func storedMetric(for profile: Profile) throws(AtlasError) -> Metric? {
    if let known = metrics.withLock({ $0[profile.name] }) { return known.profile == profile ? known : nil }
    let metric = try file.storedMetric(for: profile)
    if let metric { metrics.withLock { $0[profile.name] = metric } }
    return metric
  }

  /// Returns what roads and turns cost a vehicle; as ``metric(for:)-(Profile)`` does for those on foot.
  ///
  /// - Throws: `notFound` if the atlas has no drive network, `damaged` if the stored metric can't be used.
  /// - Complexity: O(size of the metric) the first time.
  package func metric(for vehicle: VehicleProfile) throws(AtlasError) -> DriveMetric {
    if let known = driveMetrics.withLock({ $0[vehicle.name] }), known.vehicle == vehicle { return known }
    guard let drive else {
      throw AtlasError(.notFound, file: path, "it has no drive network; compile the map again")
    }
    let metric = try file.metric(for: vehicle, on: drive)
    driveMetrics.withLock { $0[vehicle.name] = metric }
    return metric
  }

  // MARK: Venues

  /// What the manifest says of each venue, by id.
  public let venueParts: [Manifest.Part]

  /// Returns a venue, opening it the first time it is asked for.
  ///
  /// - Parameter id: Its id, as in ``venueParts``.
  /// - Throws: An ``AtlasError`` if its file is missing or damaged; the rest of the atlas is not affected.
  package func venue(_ id: NetworkID) throws(AtlasError) -> Venue {
    if let known = venues.withLock({ $0[id] }) { return known }
    let venue = try open(id)
    venues.withLock { $0[id] = venue }
    return venue
  }

  /// Returns a venue all of whose file is as it was written, opening it the first time it is asked for.
  ///
  /// One that is damaged isn't kept: nobody who doesn't go there is refused because of it.
  ///
  /// - Throws: An ``AtlasError`` if its file is missing or damaged.
  /// - Complexity: O(size of the file) the first time, unless it is remembered as sound.
  package func soundVenue(_ id: NetworkID) throws(AtlasError) -> Venue {
    let known = venues.withLock { $0[id] }
    let venue = if let known { known } else { try open(id) }
    try venue.checkWhole()
    return venues.withLock { venues in
      if let known = venues[id] { return known }
      venues[id] = venue
      return venue
    }
  }

  private func open(_ id: NetworkID) throws(AtlasError) -> Venue {
    guard let number = numberOfVenue[id] else {
      throw AtlasError(.notFound, file: path, "it has no venue '\(id)'")
    }
    let part = venueParts[number]
    return try Venue(path: "\(path)/\(part.file)", expecting: part, memory: memory)
  }

  /// Compares the checksums of everything in the atlas.
  ///
  /// - Throws: `damaged`, naming the first section that isn't what was written.
  /// - Complexity: O(size of the files).
  public func verify() throws(AtlasError) {
    guard memory == nil else { return try Atlas(opening: path).verify() }
    try file.verify()
    if !venueParts.isEmpty { _ = try places() }
    if let drive { try file.verify(drive) }
    for part in venueParts { try venue(part.network).verify() }
  }

  /// Writes an atlas: new files first, then the manifest that names them, in whole.
  ///
  /// Files of an older state are removed last; whoever has them mapped keeps them.
  ///
  /// - Parameter keepsVenues: Whether venues that were added to the older state stay; they stand for those of
  ///   the same ids here.
  /// - Throws: `notWritten`, `foreignFiles` or `busy`; the old state, if any, is left as it was.
  package static func write(
    streets: WalkNetwork, metrics: [Metric], drive: CompiledDrive? = nil, venues: [CompiledVenue] = [],
    attribution: String, keepsVenues: Bool = false, to folder: String
  ) throws(AtlasError) {
    let writer = try AtlasWriter(replacing: folder, keepsVenues: keepsVenues)
    do throws(AtlasError) {
      try writer.stage(
        streets: NetworkFile.streets(streets, metrics: metrics, drive: drive, attribution: attribution),
        attribution: attribution)
      var staged: [StagedVenue] = []
      let kept = Set(writer.manifest.parts.map(\.network))
      for venue in venues where !kept.contains(venue.description.id) {
        staged.append(try writer.stage(venue, attribution: attribution))
      }
      try writer.commit(staged)
    } catch {
      writer.abandon()
      throw error
    }
  }
}
