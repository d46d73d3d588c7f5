#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Paths as text, also those that are none: a file system knows bytes alone.
///
/// A byte that is part of no UTF-8 stands in a text as a character from U+EF80 on, which is in private use; bytes that
/// would be read as one of these are written likewise. So each path has one text, and each text one path. The manner is
/// that of MirBSD's OPTU-8/16.
package enum FilePath {
  private static let first: UInt32 = 0xEF00
  private static let escapes: ClosedRange<UInt32> = 0xEF80...0xEFFF

  /// The text of a path.
  package static func text(_ bytes: [UInt8]) -> String {
    if String(validating: bytes, as: UTF8.self).map({ !$0.unicodeScalars.contains(where: isEscape) }) ?? false
    {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text = String.UnicodeScalarView()
    var at = 0
    while at < bytes.count {
      // The next character is as long as it is valid.
      let length = (1...4).first { length in
        at + length <= bytes.count
          && String(validating: bytes[at..<at + length], as: UTF8.self)?.unicodeScalars.count == 1
      }
      if let length,
        let scalar = String(decoding: bytes[at..<at + length], as: UTF8.self).unicodeScalars.first,
        !isEscape(scalar)
      {
        text.append(scalar)
        at += length
      } else {
        for byte in bytes[at..<at + (length ?? 1)] { text.append(Unicode.Scalar(first + UInt32(byte))!) }
        at += length ?? 1
      }
    }
    return String(text)
  }

  /// The bytes of a path, without a zero at their end.
  package static func bytes(_ text: String) -> [UInt8] {
    guard text.unicodeScalars.contains(where: isEscape) else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      isEscape(scalar) ? [UInt8(scalar.value - first)] : Array(UTF8.encode(scalar)!)
    }
  }

  private static func isEscape(_ scalar: Unicode.Scalar) -> Bool { escapes.contains(scalar.value) }

  /// Lends a path to the C library.
  @unsafe package static func lend<Result>(_ text: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result
  {
    let bytes = bytes(text).map { CChar(bitPattern: $0) } + [0]
    return unsafe bytes.withUnsafeBufferPointer { unsafe body($0.baseAddress!) }
  }

  /// Deletes a file.
  @discardableResult static func delete(_ path: String) -> Bool {
    unsafe lend(path) { unsafe unlink($0) } == 0
  }

  /// Gives a file another name; what had that name is gone.
  static func rename(_ path: String, to other: String) -> Bool {
    #if canImport(Darwin)
      unsafe lend(path) { from in unsafe lend(other) { unsafe Darwin.rename(from, $0) } } == 0
    #elseif canImport(Glibc)
      unsafe lend(path) { from in unsafe lend(other) { unsafe Glibc.rename(from, $0) } } == 0
    #elseif canImport(Musl)
      unsafe lend(path) { from in unsafe lend(other) { unsafe Musl.rename(from, $0) } } == 0
    #endif
  }

  /// Opens a file.
  ///
  /// - Returns: Its descriptor, negative where the C library says why not.
  static func open(_ path: String, _ flags: Int32, _ mode: mode_t = 0) -> Int32 {
    #if canImport(Darwin)
      unsafe lend(path) { unsafe Darwin.open($0, flags, mode) }
    #elseif canImport(Glibc)
      unsafe lend(path) { unsafe Glibc.open($0, flags, mode) }
    #elseif canImport(Musl)
      unsafe lend(path) { unsafe Musl.open($0, flags, mode) }
    #endif
  }
}
