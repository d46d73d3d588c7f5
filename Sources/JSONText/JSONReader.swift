/// Reads JSON as RFC 8259 has it, more strictly than Foundation: an object's keys have to differ, and nesting
/// has a limit.
///
/// Bytes that are no UTF-8 are replaced. Numbers too large for a `Double` come out infinite, numbers too small zero.
package struct JSONReader {
  /// The deepest nesting; IMDF needs eight.
  package static let depth = 64

  private let bytes: [UInt8]
  private var position = 0
  /// The member of the outermost object whose own spelling is wanted, and that.
  private let wanted: String?
  private var spelling: Range<Int>?

  /// Returns the value that a text holds.
  ///
  /// - Complexity: O(*n*).
  package static func value(of bytes: [UInt8]) throws(JSONError) -> JSONValue {
    try value(of: bytes, spelling: nil).value
  }

  /// Returns the value that a text holds, and how a member of it is spelt there: a number may have more digits than
  /// any `Double`.
  ///
  /// - Parameter key: A member of the outermost object.
  /// - Returns: `spelling` is nil where there is no such member.
  /// - Complexity: O(*n*).
  package static func value(
    of bytes: [UInt8], spelling key: String?
  ) throws(JSONError) -> (value: JSONValue, spelling: String?) {
    var reader = JSONReader(bytes: bytes, wanted: key)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == bytes.count else { throw reader.error("there is more after the value's end") }
    return (value, reader.spelling.map { String(decoding: bytes[$0], as: UTF8.self) })
  }

  private init(bytes: [UInt8], wanted: String?) {
    self.bytes = bytes
    self.wanted = wanted
  }

  private func error(_ message: String, _ reason: JSONError.Reason = .syntax) -> JSONError {
    let line = bytes[..<min(position, bytes.count)].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    return JSONError(reason: reason, line: line, message: message)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  /// Passes a byte if it comes next, after space.
  private mutating func passes(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= Self.depth else {
      throw error("values are nested more than \(Self.depth) deep", .depth)
    }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw error("the text ends too early")
    default: return try number()
    }
  }

  private mutating func object(_ depth: Int) throws(JSONError) -> JSONValue {
    var members: [String: JSONValue] = [:]
    position += 1
    if passes(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a key is missing") }
      let key = try string()
      guard members[key] == nil else {
        throw error("the key \"\(key.prefix(40))\" comes twice in one object", .duplicateKey)
      }
      guard passes(UInt8(ascii: ":")) else { throw error("a colon is missing") }
      skipSpace()
      let start = position
      members[key] = try value(depth: depth + 1)
      if depth == 0, key == wanted { spelling = start..<position }
    } while passes(UInt8(ascii: ","))
    guard passes(UInt8(ascii: "}")) else { throw error("an object isn't closed") }
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(JSONError) -> JSONValue {
    var values: [JSONValue] = []
    position += 1
    if passes(UInt8(ascii: "]")) { return .array(values) }
    repeat { values.append(try value(depth: depth + 1)) } while passes(UInt8(ascii: ","))
    guard passes(UInt8(ascii: "]")) else { throw error("an array isn't closed") }
    return .array(values)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw error("this is no value") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    let isNegative = next == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let whole = digits()
    // A zero stands alone before the point.
    guard whole.count > 0, whole.count == 1 || bytes[whole.start] != UInt8(ascii: "0") else {
      throw error("this is no value")
    }
    let isFraction = next == UInt8(ascii: ".")
    if isFraction {
      position += 1
      guard digits().count > 0 else { throw error("a number has no digit after its point") }
    }
    let hasExponent = next == UInt8(ascii: "e") || next == UInt8(ascii: "E")
    if hasExponent {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      guard digits().count > 0 else { throw error("a number has no digit in its exponent") }
    }
    if !isFraction, !hasExponent, whole.count <= 15 {
      return .number(Double(isNegative ? -whole.value : whole.value))
    }
    guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw error("this is no value")
    }
    return .number(value)
  }

  /// Passes digits; their value is right for up to 18 of them.
  private mutating func digits() -> (start: Int, count: Int, value: Int) {
    let start = position
    var value = 0
    while let byte = next, 48...57 ~= byte {
      value = value &* 10 &+ Int(byte &- 48)
      position += 1
    }
    return (start, position - start, value)
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    if next == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<position])
    while let byte = next {
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte >= 0x20 else { throw error("a string has a control character; write it as an escape") }
      if byte == UInt8(ascii: "\\") { text += try escape() } else { text.append(byte) }
    }
    throw error("a string isn't closed")
  }

  private mutating func escape() throws(JSONError) -> [UInt8] {
    let byte = next
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte!]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"):
      var units = [try codeUnit()]
      if UTF16.isLeadSurrogate(units[0]), bytes[min(position, bytes.count)...].starts(with: "\\u".utf8) {
        position += 2
        units.append(try codeUnit())
      }
      guard let text = String(validating: units, as: UTF16.self) else {
        throw error("a string has half of a character that takes two \\u")
      }
      return Array(text.utf8)
    default: throw error("a string has an escape that JSON doesn't know")
    }
  }

  private mutating func codeUnit() throws(JSONError) -> UInt16 {
    let digits = bytes[min(position, bytes.count)..<min(position + 4, bytes.count)]
    guard digits.count == 4, !digits.contains(UInt8(ascii: "+")), !digits.contains(UInt8(ascii: "-")),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else {
      throw error("a string has a \\u without four hexadecimal digits")
    }
    position += 4
    return unit
  }
}
