import TestSupport
import Testing

@testable import WardwayMap

/// A network file taken apart, to be put together again with other content and right checksums.
struct DraftFile {
  struct Section {
    var name: [UInt8]
    var stride: UInt32
    var count: UInt64
    var bytes: [UInt8]
    /// Where it is said to lie; where it does lie if nil.
    var offset: UInt64?
    /// What is added to the binary logarithm of its blocks' size and to the number of its first block.
    var shiftError: UInt32 = 0
    var blockError: UInt64 = 0
  }

  var magic: [UInt8]
  var version: UInt32
  var sections: [Section] = []
  /// The number of sections that the header states; the right one if nil.
  var statedSections: UInt32?
  /// The size that the header states; the right one if nil.
  var statedSize: UInt64?
  /// The number of blocks that the header states; the right one if nil.
  var statedBlocks: UInt64?
  /// What is added to the header's, the tables' and the contents' checksums.
  var headerError: UInt64 = 0
  var tableError: UInt64 = 0
  var blockTableError: UInt64 = 0
  var contentError: UInt64 = 0

  init(_ file: [UInt8]) {
    func number<Integer: FixedWidthInteger>(_ at: Int, _: Integer.Type) -> Integer {
      file[at..<at + MemoryLayout<Integer>.size].reversed().reduce(0) { $0 << 8 | Integer($1) }
    }
    magic = Array(file[..<8])
    version = number(8, UInt32.self)
    for entry in 0..<Int(number(12, UInt32.self)) {
      let at = 64 + entry * 64
      let offset = Int(number(at + 32, UInt64.self))
      let count = number(at + 40, UInt64.self)
      let stride = number(at + 48, UInt32.self)
      sections.append(
        Section(
          name: Array(file[at..<at + 32].prefix { $0 != 0 }), stride: stride, count: count,
          bytes: Array(file[offset..<offset + Int(count) * Int(stride)])))
    }
  }

  subscript(name: String) -> Section {
    get { sections[position(name)] }
    set { sections[position(name)] = newValue }
  }

  private func position(_ name: String) -> Int { sections.firstIndex { $0.name == Array(name.utf8) }! }

  mutating func remove(_ name: String) { sections.remove(at: position(name)) }

  /// Changes the elements of a section.
  mutating func edit<Element: BitwiseCopyable>(
    _ name: String, of _: Element.Type, _ change: (inout [Element]) -> Void
  ) {
    var elements = self[name].bytes.withUnsafeBytes { Array($0.bindMemory(to: Element.self)) }
    change(&elements)
    self[name].bytes = elements.withUnsafeBytes { Array($0) }
    self[name].count = UInt64(elements.count)
  }

  /// Changes the numbers of a section.
  mutating func edit(_ name: String, _ change: (inout [UInt32]) -> Void) {
    edit(name, of: UInt32.self, change)
  }

  /// The file's bytes.
  var bytes: [UInt8] {
    var table: [UInt8] = []
    var checksums: [UInt8] = []
    var contents: [UInt8] = []
    let start = tableEnd
    for section in sections {
      contents += Array(repeating: 0, count: -contents.count & 63)
      table += section.name + Array(repeating: 0, count: 32 - section.name.count)
      table += little(section.offset ?? start + UInt64(contents.count)) + little(section.count)
      let shift = SectionLayout.blockShift(stride: Int(section.stride))
      table += little(section.stride) + little(UInt32(shift) &+ section.shiftError)
      table += little(UInt64(checksums.count / 8) &+ section.blockError)
      contents += section.bytes
      for block in Self.blocks(of: section) { checksums += little(Checksum.of(block) &+ contentError) }
    }
    contents = Array(repeating: 0, count: Int(start) - 64 - sections.count * 64 - checksums.count) + contents
    var header = magic + little(version) + little(statedSections ?? UInt32(sections.count))
    header += little(statedSize ?? UInt64(64 + table.count + checksums.count + contents.count))
    header += little(Checksum.of(table) &+ tableError) + little(Checksum.of(checksums) &+ blockTableError)
    header += little(statedBlocks ?? UInt64(checksums.count / 8)) + Array(repeating: 0, count: 8)
    return header + little(Checksum.of(header) &+ headerError) + table + checksums + contents
  }

  /// Where the first section lies.
  var tableEnd: UInt64 {
    let blocks = sections.reduce(0) { $0 + Self.blocks(of: $1).count }
    return UInt64(SectionLayout.aligned(64 + sections.count * 64 + blocks * 8))
  }

  /// The parts of a section that have a checksum each.
  private static func blocks(of section: Section) -> [[UInt8]] {
    let size = max(Int(section.stride), 1) << SectionLayout.blockShift(stride: Int(section.stride))
    return stride(from: 0, to: section.bytes.count, by: size).map {
      Array(section.bytes[$0..<min($0 + size, section.bytes.count)])
    }
  }

  private func little<Integer: FixedWidthInteger>(_ value: Integer) -> [UInt8] {
    (0..<MemoryLayout<Integer>.size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// A way to spoil a file, and what has to be said then.
struct Damage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let code: AtlasError.Code
  /// What the message has to contain.
  let says: String
  let spoil: @Sendable (inout DraftFile) -> Void

  init(
    _ description: String, _ code: AtlasError.Code = .damaged, says: String,
    _ spoil: @escaping @Sendable (inout DraftFile) -> Void
  ) {
    testDescription = description
    self.code = code
    self.says = says
    self.spoil = spoil
  }

  /// The error that a small atlas gives with this damage.
  var error: AtlasError? {
    var draft = DraftFile(SmallNetwork.bytes([.walker]))
    spoil(&draft)
    let folder = TemporaryFolder()
    folder.write(draft.bytes, as: "streets")
    folder.writeManifest()
    return errorOfOpening(folder.path)
  }
}
