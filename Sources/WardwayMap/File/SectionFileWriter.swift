import Columns

/// Collects sections and lays them out as a file; the same sections give the same bytes.
struct SectionFileWriter {
  @safe private struct Section {
    var name: String
    var stride: Int
    var count: Int
    /// Calls `body` with the content.
    var lend: (_ body: (UnsafeRawBufferPointer) -> Void) -> Void

    var byteCount: Int { count * stride }
  }

  private var sections: [Section] = []

  /// Adds a section, whose content is read when the file is written.
  mutating func add<Element: BitwiseCopyable & Sendable>(_ name: String, _ column: Column<Element>) {
    precondition(name.utf8.count <= SectionLayout.nameSize && !sections.contains { $0.name == name })
    unsafe sections.append(
      Section(
        name: name, stride: MemoryLayout<Element>.stride, count: column.count,
        lend: { body in unsafe column.withUnsafeBufferPointer { unsafe body(UnsafeRawBufferPointer($0)) } }))
  }

  /// The header and the tables, and what they say of the whole file.
  struct Head {
    var bytes: [UInt8] = []
    /// Where each section starts.
    var offsets: [Int] = []
    var byteCount = 0
    /// The checksum of the whole file.
    var checksum: UInt64 = 0
  }

  /// Lays the file out.
  ///
  /// - Complexity: O(size of the file).
  func head() -> Head {
    var head = Head()
    var checksums: [UInt8] = []
    var firstBlocks: [Int] = []
    for section in sections {
      let shift = SectionLayout.blockShift(stride: section.stride)
      firstBlocks.append(checksums.count / 8)
      unsafe section.lend { content in
        let block = section.stride << shift
        for start in stride(from: 0, to: content.count, by: block) {
          let range = start..<min(start + block, content.count)
          Self.append(unsafe Checksum.of(UnsafeRawBufferPointer(rebasing: content[range])), to: &checksums)
        }
      }
    }
    var table: [UInt8] = []
    var offset =
      SectionLayout.headerSize + sections.count * SectionLayout.entrySize + checksums.count
    for (section, firstBlock) in zip(sections, firstBlocks) {
      offset = SectionLayout.aligned(offset)
      head.offsets.append(offset)
      var name = Array(section.name.utf8)
      name += Array(repeating: 0, count: SectionLayout.nameSize - name.count)
      table += name
      Self.append(UInt64(offset), to: &table)
      Self.append(UInt64(section.count), to: &table)
      Self.append(UInt32(section.stride), to: &table)
      Self.append(UInt32(SectionLayout.blockShift(stride: section.stride)), to: &table)
      Self.append(UInt64(firstBlock), to: &table)
      offset += section.byteCount
    }
    head.byteCount = offset
    var bytes = SectionLayout.magic
    Self.append(SectionLayout.version, to: &bytes)
    Self.append(UInt32(sections.count), to: &bytes)
    Self.append(UInt64(offset), to: &bytes)
    Self.append(Checksum.of(table), to: &bytes)
    Self.append(Checksum.of(checksums), to: &bytes)
    Self.append(UInt64(checksums.count / 8), to: &bytes)
    bytes += Array(repeating: 0, count: 56 - bytes.count)
    head.checksum = Checksum.of(bytes)
    Self.append(head.checksum, to: &bytes)
    head.bytes = bytes + table + checksums
    return head
  }

  /// Calls `body` with all bytes of the file, in order and in pieces.
  func write(_ head: Head, _ body: (UnsafeRawBufferPointer) -> Void) {
    unsafe head.bytes.withUnsafeBytes { unsafe body($0) }
    var at = head.bytes.count
    for (section, offset) in zip(sections, head.offsets) {
      unsafe Array<UInt8>(repeating: 0, count: offset - at).withUnsafeBytes { unsafe body($0) }
      unsafe section.lend(body)
      at = offset + section.byteCount
    }
  }

  /// Returns the file's bytes.
  func bytes() -> [UInt8] {
    let head = head()
    var file: [UInt8] = []
    file.reserveCapacity(head.byteCount)
    unsafe write(head) { unsafe file.append(contentsOf: $0) }
    return file
  }

  private static func append<Integer: FixedWidthInteger>(_ value: Integer, to bytes: inout [UInt8]) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }
}
