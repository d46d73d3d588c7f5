import Foundation

/// The files of an IMDF archive or folder, by their names.
struct IMDFFiles {
  /// The kinds of features, each in a file of its own.
  static let kinds = [
    "address", "amenity", "anchor", "building", "detail", "fixture", "footprint", "geofence", "kiosk",
    "level",
    "occupant", "opening", "relationship", "section", "unit", "venue",
  ]

  let path: String
  /// `manifest.json` and the files of features.
  private(set) var contents: [String: [UInt8]] = [:]
  /// Files that are no part of IMDF.
  private(set) var others: [String] = []

  /// Whether a path is that of an IMDF folder or of a zip archive.
  static func isIMDF(_ path: String) -> Bool {
    guard !path.utf8.contains(0) else { return false }
    guard FileManager.default.fileExists(atPath: path) else { return false }
    if isFolder(path) {
      return (["manifest.json"] + kinds.map { $0 + ".geojson" }).contains {
        FileManager.default.fileExists(atPath: "\(path)/\($0)")
      }
    }
    if path.lowercased().hasSuffix(".imdf") { return true }
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    let magic = [UInt8]((try? file.read(upToCount: 4)) ?? Data())
    return magic == [0x50, 0x4B, 3, 4] || magic == [0x50, 0x4B, 5, 6]
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Reads an archive or a folder.
  ///
  /// - Throws: Why it can't be read, or that there is no manifest.
  init(_ path: String, limits: ArchiveLimits = ArchiveLimits()) throws(OSMReadingError) {
    self.path = path
    if Self.isFolder(path) { try readFolder(limits) } else { try readArchive(limits) }
    guard contents["manifest.json"] != nil else {
      throw OSMReadingError(
        code: .missingFile, file: path, message: "it has no manifest.json; is it an IMDF archive?")
    }
  }

  private mutating func readArchive(_ limits: ArchiveLimits) throws(OSMReadingError) {
    let archive = try ZipReader(path, limits: limits)
    let entries = try archive.entries()
    // Some pack the folder, not its files.
    let root =
      entries.map(\.name).filter { $0 == "manifest.json" || $0.hasSuffix("/manifest.json") }
      .min { ($0.count, $0) < ($1.count, $1) }?.dropLast("manifest.json".count) ?? ""
    var total = 0
    for entry in entries {
      guard entry.name.hasPrefix(root), let name = Self.known(entry.name.dropFirst(root.count)) else {
        others.append(entry.name)
        continue
      }
      contents[name] = try archive.bytes(of: entry, total: &total)
    }
  }

  private mutating func readFolder(_ limits: ArchiveLimits) throws(OSMReadingError) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw OSMReadingError(
        code: .notReadable, file: path, message: "the folder can't be opened; check its permissions")
    }
    var total = 0
    for file in names.sorted() where !EntryName.isClutter(file) {
      guard let name = Self.known(file[...]) else {
        others.append(file)
        continue
      }
      let url = URL(filePath: "\(path)/\(file)")
      let facts = try? url.resourceValues(forKeys: [.isRegularFileKey, .isSymbolicLinkKey, .fileSizeKey])
      if facts?.isSymbolicLink ?? false {
        throw OSMReadingError(
          code: .symbolicLink, file: "\(path)/\(file)",
          message: "it is a symbolic link; copy the file itself here")
      }
      let size = facts?.fileSize ?? 0
      guard size <= limits.file, total + size <= limits.total else {
        throw OSMReadingError(
          code: .tooLarge, file: "\(path)/\(file)", message: "it has more than \(limits.file >> 20) MB")
      }
      guard facts?.isRegularFile ?? false, let data = try? Data(contentsOf: url) else {
        throw OSMReadingError(
          code: .notReadable, file: "\(path)/\(file)", message: "it can't be opened; check its permissions")
      }
      total += data.count
      contents[name] = [UInt8](data)
    }
  }

  /// The name that a file has in IMDF; nil if it is no part of it.
  private static func known(_ name: Substring) -> String? {
    let name = name.lowercased()
    return name == "manifest.json" || kinds.contains { name == $0 + ".geojson" } ? name : nil
  }

  /// Returns the JSON of a file; nil if there is none.
  ///
  /// - Throws: What is wrong with it; names the file and the line.
  func json(_ name: String) throws(OSMReadingError) -> JSONValue? {
    guard let bytes = contents[name] else { return nil }
    do {
      return try JSONReader.value(of: bytes)
    } catch {
      let code: OSMReadingError.Code =
        switch error.reason {
        case .syntax: .damagedJSON
        case .depth: .deepJSON
        case .duplicateKey: .duplicateKey
        }
      throw failure(code, name, "line \(error.line): \(error.message); mend it or export it anew")
    }
  }

  /// An error about one of the files.
  func failure(_ code: OSMReadingError.Code, _ name: String, _ message: String) -> OSMReadingError {
    OSMReadingError(code: code, file: path, message: "in \(name), \(message)")
  }
}
