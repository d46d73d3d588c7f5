import Columns

/// The layout of a network file: a header, a table of sections, the sections, each 64-byte aligned.
///
/// All numbers are little-endian. Header (64 bytes): magic (8), version (UInt32), section count (UInt32),
/// file size (UInt64), checksum of the table (UInt64), zeros, and in its last 8 bytes the checksum of the
/// 56 bytes before. A table entry (64 bytes): name (32, ASCII, padded with zeros), offset (UInt64), element
/// count (UInt64), element size (UInt32), zero (UInt32), checksum of the content (UInt64).
enum SectionLayout {
  static let magic: [UInt8] = Array("WARDWAY\n".utf8)
  static let version: UInt32 = 7
  static let headerSize = 64
  static let entrySize = 64
  static let nameSize = 32
  static let alignment = 64
  static let maximumSections = 4096
}

/// A network file, opened: header and table are checked, contents are checked when first asked for.
struct SectionFile: Sendable {
  private struct Entry {
    let offset: Int
    let count: Int
    let stride: Int
    let checksum: UInt64
  }

  private let file: MappedFile
  private let entries: [String: Entry]
  private let seal: FileSeal?
  private var comparesChecksums = true

  /// The file's path.
  var path: String { file.path }
  /// The file's size in bytes.
  var size: Int { unsafe file.bytes.count }
  /// The names of the sections, sorted.
  var names: [String] { entries.keys.sorted() }

  /// Opens and checks header and table.
  ///
  /// - Parameter memory: Where it is remembered which parts were found sound; nil to check them each time.
  /// - Throws: `notFound`, `notAnAtlas`, `wrongVersion`, `truncated`, `damaged`.
  /// - Complexity: O(sections).
  init(path: String, memory: CheckedFiles? = nil) throws(AtlasError) {
    let file = try MappedFile(path: path)
    let bytes = unsafe file.bytes
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
    guard unsafe Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[0..<56])) == number(56, UInt64.self)
    else {
      throw fail(.damaged, "the header's checksum is wrong; copy or compile it again")
    }
    guard number(16, UInt64.self) == UInt64(bytes.count) else {
      throw fail(
        .truncated, "it should have \(number(16, UInt64.self)) bytes, it has \(bytes.count); copy it again")
    }
    let sections = Int(number(12, UInt32.self))
    let tableEnd = SectionLayout.headerSize + sections * SectionLayout.entrySize
    guard sections <= SectionLayout.maximumSections, tableEnd <= bytes.count else {
      throw fail(.damaged, "the table of \(sections) sections doesn't fit")
    }
    let table = unsafe UnsafeRawBufferPointer(rebasing: bytes[SectionLayout.headerSize..<tableEnd])
    guard unsafe Checksum.of(table) == number(24, UInt64.self) else {
      throw fail(.damaged, "the table's checksum is wrong; copy or compile it again")
    }
    var entries: [String: Entry] = [:]
    var end = tableEnd
    for section in 0..<sections {
      let at = SectionLayout.headerSize + section * SectionLayout.entrySize
      let raw = unsafe bytes[at..<at + SectionLayout.nameSize].prefix { $0 != 0 }
      let name = unsafe String(decoding: raw, as: UTF8.self)
      let offset = number(at + 32, UInt64.self)
      let count = number(at + 40, UInt64.self)
      let stride = number(at + 48, UInt32.self)
      let (length, overflow) = count.multipliedReportingOverflow(by: UInt64(stride))
      guard !overflow, stride > 0, offset % UInt64(SectionLayout.alignment) == 0, offset >= UInt64(end),
        offset <= UInt64(bytes.count), length <= UInt64(bytes.count) - offset,
        entries[name] == nil
      else { throw fail(.damaged, "section '\(name)' lies outside the file, overlaps or stands there twice") }
      end = Int(offset + length)
      entries[name] = Entry(
        offset: Int(offset), count: Int(count), stride: Int(stride), checksum: number(at + 56, UInt64.self))
    }
    self.file = file
    self.entries = entries
    seal = memory.map { FileSeal(file.identity, version: version, in: $0) }
  }

  /// Has a part of the file checked by `body`, unless it is remembered as sound.
  ///
  /// - Parameter body: Gets the file to take columns out of, and whether they are known to be sound: then it may
  ///   trust them. If it throws nothing, the part is sound.
  func part<Result>(
    _ name: String, _ body: (SectionFile, _ isKnown: Bool) throws(AtlasError) -> Result
  ) throws(AtlasError) -> Result {
    guard let seal else { return try body(self, false) }
    if seal.holds(name) {
      var trusted = self
      trusted.comparesChecksums = false
      return try body(trusted, true)
    }
    let result = try body(self, false)
    seal.add(name)
    return result
  }

  /// Whether there is a section of this name.
  func contains(_ name: String) -> Bool { entries[name] != nil }

  /// The number of bytes of a section, 0 where there is none.
  func byteCount(of name: String) -> Int { entries[name].map { $0.count * $0.stride } ?? 0 }

  /// Returns a section's content in place, after comparing its checksum if the part isn't known to be sound.
  ///
  /// - Throws: `damaged` if the section is missing, has elements of another size or other bytes than
  ///   were written.
  /// - Complexity: O(size of the section).
  func column<Element: BitwiseCopyable & Sendable>(
    _ name: String, of _: Element.Type = Element.self
  ) throws(AtlasError) -> Column<Element> {
    guard let entry = entries[name] else {
      throw AtlasError(.damaged, file: path, "section '\(name)' is missing; compile the map again")
    }
    guard entry.stride == MemoryLayout<Element>.stride else {
      throw AtlasError(
        .damaged, file: path,
        "section '\(name)' has elements of \(entry.stride) bytes instead of \(MemoryLayout<Element>.stride)")
    }
    let content = unsafe UnsafeRawBufferPointer(
      rebasing: file.bytes[entry.offset..<entry.offset + entry.count * entry.stride])
    guard unsafe !comparesChecksums || Checksum.of(content) == entry.checksum else {
      throw AtlasError(
        .damaged, file: path, "the checksum of section '\(name)' is wrong; copy or compile it again")
    }
    let base = unsafe (file.bytes.baseAddress! + entry.offset).assumingMemoryBound(to: Element.self)
    return unsafe Column(lending: base, count: entry.count, owner: file)
  }
}

/// Collects sections and lays them out as a file; the same sections give the same bytes.
struct SectionFileWriter {
  private var sections: [(name: String, stride: Int, count: Int, bytes: [UInt8])] = []

  /// Adds a section.
  mutating func add<Element: BitwiseCopyable & Sendable>(_ name: String, _ column: Column<Element>) {
    precondition(name.utf8.count <= SectionLayout.nameSize && !sections.contains { $0.name == name })
    let bytes = unsafe column.withUnsafeBufferPointer { unsafe [UInt8](UnsafeRawBufferPointer($0)) }
    sections.append((name, MemoryLayout<Element>.stride, column.count, bytes))
  }

  /// Returns the file's bytes.
  func bytes() -> [UInt8] {
    var table: [UInt8] = []
    var offset = SectionLayout.headerSize + sections.count * SectionLayout.entrySize
    var offsets: [Int] = []
    for section in sections {
      offset = (offset + SectionLayout.alignment - 1) / SectionLayout.alignment * SectionLayout.alignment
      offsets.append(offset)
      var name = Array(section.name.utf8)
      name += Array(repeating: 0, count: SectionLayout.nameSize - name.count)
      table += name
      append(UInt64(offset), to: &table)
      append(UInt64(section.count), to: &table)
      append(UInt32(section.stride), to: &table)
      append(UInt32(0), to: &table)
      append(Checksum.of(section.bytes), to: &table)
      offset += section.bytes.count
    }
    var file = SectionLayout.magic
    file.reserveCapacity(offset)
    append(SectionLayout.version, to: &file)
    append(UInt32(sections.count), to: &file)
    append(UInt64(offset), to: &file)
    append(Checksum.of(table), to: &file)
    file += Array(repeating: 0, count: 56 - file.count)
    append(Checksum.of(file), to: &file)
    file += table
    for (section, offset) in zip(sections, offsets) {
      file += Array(repeating: 0, count: offset - file.count)
      file += section.bytes
    }
    return file
  }

  private func append<Integer: FixedWidthInteger>(_ value: Integer, to bytes: inout [UInt8]) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }
}
