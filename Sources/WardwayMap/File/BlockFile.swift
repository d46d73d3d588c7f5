import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file in memory of this process's own, which holds what was read and nothing else: whoever changes or cuts the file
/// afterwards changes nothing here.
///
/// A small file is read when it is opened, of a large one what is asked for (``read(_:)``). Its memory is the system's,
/// page by page as it is written to.
@safe final class BlockFile: @unchecked Sendable {
  /// The largest file that is read when it is opened, in bytes; a venue is that small, and then no descriptor stays open.
  static let smallByteCount = 8 << 20

  /// The path, as it was given.
  let path: String
  /// The memory; page-aligned, zero where nothing was read.
  let bytes: UnsafeMutableRawBufferPointer
  /// Which file it is.
  let identity: FileIdentity
  /// Whether all of it was read.
  let isWhole: Bool
  private let descriptor: Int32
  private let fault = Mutex<AtlasError?>(nil)

  /// Opens the file at `path`.
  ///
  /// - Throws: `notFound` if it isn't there, isn't a regular file or can't be read; `truncated` if it is empty.
  init(path: String, smallByteCount: Int = smallByteCount) throws(AtlasError) {
    self.path = path
    // Without blocking, or opening a pipe would wait for its writer.
    let descriptor = FilePath.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw AtlasError(.notFound, file: path, "\(lastError()); check the path and its permissions")
    }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw AtlasError(.notFound, file: path, "it is not a regular file")
    }
    identity = FileIdentity(status)
    let size = Int(status.st_size)
    guard size > 0 else {
      close(descriptor)
      throw AtlasError(.truncated, file: path, "the file is empty; compile it again")
    }
    guard let memory = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0),
      unsafe memory != MAP_FAILED
    else {
      close(descriptor)
      throw AtlasError(.notFound, file: path, "there is no memory for its \(size) bytes: \(lastError())")
    }
    unsafe bytes = UnsafeMutableRawBufferPointer(start: memory, count: size)
    isWhole = size <= smallByteCount
    self.descriptor = isWhole ? -1 : descriptor
    guard isWhole else { return }
    let failure = unsafe Self.read(descriptor, into: bytes, at: 0)
    close(descriptor)
    if let failure { throw AtlasError(.truncated, file: path, failure) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    unsafe munmap(bytes.baseAddress!, bytes.count)
  }

  /// Reads a range of bytes into its place.
  ///
  /// - Returns: What kept it from that; nil if nothing did.
  func read(_ range: Range<Int>) -> String? {
    if isWhole { return nil }
    return unsafe Self.read(
      descriptor, into: UnsafeMutableRawBufferPointer(rebasing: bytes[range]), at: range.lowerBound)
  }

  private static func read(
    _ descriptor: Int32, into memory: UnsafeMutableRawBufferPointer, at start: Int
  ) -> String? {
    var count = 0
    while count < memory.count {
      let got = unsafe pread(
        descriptor, memory.baseAddress! + count, memory.count - count, off_t(start + count))
      if got < 0, errno == EINTR { continue }
      if got < 0 { return "it can't be read: \(lastError())" }
      if got == 0 { return "it ends too early, at byte \(start + count); copy or compile it again" }
      count += got
    }
    return nil
  }

  /// What was found wrong after the file was opened; nil if nothing was.
  var damage: AtlasError? { fault.withLock { $0 } }

  /// Writes down what is wrong; the first fault stays.
  func note(_ error: AtlasError) { fault.withLock { $0 = $0 ?? error } }
}

/// What the C library says of the last call that failed.
func lastError() -> String { unsafe String(cString: strerror(errno)) }
