import Foundation

/// The reason why results are lost: nobody takes them.
struct OutputError: Error, CustomStringConvertible {
  /// What the system says.
  var number: Int32

  /// Whether whoever read has gone, which they know best themselves.
  var isClosedPipe: Bool { number == EPIPE }

  var description: String {
    "the answer could not be written to standard output: \(String(cString: strerror(number)))"
  }
}

/// Results, on standard output: what can't be written is an error.
enum Output {
  /// Keeps the three standard streams in their places, and has writes to closed pipes fail instead of ending the tool.
  ///
  /// A stream that is closed would give its number to the next file that is opened, and what is meant for it would go
  /// there.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in 0...2 where fcntl(Int32(descriptor), F_GETFD) == -1 {
      // For reading alone, so that what is written is seen to be lost.
      let opened = open("/dev/null", O_RDONLY)
      if opened >= 0, opened != Int32(descriptor) { close(opened) }
    }
  }

  /// Writes a line.
  static func line(_ text: String) throws { try write(Array((text + "\n").utf8)) }

  /// Writes JSON as a line.
  static func json(_ bytes: [UInt8]) throws { try write(bytes + [10]) }

  /// Writes bytes.
  static func write(_ bytes: [UInt8]) throws {
    if let number = Descriptor.write(bytes, to: STDOUT_FILENO) { throw OutputError(number: number) }
  }
}

/// Files by their numbers.
enum Descriptor {
  /// Writes all of some bytes.
  ///
  /// - Returns: The number of the error that kept it from that; nil if all is written.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var at = 0
      while at < buffer.count {
        let written = Foundation.write(descriptor, buffer.baseAddress! + at, buffer.count - at)
        if written >= 0 {
          at += written
        } else if errno == EAGAIN {
          // Somebody else made it not wait.
          var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wanted, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }
}
