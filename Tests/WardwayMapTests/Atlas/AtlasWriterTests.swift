import Foundation
import Geodesy
import TestSupport
import Testing

@testable import WardwayMap

/// Atlases that are changed venue by venue.
@Suite struct AtlasWriterTests {
  private let folder = TemporaryFolder()

  private func venue(_ id: NetworkID, name: String = "Hospital") -> CompiledVenue {
    let ring = SmallNetwork.network.nodes.map(\.coordinate)
    let description = VenueDescription(
      id: id, names: [name], outline: Outline(rings: [ring]), portals: .init([]))
    return CompiledVenue(description: description, network: SmallNetwork.network, profiles: [])
  }

  private func write(_ venues: [CompiledVenue] = [], keepsVenues: Bool = false) throws(AtlasError) {
    try Atlas.write(
      streets: SmallNetwork.network, metrics: [], venues: venues, attribution: "x", keepsVenues: keepsVenues,
      to: folder.path)
  }

  private func add(_ venues: CompiledVenue...) throws(AtlasError) {
    let writer = try AtlasWriter(changing: folder.path)
    var staged: [StagedVenue] = []
    for venue in venues { staged.append(try writer.stage(venue, attribution: "x")) }
    try writer.commit(staged)
  }

  private var ids: [NetworkID] { (try? Atlas(opening: folder.path).venueParts.map(\.network)) ?? [] }

  @Test func `venues come, are replaced and go, one by one`() throws {
    try write()
    try add(venue("way-2"))
    try add(venue("way-10"), venue("way-1"))
    #expect(ids == ["way-1", "way-10", "way-2"])
    try add(venue("way-2", name: "Clinic"))
    #expect(try Atlas(opening: folder.path).venue("way-2").description.name == "Clinic")
    // Streets, three venues, the index and the manifest: nothing old is left.
    #expect(folder.names.count == 6)
    try AtlasWriter(changing: folder.path).commit([], removing: ["way-1", "way-10", "way-2"])
    #expect(ids == [] && folder.names.count == 2)
    try Atlas(opening: folder.path).verify()
  }

  @Test func `the same venues give the same files, in whatever order they come`() throws {
    try write([venue("a"), venue("b"), venue("c")])
    let names = folder.names
    let contents = names.map { folder.read($0) }
    try write()
    try add(venue("c"))
    try add(venue("b", name: "Old"), venue("a"))
    try add(venue("b"))
    #expect(folder.names == names && folder.names.map { folder.read($0) } == contents)
  }

  @Test func `venues that were added stand for those of the new streets`() throws {
    try write([venue("a")])
    func addB() throws(AtlasError) {
      let writer = try AtlasWriter(changing: folder.path)
      let origin = Manifest.Origin(fingerprint: "f", venues: 1)
      try writer.commit([try writer.stage(venue("b", name: "Added"), attribution: "x", origin: origin)])
    }
    try addB()
    try write([venue("b"), venue("c")], keepsVenues: true)
    #expect(try Atlas(opening: folder.path).venueParts.map(\.name) == ["Added", "Hospital"])
    #expect(ids == ["b", "c"])
    try Atlas(opening: folder.path).verify()
    try write([venue("b")])
    #expect(try Atlas(opening: folder.path).venueParts.map(\.name) == ["Hospital"])
  }

  @Test func `there is one writer at a time`() throws {
    try write()
    let writer = try AtlasWriter(changing: folder.path)
    let error = #expect(throws: AtlasError.self) { try AtlasWriter(changing: folder.path) }
    #expect(error?.code == .busy && error?.message.contains("somebody else is writing") == true)
    #expect(throws: AtlasError.self) { try write() }
    try writer.commit([])
    #expect(ids == [])
  }

  @Test func `what a writer that was killed left is removed`() throws {
    try write([venue("a")])
    let before = folder.names
    let staged = try AtlasWriter(changing: folder.path).stage(venue("b"), attribution: "x")
    let file = folder.read(staged.part.file)
    folder.write(Array(file.prefix(1000)), as: "\(staged.part.file).77.tmp")
    folder.write([], as: "way-1-0123456789abcdef.network.78.tmp")
    folder.write(Array(folder.read("manifest.json").prefix(40)), as: "manifest.json.77.tmp")
    #expect(ids == ["a"])
    try AtlasWriter(changing: folder.path).commit([])
    #expect(folder.names == before)
  }

  @Test func `a venue that isn't committed is discarded, unless its file is in use`() throws {
    try write([venue("a")])
    let before = folder.names
    let writer = try AtlasWriter(changing: folder.path)
    writer.discard(try writer.stage(venue("b"), attribution: "x"))
    writer.discard(try writer.stage(venue("a"), attribution: "x"))
    #expect(folder.names == before)
  }

  @Test func `a folder that is no atlas can't be added to`() {
    #expect(throws: AtlasError.self) { try add(venue("a")) }
    #expect(throws: AtlasError.self) { try write(keepsVenues: true) }
    #expect(folder.names == [])
  }

  @Test func `an index that is damaged, missing or another atlas's is named, and the streets still open`()
    throws
  {
    try write([venue("a")])
    let file = try #require(folder.names.first { $0.hasSuffix(".index") })
    let right = folder.read(file)
    let other = PlaceIndex().updated(removing: [], adding: [PlaceIndex.Entry("b", SmallNetwork.network)])
    for bytes in [Array(right.dropLast(8)), right.map { $0 == 97 ? 98 : $0 }, other.file.bytes(), [1, 2]] {
      folder.write(bytes, as: file)
      let atlas = try Atlas(opening: folder.path)
      let error = #expect(throws: AtlasError.self) { try atlas.placeMatches("pharmacy") }
      #expect(error?.file.hasSuffix(file) == true)
      #expect(throws: AtlasError.self) { try atlas.verify() }
    }
    folder.write(right, as: file)
    #expect(
      try Atlas(opening: folder.path).placeMatches("药房").places.contains(
        PlaceReference(network: "a", place: 0)))
    var manifest = try Manifest(folder: folder.path)
    manifest.placeIndex = nil
    folder.write(manifest.json, as: "manifest.json")
    #expect(throws: AtlasError.self) { try Atlas(opening: folder.path).placeMatches("pharmacy") }
  }

  @Test func `a venue of another format version is an error for that venue alone`() throws {
    try write([venue("a"), venue("b")])
    let part = try #require(Atlas(opening: folder.path).venueParts.first)
    var bytes = folder.read(part.file)
    bytes[8] = 99
    folder.write(bytes, as: part.file)
    let atlas = try Atlas(opening: folder.path)
    let error = #expect(throws: AtlasError.self) { try atlas.venue("a") }
    #expect(error?.code == .wrongVersion && error?.file.hasSuffix(part.file) == true)
    #expect(try atlas.venue("b").description.id == "b")
  }

  @Test func `whoever made a venue is named with the atlas`() throws {
    try write()
    let writer = try AtlasWriter(changing: folder.path)
    let own = try writer.stage(venue("a"), attribution: "© Hospital")
    try writer.commit([own, try writer.stage(venue("b"), attribution: "x")])
    #expect(try Atlas(opening: folder.path).attribution == "x; © Hospital")
  }
}
