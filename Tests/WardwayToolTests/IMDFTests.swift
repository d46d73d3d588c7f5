import Foundation
import TestSupport
import Testing

/// `wardway compile` and archives of IMDF that can't be read.
@Suite struct IMDFTests {
  @Test func `an archive that can't be read is 4, and is named`() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/venue.imdf"
    for bytes in [
      [], [1], Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18),
    ] {
      try Data(bytes).write(to: URL(filePath: path))
      let run = try Tool.run("compile", path, "-o", "\(folder.path)/a")
      #expect(run.code == 4 && run.output.isEmpty && run.diagnostics.contains("venue.imdf"), "\(run)")
    }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    try Data("{\"a\":1,\"a\":2}".utf8).write(to: URL(filePath: "\(path)/manifest.json"))
    let run = try Tool.run("compile", path, "-o", "\(folder.path)/a")
    #expect(run.code == 4 && run.diagnostics.contains("manifest.json") && run.diagnostics.contains("twice"))
  }
}
