#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whole files of moderate size, and the names in folders.
package enum FileContents {
  /// What a path leads to.
  package enum Kind {
    case file, folder, other
  }

  /// What a path leads to, over links; nil where there is nothing.
  package static func kind(of path: String) -> Kind? {
    var status = stat()
    guard unsafe FilePath.lend(path, { unsafe stat($0, &status) }) == 0 else { return nil }
    return kind(status)
  }

  /// Whether a path is that of a link.
  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe FilePath.lend(path, { unsafe lstat($0, &status) }) == 0
      && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// Reads a file.
  ///
  /// - Parameter most: The most bytes that it may have.
  /// - Throws: `notFound` if it isn't there, is no regular file or can't be read; `notAnAtlas` if it is longer.
  package static func read(_ path: String, most: Int = 1 << 30) throws(AtlasError) -> [UInt8] {
    func fail(_ message: String) -> AtlasError { AtlasError(.notFound, file: path, message) }
    // Without blocking, or opening a pipe would wait for its writer.
    let descriptor = FilePath.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw fail("\(lastError()); check the path and its permissions") }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, kind(status) == .file else {
      throw fail("it is not a regular file")
    }
    guard Int(status.st_size) <= most else {
      throw AtlasError(.notAnAtlas, file: path, "it has \(status.st_size) bytes, \(most) is the most here")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(descriptor, buffer.baseAddress! + count, buffer.count - count, off_t(count))
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw fail("\(lastError()); check the disk") }
      if got == 0 { break }
      count += got
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// The first bytes of a file; fewer or none where there are no more, or it can't be read.
  package static func start(of path: String, count: Int) -> [UInt8] {
    let descriptor = FilePath.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = unsafe bytes.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
    return Array(bytes.prefix(max(got, 0)))
  }

  /// The names of what is in a folder, sorted by their bytes; nil if it can't be read.
  package static func names(in folder: String) -> [String]? {
    guard let directory = unsafe FilePath.lend(folder, { unsafe opendir($0) }) else { return nil }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe FilePath.text(Array($0.prefix { $0 != 0 }))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
