import Columns
import ShortestPaths
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A compiled map, opened: networks in mapped files, shared by all who plan on it.
///
/// Opening checks what searches will index with; the metric of a profile is checked when it is first used.
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
  private let metrics = Mutex<[String: Metric]>([:])
  private let driveMetrics = Mutex<[String: DriveMetric]>([:])
  private let venues = Mutex<[String: Venue]>([:])

  /// Opens the atlas in the folder `path`.
  ///
  /// - Throws: An ``AtlasError`` that names the file, the section and the way out.
  /// - Complexity: O(size of the network).
  public init(opening path: String) throws(AtlasError) {
    self.path = path
    manifest = try Manifest(folder: path)
    guard let part = manifest.parts.first(where: { $0.network == Manifest.streets }) else {
      throw AtlasError(.damaged, file: path, "its manifest names no streets; compile the map again")
    }
    file = try NetworkFile(path: "\(path)/\(part.file)")
    streets = file.network
    drive = try file.driveNetwork()
  }

  /// The names of the profiles that the atlas was compiled for.
  public var profiles: [String] { file.profiles }

  /// Whom to name wherever the map is shown.
  public var attribution: String { file.attribution }

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
  public var venueParts: [Manifest.Part] { manifest.parts.filter { $0.network != Manifest.streets } }

  /// Returns a venue, opening it the first time it is asked for.
  ///
  /// - Parameter id: Its id, as in ``venueParts``.
  /// - Throws: An ``AtlasError`` if its file is missing or damaged; the rest of the atlas is not affected.
  public func venue(_ id: String) throws(AtlasError) -> Venue {
    if let known = venues.withLock({ $0[id] }) { return known }
    guard let part = manifest.parts.first(where: { $0.network == id }) else {
      throw AtlasError(.notFound, file: path, "it has no venue '\(id)'")
    }
    let venue = try Venue(path: "\(path)/\(part.file)")
    venues.withLock { $0[id] = venue }
    return venue
  }

  /// Compares the checksums of everything in the atlas.
  ///
  /// - Throws: `damaged`, naming the first section that isn't what was written.
  /// - Complexity: O(size of the files).
  public func verify() throws(AtlasError) {
    try file.verify()
    if let drive { try file.verify(drive) }
    for part in venueParts { try venue(part.network).verify() }
  }

  /// Writes an atlas: new files first, then the manifest that names them, in whole.
  ///
  /// Files of an older state are removed last; whoever has them mapped keeps them.
  ///
  /// - Throws: `notWritten`; the old state, if any, is left as it was.
  public static func write(
    streets: Network, metrics: [Metric], drive: CompiledDrive? = nil, venues: [CompiledVenue] = [],
    attribution: String, to folder: String
  ) throws(AtlasError) {
    if unsafe mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw AtlasError(.notWritten, file: folder, lastError())
    }
    let old = networkFiles(in: folder)
    do throws(AtlasError) {
      let bytes = NetworkFile.bytes(streets, metrics: metrics, drive: drive, attribution: attribution)
      try writeParts(streets: bytes, venues: venues, attribution: attribution, to: folder)
    } catch {
      removeFiles(in: folder, except: old)
      throw error
    }
  }

  private static func writeParts(
    streets: [UInt8], venues: [CompiledVenue], attribution: String, to folder: String
  ) throws(AtlasError) {
    var parts: [Manifest.Part] = []
    parts.append(try write(streets, network: Manifest.streets, to: folder))
    for venue in venues {
      let bytes = NetworkFile.bytes(
        venue.network, venue: venue.description, metrics: venue.metrics, attribution: attribution)
      var part = try write(bytes, network: venue.description.id, to: folder)
      part.name = venue.description.name
      let box = venue.description.outline.box
      part.box = [box.minLatitudeE7, box.minLongitudeE7, box.maxLatitudeE7, box.maxLongitudeE7]
      parts.append(part)
    }
    let manifest = Manifest(parts: parts, attribution: attribution)
    try writeAtomically(manifest.json, to: "\(folder)/\(Manifest.fileName)")
    removeFiles(in: folder, except: parts.map(\.file))
  }

  /// Writes a network's file under a name that says its content, so that old and new never mix.
  private static func write(
    _ bytes: [UInt8], network: String, to folder: String
  ) throws(AtlasError) -> Manifest.Part {
    let digits = String(Checksum.of(bytes), radix: 16)
    let file = "\(network)-" + String(repeating: "0", count: 16 - digits.count) + digits + fileEnding
    try writeAtomically(bytes, to: "\(folder)/\(file)")
    return Manifest.Part(network: network, file: file, bytes: bytes.count)
  }

  private static let fileEnding = ".network"

  private static func removeFiles(in folder: String, except kept: [String]) {
    for name in Set(networkFiles(in: folder)).subtracting(kept) { unsafe unlink("\(folder)/\(name)") }
  }

  private static func networkFiles(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.hasSuffix(fileEnding) { names.append(name) }
    }
    return names
  }
}
