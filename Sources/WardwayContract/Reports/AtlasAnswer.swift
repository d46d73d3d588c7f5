import JSONText
import Wardway

/// What an atlas holds.
public struct AtlasAnswer: Sendable {
  /// One of its files.
  public struct Part: Hashable, Sendable {
    /// `streets`, or a venue's id.
    public var network: String
    /// The file's name in the folder.
    public var file: String
    /// Its size in bytes.
    public var bytes: Int
    /// The venue's name; nil for the streets.
    public var name: String?
  }

  /// A section of the streets' file.
  public struct Section: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// Its size in bytes.
    public var bytes: Int
  }

  /// The version of the file format.
  public let version: Int
  /// Whom to name wherever the map is shown.
  public let attribution: String
  /// The files: the streets first, then the venues.
  public let parts: [Part]
  /// How many nodes the walk networks have.
  public let nodes: Int
  /// How many edges they have.
  public let edges: Int
  /// How long these are together, in metres.
  public let length: Double
  /// How many places have a name.
  public let places: Int
  /// How many parts the streets fall into that no way joins.
  public let components: Int
  /// How many nodes the largest of these has.
  public let largestComponent: Int
  /// The levels that there are, rising.
  public let levels: [Level]
  /// The profiles that it was compiled for.
  public let profiles: [String]
  /// The sections of the streets' file.
  public let sections: [Section]

  /// Looks into an atlas.
  ///
  /// - Throws: An `AtlasError` for a venue that can't be read.
  /// - Complexity: O(*n*) for *n* nodes and edges.
  public init(_ atlas: Atlas) throws(AtlasError) {
    var networks = [atlas.streets]
    for part in atlas.venueParts { networks.append(try atlas.venue(part.network).network) }
    version = atlas.manifest.version
    attribution = atlas.attribution
    parts = atlas.manifest.parts.map {
      Part(network: $0.network.rawValue, file: $0.file, bytes: $0.bytes, name: $0.name)
    }
    nodes = networks.reduce(0) { $0 + $1.nodes.count }
    edges = networks.reduce(0) { $0 + $1.edges.count }
    length = Double(networks.lazy.flatMap(\.edges).reduce(0) { $0 + UInt64($1.length) }) / 1000
    places = networks.reduce(0) { $0 + $1.places.count }
    components = atlas.streets.componentSizes.count
    largestComponent = Int(atlas.streets.componentSizes.first ?? 0)
    levels = Set(networks.flatMap { $0.nodes.map(\.level) }).sorted()
    profiles = atlas.profiles
    sections = atlas.sections.map { Section(name: $0.name, bytes: $0.bytes) }
  }

  /// The length in whole kilometres, as it is written.
  public var kilometres: Int { Int(length / 1000) }

  /// The answer as JSON, in UTF-8.
  public var json: [UInt8] { JSONWriter.bytes(write) }

  /// Writes it as an object.
  private func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("version")
      $0.integer(version)
      $0.key("attribution")
      $0.string(attribution)
      $0.key("parts")
      $0.array(of: parts) { $0.part($1) }
      $0.key("nodes")
      $0.integer(nodes)
      $0.key("edges")
      $0.integer(edges)
      $0.key("length_km")
      $0.integer(kilometres)
      $0.key("places")
      $0.integer(places)
      $0.key("components")
      $0.integer(components)
      $0.key("largest_component")
      $0.integer(largestComponent)
      $0.key("levels")
      $0.array(of: levels) { $0.level($1) }
      $0.key("profiles")
      $0.array(of: profiles) { $0.string($1) }
      $0.key("sections")
      $0.array(of: sections) { writer, section in
        writer.object {
          $0.key("name")
          $0.string(section.name)
          $0.key("bytes")
          $0.integer(section.bytes)
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func part(_ part: AtlasAnswer.Part) {
    object {
      $0.key("network")
      $0.string(part.network)
      $0.key("file")
      $0.string(part.file)
      $0.key("bytes")
      $0.integer(part.bytes)
      $0.key("name")
      $0.string(part.name)
    }
  }
}
