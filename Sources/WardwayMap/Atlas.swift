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
  private let file: NetworkFile
  private let metrics = Mutex<[String: Metric]>([:])

  /// Opens the atlas in the folder `path`.
  ///
  /// - Throws: An ``AtlasError`` that names the file, the section and the way out.
  /// - Complexity: O(size of the network).
  public init(opening path: String) throws(AtlasError) {
    self.path = path
    manifest = try Manifest(folder: path)
    guard let part = manifest.parts.first(where: { $0.network == "streets" }) else {
      throw AtlasError(.damaged, file: path, "its manifest names no streets; compile the map again")
    }
    file = try NetworkFile(path: "\(path)/\(part.file)")
    streets = file.network
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
    var metric = try file.metric(for: profile.name)
    if metric?.profile != profile {
      metric = Metric(profile: profile, weights: streets.weights(for: profile), hierarchy: nil)
    }
    let found = metric!
    metrics.withLock { $0[profile.name] = found }
    return found
  }

  /// Compares the checksums of everything in the atlas.
  ///
  /// - Throws: `damaged`, naming the first section that isn't what was written.
  /// - Complexity: O(size of the files).
  public func verify() throws(AtlasError) {
    for profile in profiles { _ = try file.metric(for: profile) }
  }

  /// Writes an atlas of one network: a new file first, then the manifest that names it, in whole.
  ///
  /// Files of an older state are removed last; whoever has them mapped keeps them.
  ///
  /// - Throws: `notWritten`; the old state, if any, is left as it was.
  public static func write(
    streets: Network, metrics: [Metric], attribution: String, to folder: String
  ) throws(AtlasError) {
    if unsafe mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw AtlasError(.notWritten, file: folder, lastError())
    }
    let bytes = NetworkFile.bytes(streets, metrics: metrics, attribution: attribution)
    let digits = String(Checksum.of(bytes), radix: 16)
    let name = "streets-" + String(repeating: "0", count: 16 - digits.count) + digits + ".network"
    try writeAtomically(bytes, to: "\(folder)/\(name)")
    let part = Manifest.Part(network: "streets", file: name, bytes: bytes.count)
    let manifest = Manifest(parts: [part], attribution: attribution)
    try writeAtomically(manifest.json, to: "\(folder)/\(Manifest.fileName)")
    removeOldFiles(in: folder, except: name)
  }

  private static func removeOldFiles(in folder: String, except current: String) {
    guard let directory = unsafe opendir(folder) else { return }
    defer { unsafe closedir(directory) }
    var old: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name.hasPrefix("streets-"), name.hasSuffix(".network"), name != current { old.append(name) }
    }
    for name in old { unsafe unlink("\(folder)/\(name)") }
  }
}
