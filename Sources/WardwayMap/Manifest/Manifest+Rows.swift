import JSONText

/// A part is written as a row of its values in their order, and nulls: names for them would be most of the file.
extension Manifest.Part {
  /// How many values a row has at least and at most: a box and an origin are one null, or four and two values.
  private static let counts = 8...12

  /// Reads a row.
  init(_ json: JSONValue, at path: String) throws(JSONFieldError) {
    func wrong() -> JSONFieldError { JSONFieldError(path: path, message: "is not the row of a file") }
    guard case .array(let row) = json, Self.counts.contains(row.count) else { throw wrong() }
    var rest = row[...]
    func integer(_ value: JSONValue?) throws(JSONFieldError) -> Int {
      guard let number = value?.number, let integer = Int(exactly: number) else { throw wrong() }
      return integer
    }
    func text(_ value: JSONValue?) throws(JSONFieldError) -> String {
      guard let text = value?.string else { throw wrong() }
      return text
    }
    func optionalText(_ value: JSONValue?) throws(JSONFieldError) -> String? {
      if let value, value.isNull { nil } else { try text(value) }
    }
    network = NetworkID(rawValue: try text(rest.popFirst()))
    file = try text(rest.popFirst())
    bytes = try integer(rest.popFirst())
    if let hexadecimal = try optionalText(rest.popFirst()) {
      guard let checksum = UInt64(hexadecimal, radix: 16) else { throw wrong() }
      self.checksum = checksum
    }
    name = try optionalText(rest.popFirst())
    if rest.first?.isNull ?? true {
      _ = rest.popFirst()
    } else {
      var sides: [Int32] = []
      for _ in 0..<4 {
        guard let side = Int32(exactly: try integer(rest.popFirst())) else { throw wrong() }
        sides.append(side)
      }
      box = sides
    }
    if let fingerprint = try optionalText(rest.popFirst()) {
      origin = Manifest.Origin(fingerprint: fingerprint, venues: try integer(rest.popFirst()))
    }
    attribution = try optionalText(rest.popFirst())
    guard rest.isEmpty else { throw wrong() }
  }

  /// Writes a row.
  func write(to writer: inout JSONWriter) {
    writer.array {
      $0.string(network.rawValue)
      $0.string(file)
      $0.integer(bytes)
      $0.string(checksum.map { Checksum.hexadecimal($0) })
      $0.string(name)
      if let box, box.count == 4 {
        for side in box { $0.integer(Int(side)) }
      } else {
        $0.null()
      }
      if let origin {
        $0.string(origin.fingerprint)
        $0.integer(origin.venues)
      } else {
        $0.null()
      }
      $0.string(attribution)
    }
  }
}
