#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes `bytes` so that a reader sees the old file or the new one, whole: to a temporary file beside it,
/// flushed to the disk, renamed.
///
/// - Throws: `notWritten`; no file is left behind then.
package func writeAtomically(_ bytes: [UInt8], to path: String) throws(AtlasError) {
  try unsafe writeAtomically(to: path) { take in unsafe bytes.withUnsafeBytes { unsafe take($0) } }
}

/// Writes a file in pieces, likewise.
///
/// - Parameter pieces: Gives all bytes to its parameter, in order.
@unsafe func writeAtomically(
  to path: String, _ pieces: (_ take: (UnsafeRawBufferPointer) -> Void) -> Void
) throws(AtlasError) {
  let temporary = "\(path).\(getpid()).tmp"
  let descriptor = FilePath.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw AtlasError(.notWritten, file: path, lastError()) }
  var failure: String?
  unsafe pieces { piece in
    if failure == nil { failure = unsafe write(piece, to: descriptor) }
  }
  if failure == nil, fsync(descriptor) != 0 { failure = lastError() }
  if close(descriptor) != 0, failure == nil { failure = lastError() }
  if failure == nil, !FilePath.rename(temporary, to: path) { failure = lastError() }
  if let failure {
    FilePath.delete(temporary)
    throw AtlasError(.notWritten, file: path, "\(failure); free some space or choose another folder")
  }
  syncFolder(of: path)
}

/// Writes `bytes` to where `path` leads: a file is replaced in whole, a link, a pipe or a device is written through.
///
/// - Throws: `notWritten`.
package func writeThrough(_ bytes: [UInt8], to path: String) throws(AtlasError) {
  let isFile = FileContents.kind(of: path) ?? .file == .file
  if isFile, !FileContents.isLink(path) { return try writeAtomically(bytes, to: path) }
  let descriptor = FilePath.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw AtlasError(.notWritten, file: path, lastError()) }
  var failure = unsafe bytes.withUnsafeBytes { unsafe write($0, to: descriptor) }
  if close(descriptor) != 0, failure == nil { failure = lastError() }
  if let failure { throw AtlasError(.notWritten, file: path, failure) }
}

/// Writes all of some bytes; returns what kept it from that, nil if nothing did.
private func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> String? {
  var at = 0
  while at < bytes.count {
    let written = unsafe write(descriptor, bytes.baseAddress! + at, bytes.count - at)
    if written >= 0 {
      at += written
    } else if errno != EINTR {
      return lastError()
    }
  }
  return nil
}

/// Flushes the folder entry of `path`, so that a rename survives a power cut.
private func syncFolder(of path: String) {
  let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  let descriptor = FilePath.open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
