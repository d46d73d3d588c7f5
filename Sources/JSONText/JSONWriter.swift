/// Writes JSON as RFC 8259 has it, on one line.
///
/// Texts come with escapes for what steers a terminal, turns the writing direction or opens an HTML tag: names come from
/// maps that anyone can edit.
@usableFromInline
package struct JSONWriter: ~Copyable {
  @usableFromInline var written = GrowingBytes()
  /// Whether another value of the same object or array stands before.
  @usableFromInline var needsComma = false

  /// Starts with nothing.
  @inlinable package init() {}

  /// What was written so far, as UTF-8.
  package var bytes: [UInt8] { written.array }

  /// Returns the JSON that `body` writes, as UTF-8.
  package static func bytes(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    body(&writer)
    return writer.bytes
  }

  /// Returns the JSON that `body` writes, as text.
  package static func text(_ body: (inout JSONWriter) -> Void) -> String {
    String(decoding: bytes(body), as: UTF8.self)
  }

  // MARK: Structure

  /// Writes an object whose members `body` writes.
  @inlinable
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "{"))
    body(&self)
    end(UInt8(ascii: "}"))
  }

  /// Writes an array whose values `body` writes.
  @inlinable
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "["))
    body(&self)
    end(UInt8(ascii: "]"))
  }

  /// Writes an array with a value for each element.
  @inlinable
  package mutating func array<Elements: Sequence>(
    of elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    begin(UInt8(ascii: "["))
    for element in elements { body(&self, element) }
    end(UInt8(ascii: "]"))
  }

  @inlinable @inline(__always)
  mutating func begin(_ bracket: UInt8) {
    separate()
    written.append(bracket)
    needsComma = false
  }

  @inlinable @inline(__always)
  mutating func end(_ bracket: UInt8) {
    written.append(bracket)
    needsComma = true
  }

  @inlinable @inline(__always)
  mutating func separate() {
    if needsComma { written.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// Writes the name of a member, whose value comes next.
  @inlinable @inline(__always)
  package mutating func key(_ name: StaticString) {
    separate()
    written.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { unsafe written.append(contentsOf: $0) }
    written.append(UInt8(ascii: "\""))
    written.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes the name of a member that isn't known beforehand.
  package mutating func key(naming name: String) {
    string(name)
    written.append(UInt8(ascii: ":"))
    needsComma = false
  }

  // MARK: Values

  /// Writes `null`.
  package mutating func null() { raw("null") }

  /// Writes a truth value.
  package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// Writes text that is JSON already.
  package mutating func raw(_ json: String) {
    separate()
    written.append(contentsOf: json)
  }

  /// Writes a whole number.
  @inlinable
  package mutating func integer(_ value: Int) { decimal(value, 0) }

  /// Writes `value` ÷ 10^`decimals`, without zeros at its end.
  ///
  /// - Parameter decimals: 0 to 18.
  @usableFromInline package mutating func decimal(_ value: Int, _ decimals: Int) {
    precondition(0...18 ~= decimals, "a number has no more than 18 decimals")
    separate()
    var (rest, decimals) = (value.magnitude, decimals)
    while decimals > 0 {
      let (tenth, digit) = rest.quotientAndRemainder(dividingBy: 10)
      if digit != 0 { break }
      rest = tenth
      decimals &-= 1
    }
    // The digits come from the last to the first, and go from there to where they belong.
    let room = unsafe UnsafeMutableRawPointer(written.room(2 * Self.longestDecimal))
    var at = Self.longestDecimal
    func put(byte: UInt8) {
      at &-= 1
      unsafe room.storeBytes(of: byte, toByteOffset: at, as: UInt8.self)
    }
    func putDigit() {
      let (tenth, digit) = rest.quotientAndRemainder(dividingBy: 10)
      put(byte: 48 &+ UInt8(truncatingIfNeeded: digit))
      rest = tenth
    }
    func putTwoDigits() {
      let (hundredth, pair) = rest.quotientAndRemainder(dividingBy: 100)
      let tens = (pair &* 103) &>> 10
      let digits = UInt16(truncatingIfNeeded: (tens | (pair &- tens &* 10) &<< 8) &+ 0x3030)
      at &-= 2
      unsafe room.storeBytes(of: digits.littleEndian, toByteOffset: at, as: UInt16.self)
      rest = hundredth
    }
    if decimals > 0 {
      for _ in 0..<decimals / 2 { putTwoDigits() }
      if decimals % 2 != 0 { putDigit() }
      put(byte: UInt8(ascii: "."))
    }
    while rest >= 100 { putTwoDigits() }
    if rest >= 10 { putTwoDigits() } else { putDigit() }
    if value < 0 { put(byte: UInt8(ascii: "-")) }
    // A fixed number of bytes, as many as the longest has, is copied faster than the few that there are.
    let text = unsafe room.loadUnaligned(fromByteOffset: at, as: SIMD32<UInt8>.self)
    unsafe room.storeBytes(of: text, as: SIMD32<UInt8>.self)
    written.count &+= Self.longestDecimal &- at
  }

  /// As many bytes as no number is longer, which has a sign, 20 digits and a point at most.
  private static let longestDecimal = 32

  /// Writes a number rounded to so many decimals; `null` for what is no number.
  package mutating func number(_ value: Double, decimals: Int = 3) {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value * scale).rounded()
    if abs(scaled) < 9e15 { return decimal(Int(scaled), decimals) }
    guard value.isFinite else { return null() }
    raw("\(value)")
  }

  /// Writes a number with all its digits; `null` for what is no number.
  package mutating func exactly(_ value: Double) {
    if value.isFinite { raw("\(value)") } else { null() }
  }

  /// Writes a text.
  package mutating func string(_ text: String) {
    separate()
    written.append(UInt8(ascii: "\""))
    let isWritten = unsafe text.utf8.withContiguousStorageIfAvailable { utf8 in
      let isPlain = unsafe Self.isPlainASCII(utf8)
      if isPlain { unsafe written.append(contentsOf: utf8) }
      return isPlain
    }
    if isWritten != true {
      for scalar in text.unicodeScalars {
        if Self.isPlain(scalar) {
          for unit in UTF8.encode(scalar)! { written.append(unit) }
        } else {
          escape(scalar)
        }
      }
    }
    written.append(UInt8(ascii: "\""))
  }

  /// Writes a text, or `null` where there is none.
  package mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    written.append(UInt8(ascii: "\\"))
    switch scalar {
    case "\"", "\\": written.append(UInt8(scalar.value))
    case "\n": written.append(UInt8(ascii: "n"))
    case "\r": written.append(UInt8(ascii: "r"))
    case "\t": written.append(UInt8(ascii: "t"))
    default:
      for (index, unit) in UTF16.encode(scalar)!.enumerated() {
        if index > 0 { written.append(UInt8(ascii: "\\")) }
        written.append(UInt8(ascii: "u"))
        for shift in [12, 8, 4, 0] {
          let digit = UInt8(unit >> shift & 15)
          written.append(digit < 10 ? 48 + digit : 87 + digit)
        }
      }
    }
  }

  /// Whether bytes are ASCII that needs no escape.
  private static func isPlainASCII(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    // Without an early end many are looked at in one step.
    var faults: UInt8 = 0
    for at in utf8.indices {
      let byte = unsafe utf8[at]
      faults |= byte < 0x20 || byte >= 0x7F || byte == 0x22 || byte == 0x5C || byte == 0x3C ? 1 : 0
    }
    return faults == 0
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x22, 0x3C, 0x5C, 0x7F: return false
    // What Europe and East Asia write with has nothing that steers; it needs no look at its category, which takes long.
    case 0..<0x7F, 0xAE..<0x600, 0x2E80..<0xD800, 0xFF00..<0xFFC0: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }
}

extension JSONWriter {
  /// Writes a value that was read.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let value): exactly(value)
    case .string(let text): string(text)
    case .array(let values): array(of: values) { $0.value($1) }
    case .object(let members):
      object { writer in
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
          writer.key(naming: name)
          writer.value(value)
        }
      }
    }
  }
}
