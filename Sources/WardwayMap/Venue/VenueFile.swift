import Columns
import Geodesy
import ShortestPaths

extension NetworkFile {
  /// The sections that a venue's file has besides a network's.
  private enum VenueSection {
    static let names = "venue.names"
    static let corner = "venue.corner"
    static let ring = "venue.ring"
    static let portal = "venue.portal"
    static let position = "customizable.position"
    static let first = "customizable.first"
    static let head = "customizable.head"
  }

  /// Returns what the file says of the venue.
  ///
  /// - Throws: `damaged` if it is the file of something else or doesn't fit its network.
  func venue() throws(AtlasError) -> VenueDescription {
    let id = String(decoding: try sections.column(Section.id, of: UInt8.self), as: UTF8.self)
    let names = String(decoding: try sections.column(VenueSection.names, of: UInt8.self), as: UTF8.self)
    let corners = try sections.column(VenueSection.corner, of: Coordinate.self)
    let starts = try sections.column(VenueSection.ring, of: UInt32.self)
    guard let outline = Outline(corners: corners, starts: starts) else {
      throw AtlasError(
        .damaged, file: sections.path, "section '\(VenueSection.ring)': offsets are out of order")
    }
    let portals = try sections.column(VenueSection.portal, of: PortalRecord.self)
    let texts = network.strings.count
    if let bad = portals.firstIndex(where: {
      Int($0.node) >= network.nodes.count || Int($0.name) >= texts || !$0.coordinate.isValid
        || !$0.toward.isValid || Level(hundredths: $0.level.hundredths) == nil
    }) {
      throw AtlasError(
        .damaged, file: sections.path,
        "section '\(VenueSection.portal)': portal \(bad) leads to a node or a text that isn't there")
    }
    return VenueDescription(
      id: NetworkID(rawValue: id), names: names.split(separator: "\n").map(String.init), outline: outline,
      portals: portals)
  }

  /// Returns the hierarchy that takes any weights.
  ///
  /// - Throws: `damaged` if it isn't one of this network.
  /// - Complexity: O(its size).
  func customizableHierarchy() throws(AtlasError) -> CustomizableHierarchy {
    let columns = CustomizableColumns(
      positions: try sections.column(VenueSection.position),
      firstArc: try sections.column(VenueSection.first), heads: try sections.column(VenueSection.head))
    do {
      return try CustomizableHierarchy(columns: columns, graph: network.graph)
    } catch {
      throw AtlasError(
        .damaged, file: sections.path, "section '\(VenueSection.position)': \(error); compile the map again")
    }
  }

  /// Returns a venue's file.
  static func venue(_ compiled: CompiledVenue, attribution: String) -> SectionFileWriter {
    var writer = SectionFileWriter()
    let venue = compiled.description
    add(
      compiled.network, called: venue.id, metrics: compiled.metrics, attribution: attribution, to: &writer)
    writer.add(VenueSection.position, compiled.customizable.columns.positions)
    writer.add(VenueSection.first, compiled.customizable.columns.firstArc)
    writer.add(VenueSection.head, compiled.customizable.columns.heads)
    writer.add(VenueSection.names, Column(Array(venue.names.joined(separator: "\n").utf8)))
    writer.add(VenueSection.corner, venue.outline.corners)
    writer.add(VenueSection.ring, venue.outline.starts)
    writer.add(VenueSection.portal, venue.portals)
    return writer
  }
}
