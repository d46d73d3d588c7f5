import Columns

/// A network file, opened: header and tables are checked, contents block by block when they are first asked for.
struct SectionFile: Sendable {
  private struct Entry {
    let offset: Int
    let count: Int
    let stride: Int
    /// One for all columns that are taken out of the section: what was found as it was written stays so, whatever
    /// becomes of the file.
    let blocks: ColumnBlocks
  }

  private let file: BlockFile
  private let entries: [String: Entry]
  private let seal: FileSeal?
  private var trustsStructure = false
  /// The checksum of the whole file.
  let checksum: UInt64

  /// The file's path.
  var path: String { file.path }
  /// The file's size in bytes.
  var size: Int { unsafe file.bytes.count }
  /// The names of the sections, sorted.
  var names: [String] { entries.keys.sorted() }

  /// Opens and checks header and tables.
  ///
  /// - Parameters:
  ///   - expected: The checksum that a manifest says the file has; nil to take what comes.
  ///   - memory: Where it is remembered which parts were found sound; nil to check them each time.
  /// - Throws: `notFound`, `notAnAtlas`, `wrongVersion`, `truncated`, `damaged`.
  /// - Complexity: O(sections + blocks); O(size) for a small file.
  init(
    path: String, expecting expected: UInt64? = nil, memory: CheckedFiles? = nil
  ) throws(AtlasError) {
    let file = try BlockFile(
      path: path, smallByteCount: memory?.smallByteCount ?? BlockFile.smallByteCount)
    let bytes = unsafe UnsafeRawBufferPointer(file.bytes)
    func fail(_ code: AtlasError.Code, _ message: String) -> AtlasError {
      AtlasError(code, file: path, message)
    }
    func read(_ range: Range<Int>) throws(AtlasError) {
      if let failure = file.read(range) { throw fail(.truncated, failure) }
    }
    func number<Integer: FixedWidthInteger>(_ at: Int, _: Integer.Type) -> Integer {
      Integer(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: at, as: Integer.self))
    }
    try read(0..<min(SectionLayout.headerSize, bytes.count))
    let header = unsafe try SectionHeader(bytes, file: path)
    guard header.byteCount == bytes.count else {
      throw fail(
        .truncated, "it should have \(header.byteCount) bytes, it has \(bytes.count); copy it again")
    }
    guard expected ?? header.checksum == header.checksum else {
      throw fail(.damaged, "it is the file of another atlas, or of another state; copy or compile it again")
    }
    try read(SectionLayout.headerSize..<header.tableEnd)
    let tableEnd = header.blockTableStart
    let table = unsafe UnsafeRawBufferPointer(rebasing: bytes[SectionLayout.headerSize..<tableEnd])
    guard unsafe Checksum.of(table) == header.tableChecksum else {
      throw fail(.damaged, "the table's checksum is wrong; copy or compile it again")
    }
    let blockTable = unsafe UnsafeRawBufferPointer(rebasing: bytes[tableEnd..<header.tableEnd])
    guard unsafe Checksum.of(blockTable) == header.blockTableChecksum else {
      throw fail(.damaged, "the checksum of its checksums is wrong; copy or compile it again")
    }
    var entries: [String: Entry] = [:]
    var end = header.tableEnd
    var blocks = 0
    for section in 0..<header.sectionCount {
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
      let shift = SectionLayout.blockShift(stride: Int(stride))
      guard number(at + 52, UInt32.self) == UInt32(shift), number(at + 56, UInt64.self) == UInt64(blocks)
      else {
        throw fail(.damaged, "section '\(name)' has blocks of another size, or in another place")
      }
      let blockCount = SectionLayout.blockCount(Int(count), shift: shift)
      guard blocks + blockCount <= header.blockCount else {
        throw fail(.damaged, "section '\(name)' has more blocks than there are checksums")
      }
      let source = Blocks(
        file: file, section: name, start: Int(offset), count: Int(length), step: Int(stride) << shift,
        checksums: (blocks..<blocks + blockCount).map { number(tableEnd + $0 * 8, UInt64.self) })
      entries[name] = Entry(
        offset: Int(offset), count: Int(count), stride: Int(stride),
        blocks: ColumnBlocks(count: blockCount, shift: shift) { source.fill($0) })
      blocks += blockCount
    }
    guard blocks == header.blockCount else { throw fail(.damaged, "it has checksums of no block") }
    self.file = file
    self.entries = entries
    checksum = header.checksum
    seal = memory.map { FileSeal(file.identity, checksum: header.checksum, in: $0) }
  }

  /// Has a part of the file checked by `body`, unless it is remembered as sound.
  ///
  /// - Parameter body: Gets the file to take columns out of, and whether they are known to be sound if they are as they
  ///   were written. If it throws nothing, the part is sound.
  func part<Result>(
    _ name: String, _ body: (SectionFile, _ isKnown: Bool) throws(AtlasError) -> Result
  ) throws(AtlasError) -> Result {
    guard let seal else { return try body(self, false) }
    if seal.holds(name) {
      var trusted = self
      trusted.trustsStructure = true
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

  /// Returns a section's content in place: all of it checked, or, where the part is known to be sound, each block when
  /// it is first read.
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
    let base = unsafe UnsafeRawPointer(file.bytes.baseAddress! + entry.offset)
      .assumingMemoryBound(to: Element.self)
    if trustsStructure, !file.isWhole {
      return unsafe Column(lending: base, count: entry.count, owner: entry.blocks, blocks: entry.blocks)
    }
    entry.blocks.loadAll()
    try checkDamage()
    return unsafe Column(lending: base, count: entry.count, owner: file)
  }

  /// Compares the checksums of everything in the file.
  ///
  /// - Throws: `damaged`, naming the section.
  func verify() throws(AtlasError) {
    for (_, entry) in entries.sorted(by: { $0.key < $1.key }) { entry.blocks.loadAll() }
    try checkDamage()
  }

  /// Throws what was found wrong while columns were read.
  func checkDamage() throws(AtlasError) {
    if let damage = file.damage { throw damage }
  }
}

/// The blocks of a section in a file.
private struct Blocks {
  let file: BlockFile
  let section: String
  let start: Int
  let count: Int
  let step: Int
  let checksums: [UInt64]

  /// Reads a block and compares its checksum; false, and all zeros, if it is wrong.
  func fill(_ block: Int) -> Bool {
    let range = start + block * step..<start + min((block + 1) * step, count)
    let failure = file.read(range)
    let memory = unsafe UnsafeMutableRawBufferPointer(rebasing: file.bytes[range])
    if failure == nil, unsafe Checksum.of(UnsafeRawBufferPointer(memory)) == checksums[block] { return true }
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
    file.note(
      AtlasError(
        failure == nil ? .damaged : .truncated, file: file.path,
        "section '\(section)': "
          + (failure ?? "the checksum of its block \(block) is wrong; copy or compile it again")))
    return false
  }
}
