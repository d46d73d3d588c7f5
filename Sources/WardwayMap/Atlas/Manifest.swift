import JSONText

/// What an atlas consists of: the file `manifest.json` in its folder.
public struct Manifest: Hashable, Sendable {
  /// A file of the atlas.
  public struct Part: Hashable, Sendable {
    /// `streets`, or a venue's id.
    public var network: String
    /// The file's name in the folder.
    public var file: String
    /// Its size in bytes.
    public var bytes: Int
    /// A venue's name.
    public var name: String?
    /// A venue's box: least latitude, least longitude, greatest of both, in degrees × 10⁷.
    public var box: [Int32]?
    /// Where a venue was added from; nil where it was compiled together with the streets.
    public var origin: Origin?
    /// Whom to name for a venue, where that isn't said for the whole atlas.
    public var attribution: String?
  }

  /// The map file that a venue was added from.
  public struct Origin: Hashable, Sendable {
    /// Its ``Fingerprint``.
    public var fingerprint: String
    /// The number of venues in it.
    public var venues: Int

    /// Makes an origin.
    public init(fingerprint: String, venues: Int) {
      self.fingerprint = fingerprint
      self.venues = venues
    }
  }

  /// The version of the folder's layout.
  public var version: Int
  /// The files: the streets', then the venues' by id.
  public var parts: [Part]
  /// The file that says which venue has which places; nil where there are no venues.
  public var placeIndex: String?
  /// Whom to name wherever the map is shown.
  public var attribution: String
  /// The checksum of all this, as it is written without it.
  public var checksum = ""

  /// The name of the streets' network.
  public static let streets = "streets"
  static let fileName = "manifest.json"
  static let currentVersion = 2

  /// The file's bytes, with the checksum that belongs to the rest.
  var json: [UInt8] {
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
        $0.string(placeIndex)
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
  ///
  /// - Parameter memory: Where it is remembered that it was found sound.
  init(folder: String, memory: CheckedFiles? = nil) throws(AtlasError) {
    let path = "\(folder)/\(Self.fileName)"
    let file: MappedFile
    do {
      file = try MappedFile(path: path)
    } catch {
      if error.code == .truncated { throw error }
      throw AtlasError(
        .notFound, file: folder,
        "there is no atlas: \(Self.fileName) is missing; make one with 'wardway compile'")
    }
    self = try Self.read(unsafe [UInt8](file.bytes), path)
    let seal = memory.map { FileSeal(file.identity, version: UInt32(Self.currentVersion), in: $0) }
    if seal?.holds("manifest") == true { return }
    guard checksum == rightChecksum else {
      throw AtlasError(.damaged, file: path, "its checksum is wrong; copy or compile the atlas again")
    }
    for file in files
    where file.isEmpty || file.hasPrefix(".") || file.contains("/") || file.contains("\0") {
      throw AtlasError(.damaged, file: path, "'\(file)' is not a file of this folder")
    }
    seal?.add("manifest")
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
        }, placeIndex: try fields.text("placeIndex"),
        attribution: try fields.needed("attribution", try fields.text("attribution")))
      manifest.checksum = try fields.needed("checksum", try fields.text("checksum"))
      return manifest
    }
  }

  /// The names of all files that belong to the atlas, besides this one.
  var files: [String] { parts.map(\.file) + (placeIndex.map { [$0] } ?? []) }

  init(parts: [Part], placeIndex: String? = nil, attribution: String) {
    version = Self.currentVersion
    self.parts = parts
    self.placeIndex = placeIndex
    self.attribution = attribution
  }
}
