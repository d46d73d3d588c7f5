import Columns

extension PlaceIndex {
  private enum Section {
    static let venue = "index.venue"
    static let nameStart = "name.start"
    static let name = "name.byte"
    static let hitStart = "hit.start"
    static let hit = "hit"
    static let filterStart = "filter.start"
    static let filter = "filter.word"
  }

  /// Opens the index of an atlas.
  ///
  /// - Throws: `damaged` if it doesn't fit the manifest.
  init(of manifest: Manifest, in folder: String) throws(AtlasError) {
    let venues = manifest.parts.map(\.network).filter(\.isVenue)
    guard let file = manifest.placeIndex else {
      guard venues.isEmpty else {
        throw AtlasError(.damaged, file: folder, "it has no index of its places; compile the map again")
      }
      self.init()
      return
    }
    let sections = try SectionFile(path: "\(folder)/\(file.file)", expecting: file.checksum)
    let ids = String(decoding: try sections.column(Section.venue, of: UInt8.self), as: UTF8.self)
    guard ids.split(separator: "\n").map({ NetworkID(rawValue: String($0)) }) == venues,
      let index = PlaceIndex(
        venues: venues, nameStart: try sections.column(Section.nameStart),
        nameBytes: try sections.column(Section.name), hitStart: try sections.column(Section.hitStart),
        hits: try sections.column(Section.hit), filterStart: try sections.column(Section.filterStart),
        filterWords: try sections.column(Section.filter))
    else {
      throw AtlasError(
        .damaged, file: sections.path, "it isn't the index of these venues; copy or compile the atlas again")
    }
    self = index
  }

  /// The name that it has among the networks of a manifest.
  static let network: NetworkID = "places"

  /// Its file.
  var file: SectionFileWriter {
    var writer = SectionFileWriter()
    writer.add(Section.venue, Column(Array(venues.map(\.rawValue).joined(separator: "\n").utf8)))
    writer.add(Section.nameStart, nameStart)
    writer.add(Section.name, nameBytes)
    writer.add(Section.hitStart, hitStart)
    writer.add(Section.hit, hits)
    writer.add(Section.filterStart, filterStart)
    writer.add(Section.filter, filterWords)
    return writer
  }
}
