/// Google's text format for a line of places.
///
/// Source: Google, *Encoded Polyline Algorithm Format*.
public enum PolylineCoding {
  /// The number of decimals that are kept of an angle.
  public enum Precision: Int, Sendable {
    /// Five decimals, about a metre: Google's own.
    case five = 5
    /// Six decimals, about a decimetre.
    case six = 6

    /// The 10⁻⁷ degrees in one step.
    var step: Int64 { self == .five ? 100 : 10 }
  }

  /// Encodes a line, its angles rounded half away from zero.
  public static func encode(_ line: some Sequence<Coordinate>, precision: Precision) -> String {
    var bytes: [UInt8] = []
    var (latitude, longitude) = (Int64(0), Int64(0))
    for place in line {
      let next = (
        rounded(Int64(place.latitudeE7), to: precision.step),
        rounded(Int64(place.longitudeE7), to: precision.step)
      )
      append(next.0 - latitude, to: &bytes)
      append(next.1 - longitude, to: &bytes)
      (latitude, longitude) = next
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Decodes a line.
  ///
  /// - Throws: ``PolylineError`` if the text is cut off, holds a foreign character or leaves the globe.
  public static func decode(
    _ text: String, precision: Precision
  ) throws(PolylineError) -> [Coordinate] {
    var line: [Coordinate] = []
    var reader = Reader(bytes: text.utf8.makeIterator())
    var (latitude, longitude) = (Int64(0), Int64(0))
    while let north = try reader.next() {
      guard let east = try reader.next() else { throw reader.error(.truncated) }
      latitude += north
      longitude += east
      guard abs(latitude) * precision.step <= 900_000_000, abs(longitude) * precision.step <= 1_800_000_000
      else { throw reader.error(.outOfRange) }
      line.append(
        Coordinate(
          latitudeE7: Int32(latitude * precision.step), longitudeE7: Int32(longitude * precision.step)))
    }
    return line
  }

  private static func rounded(_ value: Int64, to step: Int64) -> Int64 {
    (value + (value < 0 ? -step / 2 : step / 2)) / step
  }

  private static func append(_ value: Int64, to bytes: inout [UInt8]) {
    var rest = UInt64(bitPattern: value << 1 ^ value >> 63)
    while rest >= 32 {
      bytes.append(UInt8(rest & 31 | 32) + 63)
      rest >>= 5
    }
    bytes.append(UInt8(rest) + 63)
  }

  /// Takes one number after the other out of the text.
  private struct Reader {
    var bytes: String.UTF8View.Iterator
    var position = 0

    func error(_ code: PolylineError.Code) -> PolylineError {
      PolylineError(code: code, position: position)
    }

    /// The next number; nil at the end of the text.
    mutating func next() throws(PolylineError) -> Int64? {
      var (value, shift) = (UInt64(0), UInt64(0))
      while let byte = bytes.next() {
        guard 63...126 ~= byte else { throw error(.foreignCharacter) }
        // Seven characters hold every number on the globe.
        guard shift < 35 else { throw error(.outOfRange) }
        position += 1
        value |= UInt64((byte - 63) & 31) << shift
        shift += 5
        if byte - 63 < 32 { return Int64(value >> 1) ^ -Int64(value & 1) }
      }
      if shift > 0 { throw error(.truncated) }
      return nil
    }
  }
}
