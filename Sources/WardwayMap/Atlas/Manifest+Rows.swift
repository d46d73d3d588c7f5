/// A part is written as a row of its values in their order, and nulls: reading a thousand objects with names for them
/// takes four times as long, longer than all else that it takes to open an atlas.
extension Manifest.Part: Codable {
  /// Reads a row.
  public init(from decoder: any Decoder) throws {
    var row = try decoder.unkeyedContainer()
    network = try row.decode(String.self)
    file = try row.decode(String.self)
    bytes = try row.decode(Int.self)
    name = try row.decodeIfPresent(String.self)
    if let south = try row.decodeIfPresent(Int32.self) {
      box = try [south, row.decode(Int32.self), row.decode(Int32.self), row.decode(Int32.self)]
    }
    if let fingerprint = try row.decodeIfPresent(String.self) {
      origin = Manifest.Origin(fingerprint: fingerprint, venues: try row.decode(Int.self))
    }
    attribution = try row.decodeIfPresent(String.self)
  }

  /// Writes a row.
  public func encode(to encoder: any Encoder) throws {
    var row = encoder.unkeyedContainer()
    try row.encode(network)
    try row.encode(file)
    try row.encode(bytes)
    try row.encode(name)
    if let box, box.count == 4 { for side in box { try row.encode(side) } } else { try row.encodeNil() }
    if let origin {
      try row.encode(origin.fingerprint)
      try row.encode(origin.venues)
    } else {
      try row.encodeNil()
    }
    try row.encode(attribution)
  }
}
