import JSONText

/// What an atlas consists of: the file `manifest.json` in its folder.
public struct Manifest: Hashable, Sendable {
  /// A file of the atlas.
  public struct Part: Hashable, Sendable {
    /// The network that it holds.
    public package(set) var network: NetworkID
    /// The file's name in the folder.
    package var file: String
    /// Its size in bytes.
    public package(set) var bytes: Int
    /// The checksum that its header has, which covers all of it; nil to take any.
    package var checksum: UInt64?
    /// A venue's name.
    public package(set) var name: String?
    /// A venue's box: least latitude, least longitude, greatest of both, in degrees × 10⁷.
    package var box: [Int32]?
    /// Where a venue was added from; nil where it was compiled together with the streets.
    package var origin: Origin?
    /// Whom to name for a venue, where that isn't said for the whole atlas.
    public package(set) var attribution: String?
  }

  /// The map file that a venue was added from.
  package struct Origin: Hashable, Sendable {
    /// Its ``Fingerprint``.
    package var fingerprint: String
    /// The number of venues in it.
    package var venues: Int

    /// Makes an origin.
    package init(fingerprint: String, venues: Int) {
      self.fingerprint = fingerprint
      self.venues = venues
    }
  }

  /// The version of the folder's layout.
  package var version: Int
  /// The files: the streets', then the venues' by id.
  package var parts: [Part]
  /// The file that says which venue has which places; nil where there are no venues.
  package var placeIndex: Part?
  /// Whom to name wherever the map is shown.
  package var attribution: String
  /// The checksum of all this, as it is written without it.
  package var checksum = ""

  static let fileName = "manifest.json"
  /// What the file begins with.
  static let firstBytes = Array(#"{"attribution":"#.utf8)
  static let currentVersion = 3

  /// The file's bytes, with the checksum that belongs to the rest.
  package var json: [UInt8] {
    var sealed = self
    sealed.checksum = rightChecksum
    return sealed.encoded
  }

  private var encoded: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.key("attribution")
      $0.string(attribution)
      $0.key("checksum")
      $0.string(checksum)
      $0.key("parts")
      $0.array(of: parts) { $1.write(to: &$0) }
      if let placeIndex {
        $0.key("placeIndex")
        placeIndex.write(to: &$0)
      }
      $0.key("version")
      $0.integer(version)
    }
    return writer.bytes + [10]
  }

  /// What the checksum has to be.
  private var rightChecksum: String {
    var bare = self
    bare.checksum = ""
    return String(Checksum.of(bare.encoded), radix: 16)
  }

  /// Reads the manifest of the atlas in `folder`.
  init(folder: String) throws(AtlasError) {
    let path = "\(folder)/\(Self.fileName)"
    let bytes: [UInt8]
    do {
      bytes = try FileContents.read(path)
    } catch {
      guard error.code == .notFound else { throw error }
      throw AtlasError(
        .notFound, file: folder,
        "there is no atlas: \(Self.fileName) is missing; make one with 'wardway compile'")
    }
    guard !bytes.isEmpty else {
      throw AtlasError(.truncated, file: path, "the file is empty; compile it again")
    }
    self = try Self.read(bytes, path)
    guard checksum == rightChecksum else {
      throw AtlasError(.damaged, file: path, "its checksum is wrong; copy or compile the atlas again")
    }
    for file in files
    where file.isEmpty || file.hasPrefix(".") || file.contains("/") || file.contains("\0") {
      throw AtlasError(.damaged, file: path, "'\(file)' is not a file of this folder")
    }
  }

  /// Whether bytes are those of a manifest of whatever version, damaged or not, and of nothing else that is called so:
  /// IMDF has a `manifest.json` too.
  static func mayBe(_ bytes: [UInt8]) -> Bool {
    guard let json = try? JSONReader.value(of: bytes) else { return bytes.isEmpty }
    return json["parts"].array != nil && json["version"].number != nil && json["attribution"].string != nil
      && json["checksum"].string != nil
  }

  /// Reads the file's bytes.
  private static func read(_ bytes: [UInt8], _ path: String) throws(AtlasError) -> Manifest {
    guard let json = try? JSONReader.value(of: bytes), case .object(let members) = json,
      let version = members["version"]?.number.flatMap({ Int(exactly: $0) })
    else {
      throw AtlasError(.damaged, file: path, "it is not the manifest of an atlas; compile the map again")
    }
    // What another version holds besides is unknown.
    guard version == currentVersion else {
      let advice = version > currentVersion ? "update Wardway" : "compile the map again"
      throw AtlasError(
        .wrongVersion, file: path,
        "it has version \(version), this library reads \(currentVersion); \(advice)")
    }
    return try AtlasError.explained(.damaged, file: path) {
      let fields = try JSONFields(
        json, allowed: ["attribution", "checksum", "parts", "placeIndex", "version"])
      var manifest = Manifest(
        parts: try fields.needed("parts", try fields.list("parts")).enumerated().map {
          try Part($1, at: "parts[\($0)]")
        }, placeIndex: try fields.value("placeIndex").map { try Part($0, at: "placeIndex") },
        attribution: try fields.needed("attribution", try fields.text("attribution")))
      manifest.checksum = try fields.needed("checksum", try fields.text("checksum"))
      return manifest
    }
  }

  /// The names of all files that belong to the atlas, besides this one.
  var files: [String] { (parts + (placeIndex.map { [$0] } ?? [])).map(\.file) }

  package init(parts: [Part], placeIndex: Part? = nil, attribution: String) {
    version = Self.currentVersion
    self.parts = parts
    self.placeIndex = placeIndex
    self.attribution = attribution
  }
}
