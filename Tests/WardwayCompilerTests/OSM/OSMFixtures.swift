import Foundation
import TestSupport
import WardwayCompiler

/// A few objects of each kind, in each format.
enum OSMFixture {
  static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <osm version="0.6" generator="by hand">
      <note>kept out</note>
      <node id="-1" lat="49.5" lon="8.5"><tag k="door" v="yes"/><tag k="name" v="骨科门诊"/></node>
      <node id="2" version="3" lat="49.6" lon="-8.6"/>
      <node id="7" version="1" lat="-0.0000001" lon="180"/>
      <way id="3"><nd ref="2"/><nd ref="-1"/><nd ref="99"/><nd ref="2"/><tag k="highway" v="corridor"/></way>
      <relation id="4">
        <member type="way" ref="3" role="outer"/><member type="node" ref="-1" role=""/>
        <member type="relation" ref="4" role="itself"/>
        <tag k="type" v="site"/>
      </relation>
    </osm>
    """

  /// The same as ``xml`` as blocks of PBF.
  static func pbf(compressed: Bool) -> [UInt8] {
    PBFWriter.header() + PBFWriter.block("OSMData", PBFWriter.objects(), compressed: compressed)
  }

  /// One node, packed by gzip.
  static let gzip = bytes(
    "H4sIAAAAAAACA7PJL85VKEstKs7Mz7NVMtAzU1JIT81LLUosyS+yVSpRsrPJy09JVchMsVUyVFLISSyB0CDFRkr6djb6QP12ADMo"
      + "Ne9FAAAA")

  /// One node, packed by bzip2.
  static let bzip2 = bytes(
    "QlpoOTFBWSZTWbuSBUMAAAyZgFAB8Qcmp50AIABQoNGjQZAaDVPSabTU9NTEbTUJiGUqEUDZKdiAVuPsVk+D81PTo6Q4ggQoN5oi3ncz"
      + "DSF4FvxdyRThQkLuSBUM")

  /// 80 MiB of spaces, packed by bzip2.
  static let bomb = bytes(
    "QlpoOTFBWSZTWeAPczwFfjUZgNABQQcCI5kAAAggAFChppgAE1VQaeUaNlMbqKgJd5RUBLnsoqAl7znGcffG92tda356kVAS/mKCskym"
      + "sgg0DTICRfCgAUAAgAAAEEAAYZgKU04xSqQjYKVSEeLuSKcKEhiAnBwA")

  private static func bytes(_ base64: String) -> [UInt8] {
    [UInt8](Data(base64Encoded: base64) ?? Data())
  }

  /// Reads files with these names and contents, which are gone afterwards.
  static func read(_ files: (name: String, bytes: [UInt8])...) throws -> OSMExtract {
    let folder = TemporaryFolder()
    return try OSMExtract.read(paths: files.map { folder.write($0.bytes, as: $0.name) })
  }

  /// Reads one file of XML.
  static func read(xml: String, name: String = "a.osm") throws -> OSMExtract {
    try read((name, Array(xml.utf8)))
  }

  /// Puts every object together, and says what there is.
  static func summary(_ extract: OSMExtract) -> String {
    var lines = extract.nodes.map { "node \($0.id) \($0.coordinate) \(tags($0.tags))" }
    lines += extract.ways.map { "way \($0.id) \(Array($0.nodes)) \(tags($0.tags))" }
    lines += extract.relations.map { relation in
      "relation \(relation.id) \(relation.members.map { "\($0.kind) \($0.id) \($0.role)" }) "
        + tags(relation.tags)
    }
    return lines.joined(separator: "\n")
  }

  private static func tags(_ tags: OSMTags) -> String {
    tags.pairs.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }
}
