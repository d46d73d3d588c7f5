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
func writeAtomically(_ bytes: [UInt8], to path: String) throws(AtlasError) {
  let temporary = "\(path).\(getpid()).tmp"
  let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  guard descriptor >= 0 else { throw AtlasError(.notWritten, file: path, lastError()) }
  var failure: String?
  unsafe bytes.withUnsafeBytes { buffer in
    var at = 0
    while at < buffer.count {
      let written = unsafe write(descriptor, buffer.baseAddress! + at, buffer.count - at)
      if written < 0 {
        if errno == EINTR { continue }
        failure = lastError()
        return
      }
      at += written
    }
  }
  if failure == nil, fsync(descriptor) != 0 { failure = lastError() }
  close(descriptor)
  if failure == nil, unsafe rename(temporary, path) != 0 { failure = lastError() }
  if let failure {
    unsafe unlink(temporary)
    throw AtlasError(.notWritten, file: path, "\(failure); free some space or choose another folder")
  }
  syncFolder(of: path)
}

/// Flushes the folder entry of `path`, so that a rename survives a power cut.
private func syncFolder(of path: String) {
  let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  let descriptor = unsafe open(folder.isEmpty ? "/" : folder, O_RDONLY)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
