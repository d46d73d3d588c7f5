#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The folder of an atlas while somebody writes in it: one writer at a time, and nothing there but what writers made.
///
/// The lock is on the folder itself and ends with the process that holds it, however that ends.
final class AtlasFolder: Sendable {
  let path: String
  private let descriptor: Int32

  /// Locks a folder, making it if need be.
  ///
  /// - Throws: `notWritten`, or `busy` while another writer has it.
  init(locking path: String, making: Bool) throws(AtlasError) {
    self.path = path
    if making, unsafe FilePath.lend(path, { unsafe mkdir($0, 0o755) }) != 0, errno != EEXIST {
      throw AtlasError(.notWritten, file: path, lastError())
    }
    let descriptor = FilePath.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw AtlasError(.notWritten, file: path, lastError()) }
    if let failure = Self.lock(descriptor, path) {
      close(descriptor)
      throw failure
    }
    self.descriptor = descriptor
  }

  /// Locks an open folder; returns what keeps it from that.
  ///
  /// Where the file system knows no locks, there is none.
  private static func lock(_ descriptor: Int32, _ path: String) -> AtlasError? {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case ENOLCK, ENOSYS, EINVAL, EOPNOTSUPP: return nil
      case EWOULDBLOCK:
        return AtlasError(
          .busy, file: path, "somebody else is writing this atlas; try again when they are done")
      default:
        return AtlasError(
          .notWritten, file: path, "it can't be locked (\(lastError())); try again or choose another folder")
      }
    }
    return nil
  }

  deinit { close(descriptor) }

  private static let networkEnding = ".network"
  private static let indexEnding = ".index"
  private static let temporaryEnding = ".tmp"

  // MARK: Writing

  /// Writes a network's file under a name that says its content, so that old and new never mix.
  ///
  /// - Returns: What a manifest says of it.
  func write(_ file: SectionFileWriter, network: NetworkID) throws(AtlasError) -> Manifest.Part {
    let ending = network == PlaceIndex.network ? Self.indexEnding : Self.networkEnding
    let head = file.head()
    let name = "\(network)-\(Checksum.hexadecimal(head.checksum))\(ending)"
    try unsafe writeAtomically(to: "\(path)/\(name)") { unsafe file.write(head, $0) }
    var part = Manifest.Part(network: network, file: name, bytes: head.byteCount)
    part.checksum = head.checksum
    return part
  }

  func write(_ manifest: Manifest) throws(AtlasError) {
    try writeAtomically(manifest.json, to: "\(path)/\(Manifest.fileName)")
  }

  // MARK: Deleting

  /// Returns the names of the files that writers made, of this state or another, the manifest left aside.
  ///
  /// A file is ours if its name is one that a writer gives or the manifest names, and it is what that name says: its
  /// header has the checksum in the name. Of what was cut short or damaged since, its first bytes have to be those of
  /// our files. What begins with a point is neither looked at nor touched.
  ///
  /// - Throws: `foreignFiles` if there is anything else.
  func ownFiles() throws(AtlasError) -> Set<String> {
    guard let names = FileContents.names(in: path) else {
      throw AtlasError(.notWritten, file: path, "what is in it can't be read: \(lastError())")
    }
    let manifest = try? FileContents.read("\(path)/\(Manifest.fileName)")
    let parts = (try? Manifest(folder: path)).map { $0.parts + ($0.placeIndex.map { [$0] } ?? []) } ?? []
    let checksums = Dictionary(parts.map { ($0.file, $0.checksum) }) { first, _ in first }
    var own: Set<String> = []
    var foreign: [String] = []
    for name in names where !name.hasPrefix(".") {
      if name == Manifest.fileName {
        if !(manifest.map(Manifest.mayBe) ?? false) { foreign.append(name) }
      } else if isOwn(name, checksums) {
        own.insert(name)
      } else {
        foreign.append(name)
      }
    }
    guard let first = foreign.first else { return own }
    let more = foreign.count > 1 ? " and \(foreign.count - 1) more" : ""
    throw AtlasError(
      .foreignFiles, file: path,
      "it holds what is no part of an atlas, '\(first)'\(more); move that away or choose another folder")
  }

  private func isOwn(_ name: String, _ checksums: [String: UInt64?]) -> Bool {
    let file = "\(path)/\(name)"
    guard FileContents.kind(of: file) == .file else { return false }
    let start = FileContents.start(of: file, count: SectionLayout.headerSize)
    if let whole = Self.withoutTemporaryEnding(name) {
      if whole == Manifest.fileName { return Self.agree(start, Manifest.firstBytes) }
      return Self.checksum(in: whole) != nil && Self.agree(start, SectionLayout.magic)
    }
    guard let checksum = checksums[name] ?? Self.checksum(in: name) else { return false }
    guard Self.agree(start, SectionLayout.magic) else { return false }
    // One with another version, or with a damaged header, has ours for its first bytes and says no more.
    let header = try? unsafe start.withUnsafeBytes { unsafe try SectionHeader($0, file: file) }
    return header.map { $0.checksum == checksum } ?? true
  }

  /// Whether bytes begin as others do, as far as both go.
  private static func agree(_ bytes: [UInt8], _ others: [UInt8]) -> Bool {
    zip(bytes, others).allSatisfy { $0 == $1 }
  }

  /// The name of the file that a temporary one was to become; nil if it isn't one.
  private static func withoutTemporaryEnding(_ name: String) -> String? {
    guard name.hasSuffix(temporaryEnding) else { return nil }
    let parts = name.dropLast(temporaryEnding.count).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let process = parts.last, !process.isEmpty, process.allSatisfy(\.isNumber) else {
      return nil
    }
    return parts.dropLast().joined(separator: ".")
  }

  /// The checksum that a file's name says; nil if no writer gives such a name.
  private static func checksum(in name: String) -> UInt64? {
    for ending in [networkEnding, indexEnding] where name.hasSuffix(ending) {
      let parts = name.dropLast(ending.count).split(separator: "-")
      guard parts.count > 1, let digits = parts.last, digits.utf8.count == 16 else { return nil }
      return UInt64(digits, radix: 16)
    }
    return nil
  }

  func remove(_ files: some Sequence<String>) {
    for name in files { FilePath.delete("\(path)/\(name)") }
  }

  /// Whether a part's file is there with the size that it should have.
  func has(_ part: Manifest.Part) -> Bool {
    var status = stat()
    return unsafe FilePath.lend("\(path)/\(part.file)", { unsafe stat($0, &status) }) == 0
      && Int(status.st_size) == part.bytes
  }
}
