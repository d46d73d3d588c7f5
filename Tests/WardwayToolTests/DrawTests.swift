import Foundation
import TestSupport
import Testing

/// `wardway draw`.
@Suite struct DrawTests {
  @Test func `a journey and a hospital are drawn into files`() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/picture.svg"
    for what in [
      ["--from", "12 Willow Street", "--to", "Pharmacy", "--as", "wheelchair"],
      ["--venue", "Riverside hospital"], [], ["--network"],
      ["--network", "--venue", "Riverside hospital", "--language", "zh"],
    ] {
      let run = try Tool.run(["draw", Tool.atlas()] + what + ["-o", path])
      #expect(run.code == 0 && run.output.isEmpty && run.diagnostics.isEmpty, "\(run)")
      let picture = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      #expect(picture.hasPrefix("<svg ") && picture.hasSuffix("</svg>\n") && picture.contains(">2F<"))
    }
  }

  @Test(arguments: [
    ["--from", "Pharmacy"], ["--to", "Pharmacy"], ["--venue", "x", "--from", "Pharmacy", "--to", "Imaging"],
    ["--from", "Pharmacy", "--to", "Imaging", "--by", "horse"],
    ["--from", "Pharmacy", "--to", "Imaging", "--network"],
  ])
  func `wrong usage is 2`(arguments: [String]) throws {
    let folder = TemporaryFolder()
    let run = try Tool.run(["draw", Tool.atlas()] + arguments + ["-o", "\(folder.path)/x.svg"])
    #expect(run.code == 2 && !FileManager.default.fileExists(atPath: "\(folder.path)/x.svg"), "\(run)")
  }

  @Test func `what can't be drawn or written is said`() throws {
    let unknown = try Tool.run("draw", Tool.atlas(), "--venue", "Atlantis", "-o", "/tmp/never.svg")
    #expect(unknown.code == 3 && unknown.diagnostics.contains("Riverside Hospital"))
    let unwritable = try Tool.run("draw", Tool.atlas(), "-o", "/nonexistent/x.svg")
    #expect(unwritable.code == 1 && unwritable.diagnostics.contains("/nonexistent/x.svg"))
  }
}
