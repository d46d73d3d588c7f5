import Foundation
import TestSupport
import Testing

/// Atlases that can't be trusted any more.
@Suite struct DamagedAtlasTests {
  private static func spoiled(_ change: (inout Data) -> Void) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    let original = try Tool.atlas()
    for name in try FileManager.default.contentsOfDirectory(atPath: original) {
      var data = try Data(contentsOf: URL(filePath: "\(original)/\(name)"))
      if name.hasSuffix(".network") { change(&data) }
      try data.write(to: URL(filePath: "\(folder.path)/\(name)"))
    }
    return folder
  }

  private static func expectUnreadable(_ path: String, saying word: String) throws {
    let runs = [
      try Tool.run("route", path, "--from", "12 Willow Street", "--to", "Pharmacy"),
      try Tool.run("info", path), try Tool.run("places", path), try Tool.run("batch", path),
    ]
    for run in runs {
      #expect(run.code == 4 && run.output.isEmpty && run.diagnostics.contains(word), "\(run)")
    }
  }

  @Test func `a flipped byte names the section`() throws {
    let folder = try Self.spoiled { data in
      // The section of nodes: its entry of the table says where it is.
      let entry = data.range(of: Data("node\0".utf8))!.lowerBound
      let offset = data[(entry + 32)..<(entry + 40)].reversed().reduce(0) { $0 << 8 | Int($1) }
      data[offset] ^= 1
    }
    try Self.expectUnreadable(folder.path, saying: "'node'")
  }

  @Test func `a flipped byte of a venue is noticed where the venue matters`() throws {
    let folder = TemporaryFolder()
    let original = try Tool.atlas()
    for name in try FileManager.default.contentsOfDirectory(atPath: original) {
      var data = try Data(contentsOf: URL(filePath: "\(original)/\(name)"))
      if name.hasSuffix(".network"), !name.hasPrefix("streets") { data[data.count - 1] ^= 1 }
      try data.write(to: URL(filePath: "\(folder.path)/\(name)"))
    }
    #expect(try Tool.run("info", folder.path).code == 4)
    // From street to street it doesn't.
    let run = try Tool.run("route", folder.path, "--from", "29.89901,122.89932", "--to", "29.89960,122.89932")
    #expect(run.code == 0, "\(run)")
  }

  @Test func `half a file is truncated`() throws {
    let folder = try Self.spoiled { $0 = $0.prefix($0.count / 2) }
    try Self.expectUnreadable(folder.path, saying: "bytes")
  }

  @Test func `an empty file is named`() throws {
    let folder = try Self.spoiled { $0 = Data() }
    try Self.expectUnreadable(folder.path, saying: "empty")
  }

  @Test func `another version says which`() throws {
    let folder = try Self.spoiled { $0[8] = 99 }
    try Self.expectUnreadable(folder.path, saying: "version 99")
  }

  @Test func `no atlas is no atlas`() throws {
    let folder = TemporaryFolder()
    try Self.expectUnreadable(folder.path, saying: "manifest.json")
    try Self.expectUnreadable("\(folder.path)/nothing", saying: "there is no atlas")
    try Self.expectUnreadable(Tool.map, saying: "there is no atlas")
    try Data("{".utf8).write(to: URL(filePath: "\(folder.path)/manifest.json"))
    try Self.expectUnreadable(folder.path, saying: "manifest")
  }
}
