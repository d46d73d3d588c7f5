import CZlib

/// Reads files that may be compressed with gzip.
enum GzipFile {
  /// The most bytes that a file may unpack to: 4 GiB.
  static let limit = 1 << 32

  /// Returns a file's content, unpacked if it is compressed.
  static func contents(of path: String) throws(InputError) -> [UInt8] {
    func fail(_ message: String) -> InputError { InputError(file: path, line: nil, message: message) }
    guard let file = gzopen(path, "rb") else { throw fail("can't be opened") }
    defer { gzclose(file) }
    gzbuffer(file, 1 << 18)
    var contents: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = gzread(file, &chunk, UInt32(chunk.count))
      guard count >= 0 else { throw fail("can't be unpacked: \(message(of: file))") }
      if count == 0 { break }
      contents.append(contentsOf: chunk[..<Int(count)])
      guard contents.count <= limit else { throw fail("unpacks to more than \(limit) bytes") }
    }
    var code: Int32 = 0
    gzerror(file, &code)
    guard code == Z_OK || code == Z_STREAM_END else { throw fail("ends too early: \(message(of: file))") }
    return contents
  }

  private static func message(of file: gzFile) -> String {
    var code: Int32 = 0
    return gzerror(file, &code).map { String(cString: $0) } ?? "error \(code)"
  }
}
