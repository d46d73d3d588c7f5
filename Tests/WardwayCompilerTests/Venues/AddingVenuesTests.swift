import Foundation
import Testing
import WardwayCompiler
import WardwayMap

/// Hospitals in files of their own, added to an atlas.
@Suite struct AddingVenuesTests {
  private let files: VenueFiles

  init() throws { files = try VenueFiles() }

  @Test func `hospitals are added, passed over when nothing changed, and replaced`() throws {
    let (one, two) = (try files.hospital(1), try files.hospital(2, columns: 8))
    #expect(try files.add(one, two).outcomes == [.added, .added])
    #expect(files.ids == ["way-1", "way-2"])
    let before = try FileManager.default.contentsOfDirectory(atPath: files.atlas).sorted()
    let again = try files.add(one, two)
    #expect(again.outcomes == [.unchanged, .unchanged] && again.files[0].venues.map(\.id) == ["way-1"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: files.atlas).sorted() == before)
    #expect(try files.add(try files.hospital(2, columns: 8, name: "Clinic")).outcomes == [.added])
    let atlas = try Atlas(opening: files.atlas)
    #expect(atlas.venueParts.map(\.name) == ["Hospital", "Clinic"])
    #expect(atlas.streets.edges.count == 1)
    try atlas.verify()
  }

  @Test func `other options or another file for the same hospital compile it again`() throws {
    let one = try files.hospital(1)
    _ = try files.add(one)
    files.compiler.profiles = [.walker, .wheelchair]
    #expect(try files.add(one).outcomes == [.added])
    files.compiler.attribution = "© Hospital"
    #expect(try files.add(one).outcomes == [.added])
    #expect(try Atlas(opening: files.atlas).attribution.hasSuffix("; © Hospital"))
  }

  @Test func `a file of the atlas that is gone is made again`() throws {
    let one = try files.hospital(1)
    _ = try files.add(one)
    let part = try #require(Atlas(opening: files.atlas).venueParts.first)
    try FileManager.default.removeItem(atPath: "\(files.atlas)/\(part.file)")
    #expect(try files.add(one).outcomes == [.added])
    #expect(try files.add(one).outcomes == [.unchanged])
  }

  @Test func `broken files are named, and the others are added`() throws {
    let broken = try files.write("<osm version=\"0.6\"><node", as: "broken")
    let report = try files.add(
      broken, try files.hospital(1), files.path("missing.osm"), try files.write("", as: "empty"))
    #expect(report.outcomes == [.failed, .added, .failed, .failed])
    #expect(report.codes == [.unreadableFile, .unreadableFile, .unreadableFile])
    for file in report.files where file.outcome == .failed {
      #expect(file.diagnostics[0].message.contains(file.path))
    }
    #expect(files.ids == ["way-1"])
  }

  @Test func `however many files at a time, the atlas is the same`() throws {
    let inputs = try (1...20).map { try files.hospital($0, columns: 6 * $0) }
    _ = try files.compiler.add(venues: inputs, to: files.atlas, jobs: 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: files.atlas).sorted()
    let other = try VenueFiles()
    _ = try other.compiler.add(venues: inputs.reversed(), to: other.atlas)
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.atlas).sorted() == names)
    #expect(names.count == 23)
    // Names of files say what is in them.
    let manifests = [files, other].map { FileManager.default.contents(atPath: "\($0.atlas)/manifest.json") }
    #expect(manifests[0] == manifests[1])
  }

  @Test func `a hospital that two files have is taken from the first`() throws {
    let report = try files.add(try files.hospital(1), try files.hospital(1, columns: 8, name: "Other"))
    #expect(report.outcomes == [.added, .failed] && report.codes == [.duplicateVenue])
    #expect(report.files[1].diagnostics[0].message.contains(report.files[0].path))
    #expect(try Atlas(opening: files.atlas).venueParts.map(\.name) == ["Hospital"])
  }

  @Test func `a hospital is taken out`() throws {
    _ = try files.add(try files.hospital(1), try files.hospital(2, columns: 8))
    try MapCompiler.remove(venue: "way-1", from: files.atlas)
    #expect(files.ids == ["way-2"])
    for id: NetworkID in ["way-1", "streets", ""] {
      let error = #expect(throws: AtlasError.self) { try MapCompiler.remove(venue: id, from: files.atlas) }
      #expect(error?.code == .notFound)
    }
  }

  @Test func `new streets keep the hospitals if they are to`() throws {
    _ = try files.add(try files.hospital(1))
    files.compiler.keepsVenues = true
    _ = try files.compiler.compile([files.path("streets.osm")], to: files.atlas)
    #expect(files.ids == ["way-1"])
    files.compiler.keepsVenues = false
    _ = try files.compiler.compile([files.path("streets.osm")], to: files.atlas)
    #expect(files.ids == [])
  }

  @Test func `there has to be an atlas, and nobody else writing it`() throws {
    let one = try files.hospital(1)
    #expect(throws: AtlasError.self) { try files.compiler.add(venues: [one], to: files.path("nowhere")) }
    let writer = try AtlasWriter(changing: files.atlas)
    let error = #expect(throws: AtlasError.self) { try files.add(one) }
    #expect(error?.code == .busy)
    withExtendedLifetime(writer) {}
  }

  // MARK: Ids

  @Test func `ids that are other things in the streets are named, all of them`() throws {
    // `a` and `b` are the ends of the street, and something else in this file.
    let file = try files.file(
      """

        s
      w---x
        a
        b
      z---y
      """,
      ["wxyzw: amenity=hospital name=H", "sa: highway=footway", "ab: highway=corridor level=0"],
      nodes: ["a: entrance=main door=yes"], as: "reused")
    let report = try files.add(file)
    let found = try #require(report.files[0].diagnostics.first { $0.code == .reusedID })
    #expect(found.sources == [FeatureID("node/97")!, FeatureID("node/98")!] && found.coordinate != nil)
    #expect(try files.add(try files.hospital(3, columns: 9)).codes.contains(.reusedID) == false)
  }

  @Test func `what nothing reaches is named with its place, unless the streets reach it`() throws {
    let file = try files.file(
      """

        s
      w---x
        d
        e g-h
      z-----y
      """,
      [
        "wxyzw: amenity=hospital name=H", "sd: highway=footway", "de: highway=corridor level=0",
        "gh: highway=corridor level=0",
      ],
      nodes: ["d: entrance=main door=yes"], as: "islands")
    let found = try files.add(file).files[0].diagnostics.filter { $0.code == .disconnected }
    #expect(
      found.map(\.source.description) == ["way/4"] && found[0].coordinate != nil && found[0].level == .ground)
  }

  // MARK: Neighbours

  @Test func `hospitals that overlap are named, neighbours are not`() throws {
    let report = try files.add(
      try files.hospital(1), try files.hospital(2, columns: 2), try files.hospital(3, columns: 6))
    #expect(report.outcomes == [.added, .added, .added] && report.codes == [.overlappingVenues])
    #expect(
      report.files[1].diagnostics.first { $0.code == .overlappingVenues }?.message.contains("way-1") == true
    )
    // The same with one that was there before.
    #expect(
      try files.add(try files.hospital(4, columns: 1)).codes == [.overlappingVenues, .overlappingVenues])
    #expect(files.ids.count == 4)
  }

  @Test func `a hospital of another format version doesn't hinder its neighbour`() throws {
    _ = try files.add(try files.hospital(1))
    try spoil("way-1")
    let report = try files.add(try files.hospital(2, columns: 2))
    #expect(report.outcomes == [.added] && report.codes == [.unreadableVenue])
    #expect(report.files[0].diagnostics.contains { $0.message.contains("version 99") })
  }

  @Test func `streets of another format version don't hinder hospitals`() throws {
    try spoil(NetworkID.streets)
    let report = try files.add(try files.hospital(1))
    #expect(report.outcomes == [.added] && report.codes == [.unreadableStreets])
    #expect(report.diagnostics[0].message.contains("version 99"))
  }

  /// Gives a file of the atlas another format version.
  private func spoil(_ network: NetworkID) throws {
    let part = try #require(Atlas(opening: files.atlas).manifest.parts.first { $0.network == network })
    let file = URL(filePath: "\(files.atlas)/\(part.file)")
    var bytes = try Data(contentsOf: file)
    bytes[8] = 99
    try bytes.write(to: file)
  }
}
