import TestSupport
import Testing

@testable import WardwayMap

@Suite struct ManifestTests {
  private let folder = TemporaryFolder()

  private func error(of manifest: String) -> AtlasError? {
    folder.write(SmallNetwork.bytes([]), as: "streets")
    folder.write(manifest, as: "manifest.json")
    return errorOfOpening(folder.path)
  }

  /// The text of a manifest with one part, sealed as the library does it.
  private func manifest(network: NetworkID = "streets", file: String = "streets") -> String {
    let part = Manifest.Part(network: network, file: file, bytes: 12_345)
    return String(decoding: Manifest(parts: [part], attribution: "").json, as: UTF8.self)
  }

  @Test func `a manifest is written in order and read back`() throws {
    let streets = Manifest.Part(network: "streets", file: "a", bytes: 7)
    var venue = Manifest.Part(network: "way-1", file: "c", bytes: 8)
    venue.name = "\u{533B}\u{9662}"
    venue.box = [-1, .min, 1, .max]
    venue.checksum = .max
    let index = Manifest.Part(network: "places", file: "p", bytes: 1)
    venue.origin = Manifest.Origin(fingerprint: "f", venues: 2)
    venue.attribution = "©"
    for whole in 0..<32 {
      var part = venue
      if whole & 1 == 0 { part.name = nil }
      if whole & 2 == 0 { part.box = nil }
      if whole & 4 == 0 { part.origin = nil }
      if whole & 8 == 0 { part.attribution = nil }
      if whole & 16 == 0 { part.checksum = nil }
      let made = Manifest(parts: [streets, part], placeIndex: index, attribution: "© 地图")
      #expect(String(decoding: made.json, as: UTF8.self).hasSuffix("}\n"))
      folder.write(made.json, as: "manifest.json")
      let read = try Manifest(folder: folder.path)
      #expect(read.parts == made.parts && read.placeIndex == index && read.attribution == "© 地图")
    }
    #expect(error(of: manifest()) == nil)
  }

  @Test(arguments: [
    ("4", "update Wardway"), ("2", "compile the map again"), ("0", "compile the map again"),
    ("-1", "compile the map again"),
  ])
  func `another version is refused with the way out`(version: String, advice: String) {
    let error = error(of: #"{"version":\#(version),"parts":[]}"#)
    #expect(error?.code == .wrongVersion && error?.message.hasSuffix(advice) == true)
  }

  @Test(arguments: ["../x", "/etc/passwd", "a/../b", "..", ".", ".hidden", "", "a\u{0}b", "streets/x"])
  func `a manifest that names what isn't a file of its folder is refused`(file: String) {
    let error = error(of: manifest(file: file))
    #expect(error?.code == .damaged && error?.message.contains("is not a file of this folder") == true)
  }

  @Test(arguments: [
    "null", "[]", "{}", "1", "{", "\u{FEFF}", "{\"version\":3}", "\0\0\0\0",
    #"{"version":"1","parts":[],"attribution":""}"#, #"{"version":1e99,"parts":[],"attribution":""}"#,
    #"{"version":3,"parts":[{}],"attribution":""}"#, #"{"version":3,"parts":[["streets"]],"attribution":""}"#,
    #"{"version":3,"parts":{},"attribution":""}"#, #"{"version":3,"parts":[],"attribution":""}"#,
    String(repeating: "[", count: 100_000), String(repeating: #"{"parts":"#, count: 50_000),
  ])
  func `what is no manifest is refused`(text: String) {
    let error = error(of: text)
    #expect(error?.code == .damaged && error?.file.hasPrefix(folder.path) == true)
  }

  @Test func `a manifest without streets, or of a file that isn't there, is refused`() {
    #expect(error(of: manifest(network: "venue"))?.message.contains("names no streets") == true)
    #expect(error(of: manifest(file: "gone"))?.code == .notFound)
    #expect(
      error(of: #"{"version":3,"parts":[["streets","streets",99999999999999999999]]}"#)?.code == .damaged)
  }

  @Test func `a manifest that was changed is refused`() {
    let changed = manifest().replacing("12345", with: "12346")
    #expect(error(of: changed)?.message.contains("checksum") == true)
  }

  @Test func `what isn't an atlas is not found`() {
    #expect(errorOfOpening("\(folder.path)/missing")?.code == .notFound)
    #expect(errorOfOpening(folder.path)?.message.contains("make one with 'wardway compile'") == true)
    folder.write("x", as: "file")
    #expect(errorOfOpening("\(folder.path)/file")?.code == .notFound)
    #expect(errorOfOpening("")?.code == .notFound)
    folder.makeFolder("manifest.json")
    #expect(errorOfOpening(folder.path)?.code == .notFound)
  }
}
