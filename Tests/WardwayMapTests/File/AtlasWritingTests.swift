import Foundation
import TestSupport
import Testing

@testable import WardwayMap

@Suite struct AtlasWritingTests {
  private let folder = TemporaryFolder()

  private func write(_ profiles: [Profile], to path: String? = nil) throws(AtlasError) {
    try Atlas.write(
      streets: SmallNetwork.network, metrics: SmallNetwork.metrics(profiles),
      attribution: SmallNetwork.attribution, to: path ?? folder.path)
  }

  @Test func `an atlas is read as it was written`() throws {
    try write(Profile.standard)
    let atlas = try Atlas(opening: folder.path)
    try atlas.verify()
    #expect(atlas.path == folder.path && atlas.attribution == SmallNetwork.attribution)
    #expect(atlas.profiles == Profile.standard.map(\.name).sorted())
    #expect(atlas.manifest.parts.map(\.network) == ["streets"])
    #expect(atlas.manifest.parts.map(\.bytes) == [folder.read(atlas.manifest.parts[0].file).count])
    let sorted = Profile.standard.sorted { $0.name < $1.name }
    #expect(try atlas.rewritten() == SmallNetwork.bytes(sorted))
    #expect(
      atlas.streets.points(of: 0).count == 4 && atlas.streets.strings[atlas.streets.edges[1].name] != "")
    for profile in sorted {
      let metric = try atlas.metric(for: profile)
      #expect(metric.profile == profile && metric.hierarchy != nil)
      #expect(Array(metric.weights) == Array(SmallNetwork.network.weights(for: profile)))
    }
  }

  @Test func `the same network gives the same bytes`() throws {
    try write([.walker, .bed])
    let other = TemporaryFolder()
    try write([.walker, .bed], to: other.path)
    #expect(folder.names == other.names && folder.names.count == 2)
    for name in folder.names { #expect(folder.read(name) == other.read(name)) }
  }

  @Test func `an atlas without profiles opens and prices any profile`() throws {
    try write([])
    let atlas = try Atlas(opening: folder.path)
    #expect(atlas.profiles == [])
    let metric = try atlas.metric(for: .wheelchair)
    #expect(metric.hierarchy == nil && metric.weights.count == atlas.streets.graph.arcCount)
  }

  @Test func `a metric without a hierarchy is read back without one`() throws {
    let weights = SmallNetwork.network.weights(for: .walker)
    try Atlas.write(
      streets: SmallNetwork.network, metrics: [Metric(profile: .walker, weights: weights, hierarchy: nil)],
      attribution: "", to: folder.path)
    let metric = try Atlas(opening: folder.path).metric(for: .walker)
    #expect(metric.hierarchy == nil && Array(metric.weights) == Array(weights))
  }

  @Test func `a profile with the longest name can be written`() throws {
    var profile = Profile.walker
    profile.name = "porter-of-ward-7"
    try write([profile])
    #expect(try Atlas(opening: folder.path).metric(for: profile).hierarchy != nil)
  }

  @Test func `a profile that differs from the stored one of its name is priced anew`() throws {
    try write([.walker])
    var slow = Profile.walker
    slow.speed = 0.5
    let atlas = try Atlas(opening: folder.path)
    #expect(try atlas.metric(for: slow).hierarchy == nil)
    #expect(Array(try atlas.metric(for: slow).weights) == Array(atlas.streets.weights(for: slow)))
    #expect(try atlas.metric(for: .walker).hierarchy != nil)
  }

  @Test func `an atlas that is replaced keeps answering whoever has it open`() throws {
    try write([.walker])
    let old = try Atlas(opening: folder.path)
    let before = try old.rewritten()
    try write([.wheelchair])
    #expect(try old.rewritten() == before)
    #expect(try Atlas(opening: folder.path).profiles == ["wheelchair"])
  }

  @Test func `network files of older states are removed`() throws {
    try write([.walker])
    try write([.staff])
    let current = try Atlas(opening: folder.path).manifest.parts[0].file
    #expect(folder.names == ["manifest.json", current].sorted())
  }

  @Test func `files of other atlases, of older versions and damaged ones count as ours, and go`() throws {
    try write([.walker])
    var (manifest, file) = (
      folder.read("manifest.json"), try Atlas(opening: folder.path).manifest.parts[0].file
    )
    let right = folder.read(file)
    for bytes in [[], Array(right.prefix(7)), Array(right.prefix(500)), right.map { $0 == 115 ? 116 : $0 }] {
      folder.write(bytes, as: file)
      folder.write(bytes, as: "way-2-0123456789abcdef.network.77.tmp")
      try write([.walker])
      #expect(folder.names == ["manifest.json", file].sorted() && folder.read(file) == right)
    }
    manifest[manifest.firstIndex(of: UInt8(ascii: "x")) ?? 30] ^= 1
    folder.write(manifest, as: "manifest.json")
    try write([.walker])
    #expect(try Atlas(opening: folder.path).profiles == ["walker"])
  }

  @Test(arguments: [
    "notes.txt", "eth0.network", "book.index", "streets-0123456789abcdef.network", "manifest.json.77.tmp",
    "places-0123456789abcdef.index", "way-1-0123456789abcdef.network.77.tmp", "manifest.json", "a.tmp",
    "7.tmp",
  ])
  func `a folder that holds anything else is refused, and nothing is lost`(name: String) throws {
    folder.write("mine", as: name)
    let error = #expect(throws: AtlasError.self) { try write([.walker]) }
    #expect(error?.code == .foreignFiles && error?.message.contains("'\(name)'") == true)
    #expect(folder.names == [name] && folder.read(name) == Array("mine".utf8))
    guard name != "manifest.json" else { return }
    // And where there is an atlas already.
    let other = TemporaryFolder()
    try write([.walker], to: other.path)
    let before = other.names
    other.write("mine", as: name)
    #expect(throws: AtlasError.self) { try write([.staff], to: other.path) }
    #expect(throws: AtlasError.self) { try AtlasWriter(changing: other.path) }
    #expect(other.names == (before + [name]).sorted() && other.read(name) == Array("mine".utf8))
    try Atlas(opening: other.path).verify()
  }

  @Test func `an atlas's file under a name that says another content is somebody's copy`() throws {
    let other = TemporaryFolder()
    try write([.staff], to: other.path)
    let copy = other.read(try Atlas(opening: other.path).manifest.parts[0].file)
    try write([.walker])
    folder.write(copy, as: try Atlas(opening: folder.path).manifest.parts[0].file)
    let error = #expect(throws: AtlasError.self) { try write([.walker]) }
    #expect(error?.code == .foreignFiles)
  }

  @Test func `what begins with a point is left alone`() throws {
    folder.write("mine", as: ".gitkeep")
    try write([.walker])
    try write([.staff])
    #expect(folder.names.count == 3 && folder.read(".gitkeep") == Array("mine".utf8))
  }

  @Test func `an atlas that is written anew is opened anew, whole`() throws {
    try write([.walker])
    let old = try Atlas(opening: folder.path)
    #expect(!old.isReplaced)
    try write([.walker])
    #expect(!old.isReplaced)
    try write([.staff])
    #expect(old.isReplaced)
    var opened: [[String]] = []
    let found = try Atlas.asking(folder.path) { atlas in
      opened.append(atlas.profiles)
      if opened.count < 3 {
        try write(opened.count == 1 ? [.bed] : [.stroller])
        throw AtlasError(.notFound, file: "", "gone")
      }
      return atlas.profiles
    }
    #expect(opened == [["staff"], ["bed"], ["stroller"]] && found == ["stroller"])
    #expect(throws: AtlasError.self) {
      try Atlas.asking(folder.path) { _ in throw AtlasError(.busy, file: "", "") }
    }
  }

  @Test(arguments: ["file", "file/atlas", "missing/atlas", ""])
  func `what can't be written leaves nothing behind`(place: String) throws {
    folder.write("content", as: "file")
    let error = #expect(throws: AtlasError.self) {
      try write([.walker], to: place.isEmpty ? "" : "\(folder.path)/\(place)")
    }
    #expect(error?.code == .notWritten && error?.message.isEmpty == false)
    #expect(folder.names == ["file"] && folder.read("file") == Array("content".utf8))
  }

  @Test func `a failure to write the manifest leaves the folder as it was`() throws {
    folder.makeFolder("atlas")
    folder.makeFolder("atlas/manifest.json")
    let error = #expect(throws: AtlasError.self) { try write([.walker], to: "\(folder.path)/atlas") }
    #expect(error?.code == .foreignFiles && error?.message.contains("manifest.json") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/atlas") == ["manifest.json"])
  }
}
