import Foundation
import TestSupport
import Testing

/// `wardway compile` and `wardway info`.
@Suite struct CompileTests {
  @Test func `a map becomes an atlas, and info checks it`() throws {
    let folder = TemporaryFolder()
    let run = try Tool.run("compile", Tool.map, "-o", "\(folder.path)/a", "--format", "json")
    #expect(run.code == 0 && run.lines.count == 1)
    let report = try Tool.object(run.output)
    #expect(report["status"] as? String == "ok")
    #expect(try #require(report["nodes"] as? Int) > 200)
    #expect(report["diagnostics"] is [Any])
    let info = try Tool.run("info", "\(folder.path)/a", "--format", "json")
    #expect(info.code == 0)
    let facts = try Tool.object(info.output)
    #expect(facts["levels"] as? [Double] == [-1, 0, 1, 2, 3])
    #expect(facts["places"] as? Int == report["places"] as? Int)
    #expect(try Tool.run("info", "\(folder.path)/a").output.contains("Profiles"))
  }

  @Test func `the same map compiled twice is the same, byte by byte`() throws {
    let folder = TemporaryFolder()
    var contents: [[String: Data]] = []
    for name in ["a", "b"] {
      let path = "\(folder.path)/\(name)"
      #expect(try Tool.run("compile", Tool.map, "-o", path).code == 0)
      let files = try FileManager.default.contentsOfDirectory(atPath: path)
      contents.append(
        Dictionary(
          uniqueKeysWithValues: try files.map { ($0, try Data(contentsOf: URL(filePath: "\(path)/\($0)"))) }))
    }
    #expect(contents[0] == contents[1] && contents[0].count > 1)
  }

  @Test func `what can't be read is 4, and the file is named`() throws {
    let folder = TemporaryFolder()
    let broken = "\(folder.path)/broken.osm"
    for text in ["", "<osm", "no map", "<osm version=\"0.6\"></osm>", "{}", "\u{0}\u{1}\u{2}"] {
      try Data(text.utf8).write(to: URL(filePath: broken))
      let run = try Tool.run("compile", broken, "-o", "\(folder.path)/a")
      #expect(
        run.code == 4 && run.output.isEmpty && run.diagnostics.contains("broken.osm"), "\(text): \(run)")
    }
    for path in ["\(folder.path)/nothing.osm", folder.path] {
      #expect(try Tool.run("compile", path, "-o", "\(folder.path)/a").code == 4)
    }
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/a"))
  }

  @Test func `what can't be written is 1`() throws {
    let folder = TemporaryFolder()
    let file = "\(folder.path)/file"
    try Data("x".utf8).write(to: URL(filePath: file))
    for path in [file, "\(file)/a", "\(folder.path)/no/such/folder/a"] {
      let run = try Tool.run("compile", Tool.map, "-o", path)
      #expect(run.code == 1 && run.diagnostics.contains(path), "\(run)")
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "x")
  }

  @Test func `an old atlas stays where a new one can't be made`() throws {
    let folder = TemporaryFolder()
    let atlas = "\(folder.path)/a"
    #expect(try Tool.run("compile", Tool.map, "-o", atlas).code == 0)
    #expect(try Tool.run("compile", "\(folder.path)/nothing.osm", "-o", atlas).code == 4)
    #expect(try Tool.run("info", atlas).code == 0)
  }
}
