/// Writes JSON as RFC 8259 has it, on one line.
///
/// Texts come with escapes for what steers a terminal, turns the writing direction or opens an HTML tag: names come from
/// maps that anyone can edit.
public struct JSONWriter: Sendable {
  /// What was written so far, as UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// Whether another value of the same object or array stands before.
  private var needsComma = false

  /// Starts with nothing.
  public init() {}

  /// Returns the JSON that `body` writes, as text.
  public static func text(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  // MARK: Structure

  /// Writes an object whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "{"))
    body(&self)
    end(UInt8(ascii: "}"))
  }

  /// Writes an array whose values `body` writes.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    begin(UInt8(ascii: "["))
    body(&self)
    end(UInt8(ascii: "]"))
  }

  /// Writes an array with a value for each element.
  public mutating func array<Elements: Sequence>(
    of elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    begin(UInt8(ascii: "["))
    for element in elements { body(&self, element) }
    end(UInt8(ascii: "]"))
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  @inline(__always)
  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// Writes the name of a member, whose value comes next.
  @inline(__always)
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes the name of a member that isn't known beforehand.
  public mutating func key(naming name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  // MARK: Values

  /// Writes `null`.
  public mutating func null() { raw("null") }

  /// Writes a truth value.
  public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// Writes text that is JSON already.
  public mutating func raw(_ json: String) {
    separate()
    bytes.append(contentsOf: json.utf8)
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) { decimal(value, 0) }

  /// Writes `value` ÷ 10^`decimals`, without zeros at its end.
  ///
  /// - Parameter decimals: 0 to 18.
  public mutating func decimal(_ value: Int, _ decimals: Int) {
    separate()
    var (rest, decimals) = (value.magnitude, decimals)
    while decimals > 0 {
      let (tenth, digit) = rest.quotientAndRemainder(dividingBy: 10)
      if digit != 0 { break }
      rest = tenth
      decimals &-= 1
    }
    // A zero stands before the point.
    var (digits, bound) = (1, UInt(10))
    while digits <= decimals || rest >= bound {
      digits &+= 1
      let (next, isTooMuch) = bound.multipliedReportingOverflow(by: 10)
      if isTooMuch, digits > decimals { break }
      bound = isTooMuch ? .max : next
    }
    let sign = value < 0 ? 1 : 0
    let start = bytes.count
    let count = sign &+ digits &+ (decimals > 0 ? 1 : 0)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: count))
    unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      var at = start &+ count
      for place in 0..<digits {
        if place == decimals, decimals > 0 {
          at &-= 1
          unsafe bytes[at] = UInt8(ascii: ".")
        }
        let (tenth, digit) = rest.quotientAndRemainder(dividingBy: 10)
        at &-= 1
        unsafe bytes[at] = 48 &+ UInt8(truncatingIfNeeded: digit)
        rest = tenth
      }
    }
  }

  /// Writes a number rounded to so many decimals; `null` for what is no number.
  public mutating func number(_ value: Double, decimals: Int = 3) {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value * scale).rounded()
    if abs(scaled) < 9e15 { return decimal(Int(scaled), decimals) }
    guard value.isFinite else { return null() }
    raw("\(value)")
  }

  /// Writes a number with all its digits; `null` for what is no number.
  public mutating func exactly(_ value: Double) {
    if value.isFinite { raw("\(value)") } else { null() }
  }

  /// Writes a text.
  public mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    let isWritten = unsafe text.utf8.withContiguousStorageIfAvailable { utf8 in
      let isPlain = unsafe utf8.allSatisfy {
        $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C && $0 != 0x3C
      }
      if isPlain { unsafe bytes.append(contentsOf: utf8) }
      return isPlain
    }
    if isWritten != true {
      for scalar in text.unicodeScalars {
        if Self.isPlain(scalar) { bytes.append(contentsOf: UTF8.encode(scalar)!) } else { escape(scalar) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a text, or `null` where there is none.
  public mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    bytes.append(UInt8(ascii: "\\"))
    switch scalar {
    case "\"", "\\": bytes.append(UInt8(scalar.value))
    case "\n": bytes.append(UInt8(ascii: "n"))
    case "\r": bytes.append(UInt8(ascii: "r"))
    case "\t": bytes.append(UInt8(ascii: "t"))
    default:
      bytes.removeLast()
      for unit in UTF16.encode(scalar)! {
        bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
        for shift in [12, 8, 4, 0] {
          let digit = UInt8(unit >> shift & 15)
          bytes.append(digit < 10 ? 48 + digit : 87 + digit)
        }
      }
    }
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
  public mutating func value(_ value: JSONValue) {
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
