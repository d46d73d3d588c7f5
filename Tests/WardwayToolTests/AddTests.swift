import Foundation
import TestSupport
import Testing

/// `wardway add` and `wardway remove`.
@Suite struct AddTests {
  private let folder: TemporaryFolder
  private var atlas: String { "\(folder.path)/atlas" }

  init() throws {
    folder = TemporaryFolder()
    _ = try write(
      "streets", "<way id=\"90\"><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"highway\" v=\"residential\"/></way>")
    let made = try Tool.run("compile", "\(folder.path)/streets.osm", "-o", atlas)
    try #require(made.code == 0, "\(made.diagnostics)")
  }

  private func write(_ name: String, _ ways: String) throws -> String {
    let nodes = [(1, 0, 0), (2, 0, 4), (3, 1, 1), (4, 1, 3), (5, -1, 3), (6, -1, 1), (7, 0, 2)].map {
      "<node id=\"\($0)\" lat=\"30.00\($0 < 3 ? 0 : $1 + 2)\" lon=\"120.00\($2)\"/>"
    }
    let path = "\(folder.path)/\(name).osm"
    try Data("<osm version=\"0.6\">\(nodes.joined())\(ways)</osm>".utf8).write(to: URL(filePath: path))
    return path
  }

  private func hospital(_ id: Int) throws -> String {
    let ring = [3, 4, 5, 6, 3].map { "<nd ref=\"\($0)\"/>" }.joined()
    return try write(
      "hospital-\(id)",
      """
      <way id="\(id)">\(ring)<tag k="amenity" v="hospital"/><tag k="name" v="Hospital \(id)"/></way>
      <way id="80"><nd ref="2"/><nd ref="7"/><tag k="highway" v="footway"/></way>
      """)
  }

  @Test func `hospitals come and go`() throws {
    let one = try hospital(11)
    let added = try Tool.run("add", atlas, one, "--jobs", "1")
    #expect(added.code == 0 && added.output.contains("venue way-11: Hospital 11"), "\(added)")
    #expect(try Tool.run("add", atlas, one).output.contains("0 files added, 1 unchanged, 0 failed"))
    #expect(try Tool.run("places", atlas, "hospital 11").code == 0)
    #expect(try Tool.run("places", atlas).output.contains("Hospital 11"))
    #expect(try Tool.run("remove", atlas, "way-11").code == 0)
    #expect(try Tool.run("places", atlas, "hospital 11").code == 3)
    #expect(try Tool.run("remove", atlas, "way-11").code == 4)
  }

  @Test func `a broken file is 4, and the others are added`() throws {
    let broken = "\(folder.path)/broken.osm"
    try Data("<osm".utf8).write(to: URL(filePath: broken))
    let run = try Tool.run("add", atlas, broken, try hospital(11), "--format", "json")
    #expect(run.code == 4 && run.lines.count == 2)
    let answers = try run.lines.map { try Tool.object($0) }
    #expect(answers.map { $0["status"] as? String } == ["failed", "added"])
    #expect(answers[0]["file"] as? String == broken)
    let found = try #require((answers[0]["diagnostics"] as? [[String: Any]])?.first)
    #expect(found["code"] as? String == "unreadable-file")
  }

  @Test func `wrong usage is 2, no atlas is 4`() throws {
    #expect(try Tool.run("add", atlas).code == 2)
    #expect(try Tool.run("add", atlas, try hospital(11), "--jobs", "0").code == 2)
    #expect(try Tool.run("add", "\(folder.path)/none", try hospital(11)).code == 4)
  }
}
