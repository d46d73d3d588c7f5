import CZip
import WardwayMap

/// Unpacks zip archives in memory.
///
/// Nothing of an archive is believed: unpacked bytes are counted, whatever size is declared, and their checksums
/// compared.
@safe struct ZipReader: ~Copyable {
  private let archive: OpaquePointer
  private let path: String
  private let limits: ArchiveLimits

  /// Opens an archive.
  ///
  /// - Throws: `notReadable` or `damagedArchive`.
  init(_ path: String, limits: ArchiveLimits = ArchiveLimits()) throws(MapReadingError) {
    var code: Int32 = 0
    guard let archive = unsafe FilePath.lend(path, { unsafe zip_open($0, ZIP_RDONLY, &code) }) else {
      if code == ZIP_ER_OPEN || code == ZIP_ER_READ || code == ZIP_ER_NOENT {
        throw MapReadingError(.notReadable, path, "it can't be opened; check its permissions")
      }
      throw MapReadingError(
        .damagedArchive, path, "its zip container is broken; check that it was transferred in whole")
    }
    unsafe self.archive = archive
    self.path = path
    self.limits = limits
  }

  deinit { unsafe zip_discard(archive) }

  /// An entry as the archive's directory has it.
  struct Entry {
    var index: UInt64
    var name: String
  }

  /// Lists the files; folders and what operating systems leave behind are passed over.
  ///
  /// - Throws: The first entry that is an attack or a mistake, by name.
  func entries() throws(MapReadingError) -> [Entry] {
    let count = unsafe zip_get_num_entries(archive, 0)
    guard 0...Int64(limits.entries) ~= count else {
      throw refusal(.tooLarge, nil, "it has \(count) entries, more than \(limits.entries)")
    }
    var names: Set<String> = []
    var found: [Entry] = []
    for index in 0..<UInt64(count) {
      guard let raw = unsafe zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_GUESS)) else {
        throw refusal(.damagedArchive, nil, "entry \(index + 1) has no name; pack it anew")
      }
      let name = unsafe String(cString: raw)
      guard !EntryName.isUnsafe(name) else {
        throw refusal(.unsafePath, name, "its name leads out of the archive; pack it anew from its folder")
      }
      guard !isLink(index) else {
        throw refusal(.symbolicLink, name, "it is a symbolic link; pack the file itself")
      }
      guard names.insert(name.lowercased()).inserted else {
        throw refusal(.duplicateEntry, name, "the archive has two entries of this name; pack it anew")
      }
      if !EntryName.isClutter(name) { found.append(Entry(index: index, name: name)) }
    }
    return found
  }

  /// Unpacks a file.
  ///
  /// - Parameter total: How many bytes have been unpacked; raised.
  func bytes(of entry: Entry, total: inout Int) throws(MapReadingError) -> [UInt8] {
    var stat = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, entry.index, 0, &stat) == 0 else { throw broken(entry) }
    guard unsafe stat.encryption_method == UInt16(ZIP_EM_NONE) else {
      throw refusal(.encryptedArchive, entry.name, "it is encrypted; pack it without a password")
    }
    let packed = unsafe Int(clamping: stat.comp_size)
    guard unsafe stat.size <= UInt64(limits.file) else { throw tooLarge(entry) }
    guard let file = unsafe zip_fopen_index(archive, entry.index, 0) else { throw broken(entry) }
    defer { unsafe zip_fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe zip_fread(file, $0.baseAddress, UInt64($0.count))
      }
      guard count >= 0 else { throw broken(entry) }
      if count == 0 { break }
      bytes += buffer[..<Int(count)]
      guard bytes.count <= limits.file, total + bytes.count <= limits.total else { throw tooLarge(entry) }
      guard bytes.count <= limits.looseBelow || bytes.count / limits.ratio <= packed else {
        throw refusal(
          .decompressionBomb, entry.name,
          "it unpacks to more than \(limits.ratio) times its size; no map does")
      }
    }
    guard unsafe stat.size == UInt64(bytes.count) else { throw broken(entry) }
    total += bytes.count
    return bytes
  }

  private func isLink(_ index: UInt64) -> Bool {
    var system: UInt8 = 0
    var attributes: UInt32 = 0
    guard unsafe zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0 else {
      return false
    }
    // Unix keeps the file's mode in the upper half; 0o12 is a link. Others that write modes there mean the same.
    return attributes >> 28 == 0o12
  }

  private func broken(_ entry: Entry) -> MapReadingError {
    refusal(
      .damagedArchive, entry.name,
      "it can't be unpacked, or isn't what the archive's directory says; pack it anew")
  }

  private func tooLarge(_ entry: Entry) -> MapReadingError {
    refusal(.tooLarge, entry.name, "it unpacks to more than is allowed (\(limits.file >> 20) MB a file)")
  }

  private func refusal(_ code: MapReadingError.Code, _ entry: String?, _ message: String) -> MapReadingError {
    MapReadingError(
      code, path, entry: entry, entry.map { "in '\(String($0.prefix(80)))': \(message)" } ?? message)
  }
}
