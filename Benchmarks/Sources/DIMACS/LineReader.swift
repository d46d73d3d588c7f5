/// Walks over the lines of a text and the words on them.
struct LineReader {
  private let file: String
  private let text: [UInt8]
  private var position = 0
  private var lineEnd = 0
  private var nextLine = 0
  /// The number of the current line, from 1.
  private(set) var line = 0

  init(path: String) throws(InputError) {
    file = path
    text = try GzipFile.contents(of: path)
  }

  /// Goes to the next line; false if there is none.
  mutating func advance() -> Bool {
    guard nextLine < text.count else { return false }
    position = nextLine
    lineEnd = position
    while lineEnd < text.count && text[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
    nextLine = lineEnd + 1
    if lineEnd > position && text[lineEnd - 1] == UInt8(ascii: "\r") { lineEnd -= 1 }
    line += 1
    return true
  }

  /// The rest of the line.
  var rest: String { String(decoding: text[position..<lineEnd], as: UTF8.self) }

  /// The first byte of the rest of the line.
  var first: UInt8? { position < lineEnd ? text[position] : nil }

  /// Steps over `byte`, or over any run of blanks if that is meant; false if something else is there.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard position < lineEnd && text[position] == byte else { return false }
    position += 1
    if byte == UInt8(ascii: " ") { while skip(byte) {} }
    return true
  }

  /// Reads a whole number within a range.
  mutating func number(_ what: String, in range: ClosedRange<Int>) throws(InputError) -> Int {
    let isNegative = skip(UInt8(ascii: "-"))
    let start = position
    var value = 0
    while position < lineEnd, case let digit = Int(text[position]) - 48, digit >= 0 && digit < 10 {
      guard value < 1 << 48 else { throw fail("\(what) is out of range") }
      value = value * 10 + digit
      position += 1
    }
    guard position > start else { throw fail("\(what) is no whole number") }
    if isNegative { value = -value }
    guard range.contains(value) else {
      throw fail("\(what) is \(value), not from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// Checks that nothing but blanks is left on the line.
  mutating func finish() throws(InputError) {
    _ = skip(UInt8(ascii: " "))
    guard position == lineEnd else { throw fail("'\(rest)' is too much") }
  }

  func fail(_ message: String) -> InputError { InputError(file: file, line: max(line, 1), message: message) }
}
