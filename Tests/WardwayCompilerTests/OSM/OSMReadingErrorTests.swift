import Foundation
import Testing
import WardwayCompiler

@Suite struct OSMReadingErrorTests {
  typealias Code = MapReadingError.Code

  static func error(_ name: String, _ bytes: [UInt8]) -> MapReadingError? {
    do {
      _ = try OSMFixture.read((name, bytes))
      return nil
    } catch {
      return error as? MapReadingError
    }
  }

  @Test(arguments: [
    ("a.osm", "", Code.empty), ("a.osm", "hello", .notOSM), ("a.osm", "<html></html>", .notOSM),
    ("a.osm", "PK\u{3}\u{4}", .notOSM), ("a.osm.pbf", OSMFixture.xml, .wrongName),
    ("a.osm.gz", OSMFixture.xml, .wrongName), ("a.osh", OSMFixture.xml, .historyFile),
    ("a.osc", OSMFixture.xml, .changeFile), ("a", #"<osmChange version="0.6"/>"#, .changeFile),
    ("a.osm", "<osm/>", .unsupportedVersion), ("a.osm", #"<osm version="0.5"/>"#, .unsupportedVersion),
    ("a.osm", #"<osm version="0.6">"#, .truncated), ("a.osm", #"<osm version="0.6"></nope>"#, .damaged),
    ("a.osm", #"<osm version="0.6"><node id="x" lat="0" lon="0"/></osm>"#, .damaged),
    ("a.osm", #"<osm version="0.6"><node id="1" lat="NaN" lon="0"/></osm>"#, .invalidCoordinate),
    ("a.osm", #"<osm version="0.6"><node id="1" lat="inf" lon="0"/></osm>"#, .invalidCoordinate),
    ("a.osm", #"<osm version="0.6"><node id="1" lat="1e" lon="0"/></osm>"#, .invalidCoordinate),
    ("a.osm", #"<osm version="0.6">"# + String(repeating: "<a>", count: 100_000), .damaged),
    (
      "a.osm", "<!DOCTYPE osm [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><osm version=\"0.6\">&b;</osm>",
      .entityExpansion
    ),
  ])
  func `a wrong file names what is wrong`(name: String, text: String, code: Code) throws {
    let error = try #require(Self.error(name, Array(text.utf8)))
    #expect(error.code == code)
    #expect(error.file.hasSuffix("/" + name))
    #expect(error.message.contains(";"), "the way out is missing")
    #expect(error.description.hasPrefix("could not read \(error.file): "))
  }

  @Test func `a megabyte in one tag is refused`() {
    let text =
      #"<osm version="0.6"><node id="1" lat="0" lon="0"><tag k="name" v=""#
      + String(repeating: "x", count: 1 << 20) + #""/></node></osm>"#
    #expect(Self.error("a.osm", Array(text.utf8))?.code == .stringTooLong)
  }

  static let broken: [(name: String, blocks: [UInt8], code: Code)] = {
    typealias W = PBFWriter
    let header = W.header()
    let zlib = W.zlib([1, 2, 3])
    let huge = W.field(2, 32 << 20) + W.field(3, zlib)
    let node = W.field(2, W.field(1, W.field(1, 2) + W.field(2, [9]) + W.field(3, [9]) + W.field(8, 0)))
    return [
      ("history", W.header(features: ["HistoricalInformation"]), .historyFile),
      ("unknown feature", W.header(features: ["Teleportation"]), .damaged),
      ("no header block", W.block("OSMData", W.objects()), .notOSM),
      ("another kind", header + W.block("Other", W.objects()), .damaged),
      ("block over 32 MiB", header + W.block("OSMData", blob: [], size: 33 << 20), .blockTooLarge),
      ("negative size", header + W.block("OSMData", blob: [], size: -1), .damaged),
      ("header over 64 KiB", header + [0, 1, 0, 1, 0], .blockTooLarge),
      ("header over 4 GB", header + [255, 255, 255, 255, 0], .blockTooLarge),
      ("block breaks off", header + W.block("OSMData", blob: [10], size: 50), .truncated),
      (
        "unpacks over 32 MiB", header + W.block("OSMData", blob: W.field(2, 33 << 20) + W.field(3, zlib)),
        .blockTooLarge
      ),
      ("payload without its size", header + W.block("OSMData", blob: W.field(3, zlib)), .damaged),
      ("size without payload", header + W.block("OSMData", blob: W.field(2, 3)), .damaged),
      ("size too small", header + W.block("OSMData", blob: W.field(2, 2) + W.field(3, zlib)), .damaged),
      ("size too large", header + W.block("OSMData", blob: W.field(2, 9) + W.field(3, zlib)), .damaged),
      ("size negative", header + W.block("OSMData", blob: W.field(2, -9) + W.field(3, zlib)), .damaged),
      ("LZMA", header + W.block("OSMData", blob: W.field(2, 3) + W.field(4, zlib)), .unsupportedCompression),
      (
        "Zstandard", header + W.block("OSMData", blob: W.field(2, 3) + W.field(7, zlib)),
        .unsupportedCompression
      ),
      ("bomb", header + (0..<3).flatMap { _ in W.block("OSMData", blob: huge) }, .decompressionBomb),
      (
        "string out of range", header + W.block("OSMData", W.objects(strings: [[]], groups: [node])), .damaged
      ),
      ("granularity of zero", header + W.block("OSMData", W.objects() + W.field(17, 0)), .damaged),
      (
        "granularity below zero",
        header + W.block("OSMData", W.objects() + W.field(17, -100), compressed: true),
        .damaged
      ),
      ("garbage", header + W.block("OSMData", Array(repeating: 0xff, count: 99)), .damaged),
    ]
  }()

  @Test(arguments: broken.indices)
  func `a wrong PBF names what is wrong`(index: Int) throws {
    let (name, blocks, code) = Self.broken[index]
    let error = try #require(Self.error("a.pbf", blocks), "\(name)")
    #expect(error.code == code, "\(name): \(error)")
    #expect(error.message.contains(";"), "\(name): \(error)")
  }

  @Test func `deeply nested messages are not followed`() throws {
    var nested: [UInt8] = []
    for _ in 0..<2_000 { nested = PBFWriter.field(2, nested) }
    let bytes = PBFWriter.header() + PBFWriter.block("OSMData", nested)
    if let error = Self.error("a.pbf", bytes) { #expect(error.code == .damaged) }
  }

  @Test(.timeLimit(.minutes(1))) func `what unpacks without measure is refused`() {
    #expect(Self.error("a.osm.bz2", OSMFixture.bomb)?.code == .decompressionBomb)
  }

  @Test(arguments: ["/nowhere/a.osm", "", "a\0b", "http://localhost/a.osm", "-"])
  func `a path that leads nowhere names itself`(path: String) {
    let error = #expect(throws: MapReadingError.self) { try OSMExtract.read(paths: [path]) }
    #expect(error?.code == .notFound && error?.file == path)
  }

  @Test func `a folder is no file`() {
    let path = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    let error = #expect(throws: MapReadingError.self) { try OSMExtract.read(paths: [path]) }
    #expect(error?.code == .notReadable)
  }
}
