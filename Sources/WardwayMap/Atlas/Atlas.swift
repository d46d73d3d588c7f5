import Columns
import ShortestPaths
import Synchronization

/// A compiled map, opened: networks in mapped files, shared by all who plan on it.
///
/// Opening checks what searches will index with; the metric of a profile is checked when it is first used. With a
/// memory of ``CheckedFiles`` each is checked once, however often the atlas is opened.
public final class Atlas: Sendable {
  /// The folder, as it was named.
  public let path: String
  /// What the atlas consists of.
  public let manifest: Manifest
  /// The walk network of the streets.
  public let streets: Network
  /// The drive network of the streets; nil in an atlas that was compiled without one.
  public let drive: DriveNetwork?
  private let file: NetworkFile
  private let memory: CheckedFiles?
  private let metrics = Mutex<[String: Metric]>([:])
  private let driveMetrics = Mutex<[String: DriveMetric]>([:])
  private let venues = Mutex<[String: Venue]>([:])
  /// The position of each venue in ``venueParts``.
  private let numberOfVenue: [String: Int]
  let venueBoxes: VenueBoxes
  let placeIndex = Mutex<PlaceIndex?>(nil)

  /// Opens the atlas in the folder `path`.
  ///
  /// - Parameter memory: Where it is remembered what was found sound; nil to read everything through each time.
  /// - Throws: An ``AtlasError`` that names the file, the section and the way out.
  /// - Complexity: O(size of the network); O(venues) where it is remembered as sound.
  public init(opening path: String, remembering memory: CheckedFiles? = nil) throws(AtlasError) {
    self.path = path
    self.memory = memory
    manifest = try Manifest(folder: path, memory: memory)
    guard let part = manifest.parts.first(where: { $0.network == Manifest.streets }) else {
      throw AtlasError(.damaged, file: path, "its manifest names no streets; compile the map again")
    }
    file = try NetworkFile(path: "\(path)/\(part.file)", memory: memory)
    streets = file.network
    drive = try file.driveNetwork()
    venueParts = manifest.parts.filter { $0.network != Manifest.streets }
    numberOfVenue = Dictionary(venueParts.enumerated().map { ($1.network, $0) }, uniquingKeysWith: min)
    venueBoxes = VenueBoxes(venueParts)
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
  public var sections: [(name: String, bytes: Int)] {
    file.sections.names.map { ($0, file.sections.byteCount(of: $0)) }
  }

  /// Returns what the arcs cost for a profile.
  ///
  /// A profile that the atlas was compiled for comes with its hierarchy; for any other one the costs are
  /// computed, and searches run without a hierarchy.
  ///
  /// - Throws: `damaged` if the stored metric can't be used.
  /// - Complexity: O(size of the metric) the first time.
  public func metric(for profile: Profile) throws(AtlasError) -> Metric {
    if let known = metrics.withLock({ $0[profile.name] }), known.profile == profile { return known }
    let metric = try file.metric(for: profile, on: streets)
    metrics.withLock { $0[profile.name] = metric }
    return metric
  }

  /// Returns what roads and turns cost a vehicle; as ``metric(for:)-(Profile)`` does for those on foot.
  ///
  /// - Throws: `notFound` if the atlas has no drive network, `damaged` if the stored metric can't be used.
  /// - Complexity: O(size of the metric) the first time.
  public func metric(for vehicle: VehicleProfile) throws(AtlasError) -> DriveMetric {
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
  public func venue(_ id: String) throws(AtlasError) -> Venue {
    if let known = venues.withLock({ $0[id] }) { return known }
    guard let number = numberOfVenue[id] else {
      throw AtlasError(.notFound, file: path, "it has no venue '\(id)'")
    }
    let venue = try Venue(path: "\(path)/\(venueParts[number].file)", memory: memory)
    venues.withLock { $0[id] = venue }
    return venue
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
  /// - Throws: `notWritten` or `busy`; the old state, if any, is left as it was.
  public static func write(
    streets: Network, metrics: [Metric], drive: CompiledDrive? = nil, venues: [CompiledVenue] = [],
    attribution: String, keepsVenues: Bool = false, to folder: String
  ) throws(AtlasError) {
    let writer = try AtlasWriter(replacing: folder, keepsVenues: keepsVenues)
    do throws(AtlasError) {
      let bytes = NetworkFile.bytes(streets, metrics: metrics, drive: drive, attribution: attribution)
      try writer.stage(streets: bytes, attribution: attribution)
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
