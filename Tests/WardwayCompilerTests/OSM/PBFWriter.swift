/// Just enough of the PBF format to write a file, right or wrong.
enum PBFWriter {
  static func varint(_ value: UInt64) -> [UInt8] {
    value < 128 ? [UInt8(value)] : [UInt8(value & 127) | 128] + varint(value >> 7)
  }

  /// A field with a number.
  static func field(_ number: UInt64, _ value: Int64) -> [UInt8] {
    varint(number << 3) + varint(UInt64(bitPattern: value))
  }

  /// A field with bytes.
  static func field(_ number: UInt64, _ bytes: [UInt8]) -> [UInt8] {
    varint(number << 3 | 2) + varint(UInt64(bytes.count)) + bytes
  }

  static func field(_ number: UInt64, _ text: String) -> [UInt8] { field(number, Array(text.utf8)) }

  static func packed(_ values: [Int64]) -> [UInt8] { values.flatMap { varint(UInt64(bitPattern: $0)) } }

  static func signed(_ value: Int64) -> Int64 { value << 1 ^ value >> 63 }

  /// Differences from one number to the next.
  static func deltas(_ values: [Int64]) -> [UInt8] {
    packed(zip(values, [0] + values).map { signed($0 - $1) })
  }

  /// A block around a blob that is given as it is.
  static func block(_ type: String, blob: [UInt8], size: Int64? = nil) -> [UInt8] {
    let header = field(1, type) + field(3, size ?? Int64(blob.count))
    let length = withUnsafeBytes(of: UInt32(header.count).bigEndian) { Array($0) }
    return length + header + blob
  }

  static func block(_ type: String, _ content: [UInt8], compressed: Bool = false) -> [UInt8] {
    let blob = compressed ? field(2, Int64(content.count)) + field(3, zlib(content)) : field(1, content)
    return block(type, blob: blob)
  }

  /// The first block.
  static func header(features: [String] = ["OsmSchema-V0.6", "DenseNodes"]) -> [UInt8] {
    block("OSMHeader", features.flatMap { field(4, $0) } + field(16, "by hand"))
  }

  /// The objects of ``OSMFixture/xml``.
  static func objects() -> [UInt8] {
    let strings = [
      "", "door", "yes", "name", "骨科门诊", "highway", "corridor", "outer", "itself", "type", "site",
    ]
    let dense =
      field(1, deltas([-1, 2])) + field(5, field(1, packed([1, 3])))
      + field(8, deltas([495_000_000, 496_000_000])) + field(9, deltas([85_000_000, -86_000_000]))
      + field(10, packed([1, 2, 3, 4, 0, 0]))
    let node = field(1, signed(7)) + field(8, signed(-1)) + field(9, signed(1_800_000_000))
    let way =
      field(1, 3) + field(2, packed([5])) + field(3, packed([6])) + field(8, deltas([2, -1, 99, 2]))
    let relation =
      field(1, 4) + field(2, packed([9])) + field(3, packed([10])) + field(8, packed([7, 0, 8]))
      + field(9, deltas([3, -1, 4])) + field(10, packed([1, 0, 2]))
    return objects(
      strings: strings.map { Array($0.utf8) },
      groups: [field(2, dense), field(1, node), field(3, way), field(4, relation)])
  }

  static func objects(strings: [[UInt8]], groups: [[UInt8]]) -> [UInt8] {
    field(1, strings.flatMap { field(1, $0) }) + groups.flatMap { field(2, $0) }
  }

  /// zlib's format without compression.
  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(bytes.count)
    var (a, b) = (UInt32(1), UInt32(0))
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    let sizes = [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
    return [0x78, 0x01, 0x01] + sizes + bytes
      + withUnsafeBytes(of: (b << 16 | a).bigEndian) { Array($0) }
  }
}
