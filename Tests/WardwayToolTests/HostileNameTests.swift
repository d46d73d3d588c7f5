import Foundation
import TestSupport
import Testing

/// Names that would steer a terminal, turn the writing direction, or be code elsewhere.
@Suite struct HostileNameTests {
  private static let names = [
    "Ward \u{202E}gnp.exe", "Ward \u{9B}31mRed", "Ward <script>alert(1)</script>",
    "Ward\u{A}wardway: fake line",
    "Ward \u{2028}split", "Ward \u{E0041}tag", "Ward '); DROP TABLE places;--", "Ward \u{7F}\u{85}x",
  ]

  private static let compiled = Result { () throws -> (folder: TemporaryFolder, path: String) in
    let folder = TemporaryFolder()
    var map = "<osm version=\"0.6\">"
    for (number, name) in names.enumerated() {
      let value = name.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined()
      map += """
        <node id="\(number + 1)" lat="30.5" lon="\(114.0 + Double(number) * 0.001)" version="1">
        <tag k="name" v="\(value)"/><tag k="amenity" v="clinic"/></node>
        """
    }
    map += "<way id=\"1\" version=\"1\">"
    for number in names.indices { map += "<nd ref=\"\(number + 1)\"/>" }
    map += "<tag k=\"highway\" v=\"footway\"/><tag k=\"name\" v=\"&#x202e;&#x9b;Way&#xa;x\"/></way></osm>"
    try Data(map.utf8).write(to: URL(filePath: "\(folder.path)/hostile.osm"))
    let run = try Tool.run("compile", "\(folder.path)/hostile.osm", "-o", "\(folder.path)/atlas")
    try #require(run.code == 0, "\(run.diagnostics)")
    return (folder, "\(folder.path)/atlas")
  }

  /// Whether a text has nothing in it but line feeds that a terminal would obey.
  private static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar == "\n"
      case .format, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }

  @Test func `lists of places are harmless`() throws {
    let atlas = try Self.compiled.get().path
    let text = try Tool.run("places", atlas)
    #expect(text.code == 0 && text.lines.count == Self.names.count && Self.isHarmless(text.output))
    let json = try Tool.run("places", atlas, "--format", "json")
    #expect(json.lines.count == Self.names.count && Self.isHarmless(json.output))
    #expect(!json.output.contains("<script"))
    for (line, name) in zip(json.lines, Self.names) {
      // As data, it is what the map says, less what nobody can see.
      let shown = try #require(try Tool.object(line)["name"] as? String)
      #expect(shown.hasPrefix("Ward"))
      #expect(Set(shown.unicodeScalars).isSubset(of: Set((name + " ").unicodeScalars)))
    }
  }

  @Test(arguments: ["text", "json", "geojson"])
  func `routes are harmless`(format: String) throws {
    let atlas = try Self.compiled.get().path
    for number in Self.names.indices.dropFirst() {
      let run = try Tool.run(
        "route", atlas, "--from", "node/1", "--to", "node/\(number + 1)", "--format", format)
      #expect(run.code == 0 && Self.isHarmless(run.output), "\(run)")
      if format != "text" {
        #expect(run.lines.count == 1 && !run.output.contains("<script"))
        _ = try Tool.object(run.output)
      }
    }
  }

  @Test func `refusals are harmless`() throws {
    let atlas = try Self.compiled.get().path
    for place in ["Ward", "nowhere \u{202E}\u{1B}[31m\n x", "\u{9B}"] {
      let text = try Tool.run("route", atlas, "--from", place, "--to", "node/1")
      #expect(text.code == 3 && Self.isHarmless(text.diagnostics), "\(text)")
      #expect(text.diagnostics.split(separator: "\n").count == 1)
      let json = try Tool.run("route", atlas, "--from", place, "--to", "node/1", "--format", "json")
      #expect(Self.isHarmless(json.output) && json.lines.count == 1)
    }
  }
}
