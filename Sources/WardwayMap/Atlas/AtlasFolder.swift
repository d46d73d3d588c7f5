#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The folder of an atlas while somebody writes in it: one writer at a time.
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
    // Where the file system knows no locks, there is none.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      throw AtlasError(.busy, file: path, "somebody else is writing this atlas; try again when they are done")
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  private static let networkEnding = ".network"
  private static let indexEnding = ".index"

  /// Writes a network's file under a name that says its content, so that old and new never mix.
  ///
  /// - Returns: The file's name.
  func write(network: String, _ bytes: [UInt8]) throws(AtlasError) -> String {
    try write(bytes, named: network, ending: Self.networkEnding)
  }

  /// Writes the index of places likewise.
  func write(index bytes: [UInt8]) throws(AtlasError) -> String {
    try write(bytes, named: "places", ending: Self.indexEnding)
  }

  private func write(_ bytes: [UInt8], named name: String, ending: String) throws(AtlasError) -> String {
    let file = "\(name)-\(Checksum.hexadecimal(Checksum.of(bytes)))\(ending)"
    try writeAtomically(bytes, to: "\(path)/\(file)")
    return file
  }

  func write(_ manifest: Manifest) throws(AtlasError) {
    try writeAtomically(manifest.json, to: "\(path)/\(Manifest.fileName)")
  }

  /// The files that a writer made, of this state or another.
  var files: Set<String> {
    guard let directory = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(directory) }
    var names: Set<String> = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if Self.isWritten(name) { names.insert(name) }
    }
    return names
  }

  /// Whether a file has a name that only a writer gives; one that was cut short leaves `.tmp` at its end.
  private static func isWritten(_ name: String) -> Bool {
    let isTemporary = name.hasSuffix(".tmp")
    return [networkEnding, indexEnding, Manifest.fileName].contains {
      isTemporary ? name.contains("\($0).") : name.hasSuffix($0) && $0 != Manifest.fileName
    }
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
