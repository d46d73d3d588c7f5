#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A whole file, mapped read-only into memory for as long as this object lives.
///
/// A file that is replaced by a rename stays valid here; one that is cut in place while it is mapped does
/// not, which is why everything that writes atlas files renames.
@safe final class MappedFile: @unchecked Sendable {
  /// The path, as it was given.
  let path: String
  /// The bytes; page-aligned.
  let bytes: UnsafeRawBufferPointer
  /// Which file it is.
  let identity: FileIdentity

  /// Maps the file at `path`.
  ///
  /// - Throws: `notFound` if it isn't there, isn't a regular file or can't be read.
  init(path: String) throws(AtlasError) {
    self.path = path
    // Without blocking, or opening a pipe would wait for its writer.
    let descriptor = FilePath.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw AtlasError(.notFound, file: path, "\(lastError()); check the path and its permissions")
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw AtlasError(.notFound, file: path, "it is not a regular file")
    }
    identity = FileIdentity(status)
    let size = Int(status.st_size)
    guard size > 0 else { throw AtlasError(.truncated, file: path, "the file is empty; compile it again") }
    guard let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe start != MAP_FAILED
    else { throw AtlasError(.notFound, file: path, "it can't be mapped: \(lastError())") }
    unsafe bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit {
    unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }
}

/// What the C library says of the last call that failed.
func lastError() -> String { unsafe String(cString: strerror(errno)) }
