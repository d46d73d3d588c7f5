import Foundation

/// Reads standard input line by line, without keeping more of a line than anybody wants.
struct LineReader {
  /// A line without its end.
  enum Line {
    case bytes([UInt8])
    /// More than the most bytes; the rest is passed over.
    case tooLong
  }

  private let descriptor: Int32
  private let most: Int
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var unread = 0..<0

  /// - Parameter most: The most bytes of a line.
  init(_ descriptor: Int32 = STDIN_FILENO, most: Int) {
    self.descriptor = descriptor
    self.most = most
  }

  /// The next line; nil at the end of the input.
  mutating func next() -> Line? {
    var line: [UInt8] = []
    var isLong = false
    var isAnything = false
    while true {
      if unread.isEmpty, !fill() { return isAnything ? (isLong ? .tooLong : .bytes(line)) : nil }
      isAnything = true
      let end = buffer[unread].firstIndex(of: 10) ?? unread.upperBound
      if !isLong { line += buffer[unread.lowerBound..<end] }
      if line.count > most {
        isLong = true
        line = []
      }
      let isWhole = end < unread.upperBound
      unread = (isWhole ? end + 1 : end)..<unread.upperBound
      if isWhole { return isLong ? .tooLong : .bytes(line) }
    }
  }

  /// Reads on; false at the end of the input.
  private mutating func fill() -> Bool {
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        unread = 0..<count
        return true
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&wanted, 1, -1)
        continue
      }
      return false
    }
  }
}
