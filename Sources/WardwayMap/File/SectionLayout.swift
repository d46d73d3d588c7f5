import Columns

/// The layout of a network file: a header, a table of sections, a table of checksums, the sections, each 64-byte aligned.
///
/// All numbers are little-endian. A section is checked block by block: as many elements as are a power of two and fit in
/// 16 KiB (one at least), and the checksum of each block is in the second table, those of one section after the other.
///
/// Header (64 bytes): magic (8), version (UInt32), section count (UInt32), file size (UInt64), checksum of the first
/// table (UInt64), checksum of the second table (UInt64), block count (UInt64), zeros (8), checksum of the 56 bytes
/// before (UInt64): as the others are part of it, it is that of the whole file.
/// A table entry (64 bytes): name (32, ASCII, padded with zeros), offset (UInt64), element count (UInt64), element
/// size (UInt32), binary logarithm of the elements of a block (UInt32), number of its first block (UInt64).
enum SectionLayout {
  static let magic: [UInt8] = Array("WARDWAY\n".utf8)
  static let version: UInt32 = 9
  static let headerSize = 64
  static let entrySize = 64
  static let nameSize = 32
  static let alignment = 64
  static let maximumSections = 4096
  static let blockByteCount = 16 << 10

  /// The binary logarithm of the number of elements in a block.
  static func blockShift(stride: Int) -> Int {
    var shift = 0
    while stride > 0, stride << (shift + 1) <= blockByteCount { shift += 1 }
    return shift
  }

  /// The number of blocks of a section.
  static func blockCount(_ count: Int, shift: Int) -> Int { (count + (1 << shift) - 1) >> shift }

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
}

/// The start of a network file: what it is and what the checksum of the whole is.
struct SectionHeader {
  let sectionCount: Int
  let byteCount: Int
  let tableChecksum: UInt64
  let blockTableChecksum: UInt64
  let blockCount: Int
  /// The checksum of the whole file, as far as it is undamaged.
  let checksum: UInt64

  /// Where the tables end.
  var tableEnd: Int { blockTableStart + blockCount * 8 }
  /// Where the second table starts.
  var blockTableStart: Int { SectionLayout.headerSize + sectionCount * SectionLayout.entrySize }

  /// Reads the first bytes of a file.
  ///
  /// - Throws: `notAnAtlas`, `wrongVersion`, `damaged`.
  init(_ bytes: UnsafeRawBufferPointer, file path: String) throws(AtlasError) {
    func fail(_ code: AtlasError.Code, _ message: String) -> AtlasError {
      AtlasError(code, file: path, message)
    }
    func number<Integer: FixedWidthInteger>(_ at: Int, _: Integer.Type) -> Integer {
      Integer(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: at, as: Integer.self))
    }
    guard bytes.count >= SectionLayout.headerSize,
      unsafe bytes.prefix(8).elementsEqual(SectionLayout.magic)
    else { throw fail(.notAnAtlas, "it is not a network file of an atlas; compile the map again") }
    let version = number(8, UInt32.self)
    guard version == SectionLayout.version else {
      let advice = version > SectionLayout.version ? "update Wardway" : "compile the map again"
      throw fail(
        .wrongVersion, "it has version \(version), this library reads \(SectionLayout.version); \(advice)")
    }
    checksum = number(56, UInt64.self)
    guard unsafe Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[0..<56])) == checksum else {
      throw fail(.damaged, "the header's checksum is wrong; copy or compile it again")
    }
    sectionCount = Int(number(12, UInt32.self))
    tableChecksum = number(24, UInt64.self)
    blockTableChecksum = number(32, UInt64.self)
    guard let size = Int(exactly: number(16, UInt64.self)),
      let blocks = Int(exactly: number(40, UInt64.self)),
      sectionCount <= SectionLayout.maximumSections, blocks <= size / 8
    else { throw fail(.damaged, "the tables of \(sectionCount) sections don't fit") }
    byteCount = size
    blockCount = blocks
    guard tableEnd <= byteCount else {
      throw fail(.damaged, "the tables of \(sectionCount) sections don't fit")
    }
  }
}
