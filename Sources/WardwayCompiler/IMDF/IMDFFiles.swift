import JSONText
import WardwayMap

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
    switch FileContents.kind(of: path) {
    case nil: return false
    case .folder:
      return (["manifest.json"] + kinds.map { $0 + ".geojson" }).contains {
        FileContents.kind(of: "\(path)/\($0)") != nil
      }
    case .file, .other:
      if path.lowercased().hasSuffix(".imdf") { return true }
      let magic = FileContents.start(of: path, count: 4)
      return magic == [0x50, 0x4B, 3, 4] || magic == [0x50, 0x4B, 5, 6]
    }
  }

  /// Reads an archive or a folder.
  ///
  /// - Throws: Why it can't be read, or that there is no manifest.
  init(_ path: String, limits: ArchiveLimits = ArchiveLimits()) throws(MapReadingError) {
    self.path = path
    if FileContents.kind(of: path) == .folder { try readFolder(limits) } else { try readArchive(limits) }
    guard contents["manifest.json"] != nil else {
      throw MapReadingError(.missingFile, path, "it has no manifest.json; is it an IMDF archive?")
    }
  }

  private mutating func readArchive(_ limits: ArchiveLimits) throws(MapReadingError) {
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

  private mutating func readFolder(_ limits: ArchiveLimits) throws(MapReadingError) {
    guard let names = FileContents.names(in: path) else {
      throw MapReadingError(.notReadable, path, "the folder can't be opened; check its permissions")
    }
    var total = 0
    for file in names where !EntryName.isClutter(file) {
      guard let name = Self.known(file[...]) else {
        others.append(file)
        continue
      }
      if FileContents.isLink("\(path)/\(file)") {
        throw MapReadingError(
          .symbolicLink, "\(path)/\(file)", "it is a symbolic link; copy the file itself here")
      }
      let bytes: [UInt8]
      do throws(AtlasError) {
        bytes = try FileContents.read("\(path)/\(file)", most: min(limits.file, limits.total - total))
      } catch {
        if error.code != .notFound {
          throw MapReadingError(.tooLarge, "\(path)/\(file)", "it has more than \(limits.file >> 20) MB")
        }
        throw MapReadingError(.notReadable, "\(path)/\(file)", "it can't be opened; check its permissions")
      }
      total += bytes.count
      contents[name] = bytes
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
  func json(_ name: String) throws(MapReadingError) -> JSONValue? {
    guard let bytes = contents[name] else { return nil }
    do {
      return try JSONReader.value(of: bytes)
    } catch {
      let code: MapReadingError.Code =
        switch error.reason {
        case .syntax: .damagedJSON
        case .depth: .deepJSON
        case .duplicateKey: .duplicateKey
        }
      throw failure(
        code, name, line: error.line, "line \(error.line): \(error.message); mend it or export it anew")
    }
  }

  /// An error about one of the files.
  func failure(
    _ code: MapReadingError.Code, _ name: String, line: Int? = nil, _ message: String
  ) -> MapReadingError {
    MapReadingError(code, path, entry: name, line: line, "in \(name), \(message)")
  }
}
