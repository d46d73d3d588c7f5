import Foundation

/// Writes zip archives, also such as no packer would.
struct ZipWriter {
  struct Entry {
    var name: String
    var bytes: [UInt8]
    /// 0 for stored, 8 for deflated.
    var method: UInt16 = 0
    /// What the archive says of the unpacked size and checksum.
    var size: UInt32?
    var checksum: UInt32?
    /// The mode that Unix gives the file.
    var mode: UInt32 = 0o100644
    /// Bit 0 says that it is encrypted.
    var flags: UInt16 = 0x0800
  }

  /// 187,616 spaces, deflated.
  static let spaces = [UInt8](
    Data(base64Encoded: "7cExAQAAAMKgKuuf0gz+QAE" + String(repeating: "A", count: 241) + "rwE=") ?? Data())
  static let spacesChecksum: UInt32 = 1_233_043_361

  static func archive(_ entries: [Entry]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      var common = number(entry.flags) + number(entry.method) + number(UInt32(0x5A21_0000))
      common += number(entry.checksum ?? checksum(entry.bytes)) + number(UInt32(entry.bytes.count))
      common +=
        number(entry.size ?? UInt32(entry.bytes.count)) + number(UInt16(name.count)) + number(UInt16(0))
      directory += number(UInt32(0x0201_4B50)) + number(UInt16(0x0314)) + number(UInt16(20)) + common
      directory += number(UInt16(0)) + number(UInt16(0)) + number(UInt16(0)) + number(entry.mode << 16)
      directory += number(UInt32(bytes.count)) + name
      bytes += number(UInt32(0x0403_4B50)) + number(UInt16(20)) + common + name + entry.bytes
    }
    let count = number(UInt16(entries.count))
    return bytes + directory + number(UInt32(0x0605_4B50)) + number(UInt32(0)) + count + count
      + number(UInt32(directory.count)) + number(UInt32(bytes.count)) + number(UInt16(0))
  }

  private static func number<Number: FixedWidthInteger>(_ value: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
  }
}
