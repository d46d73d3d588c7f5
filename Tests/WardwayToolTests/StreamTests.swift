import Foundation
import TestSupport
import Testing

/// Streams that break, and paths that are no text.
@Suite struct StreamTests {
  private static let request = #"{"from": "12 Willow Street", "to": "Pharmacy"}"# + "\n"

  /// Runs a line of the shell in which `$tool` is the tool and `$atlas` an atlas; returns its exit code and what it printed.
  private func shell(_ line: String, _ folder: TemporaryFolder) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging([
      "tool": try Tool.path(), "atlas": try Tool.atlas(), "maps": "\(Tool.root)/Maps",
      "SWIFT_BACKTRACE": "enable=no",
    ]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(line)")
    return (process.terminationStatus, output.trimmingCharacters(in: .newlines))
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      "\"$tool\" route \"$atlas\" --from '12 Willow Street' --to Pharmacy > /dev/full",
      "\"$tool\" places \"$atlas\" > /dev/full",
      "echo '{}' | \"$tool\" batch \"$atlas\" > /dev/full", "\"$tool\" info \"$atlas\" > /dev/full",
      "\"$tool\" --help > /dev/full",
      "\"$tool\" places \"$atlas\" >&-", "echo '{}' | \"$tool\" batch \"$atlas\" >&-",
      "\"$tool\" isochrone \"$atlas\" --to Pharmacy --within 5 > /dev/full",
      "\"$tool\" compile \"$maps\"/riverside.osm -o new > /dev/full",
    ])
  func `an answer that nobody gets is a failure`(line: String) throws {
    #expect(try shell(line, TemporaryFolder()).code == 1)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: ["2> /dev/full", "2>&-", "2> >(exit 0)"])
  func `an error that nobody reads ends the tool as it would otherwise`(stream: String) throws {
    let folder = TemporaryFolder()
    #expect(try shell("\"$tool\" compile nope.osm -o z \(stream)", folder).code == 4)
    #expect(try shell("\"$tool\" route \(stream)", folder).code == 2)
  }

  @Test func `whoever reads no further ends the tool quietly`() throws {
    let folder = TemporaryFolder()
    let line =
      "(for i in {1..3000}; do echo '{\"from\": \"Pharmacy\", \"to\": \"Imaging\"}'; done) | \"$tool\" batch \"$atlas\" | head -1 | wc -l"
    #expect(try shell("\(line); exit ${PIPESTATUS[1]}", folder).output == "1")
  }

  @Test func `files that are opened don't take the places of closed streams`() throws {
    let folder = TemporaryFolder()
    _ = try shell("\"$tool\" compile \"$maps\"/riverside.osm -o a <&- >&- 2>&-", folder)
    #expect(
      try shell(
        "\"$tool\" compile \"$maps\"/riverside.osm -o b > /dev/null && diff -r a b && echo same", folder
      ).output == "same")
  }

  @Test func `a picture goes through links and pipes`() throws {
    let folder = TemporaryFolder()
    let made = try shell(
      """
      echo x > real.svg; ln -s real.svg link.svg; ln -s nowhere.svg dangling.svg; mkfifo pipe.svg
      "$tool" draw "$atlas" -o link.svg && [ -L link.svg ] && grep -q '<svg' real.svg && echo link
      "$tool" draw "$atlas" -o dangling.svg && [ -L dangling.svg ] && grep -q '<svg' nowhere.svg && echo dangling
      (grep -c '<svg' < pipe.svg) & "$tool" draw "$atlas" -o pipe.svg && wait
      "$tool" draw "$atlas" -o /dev/stdout | grep -c '<svg'
      """, folder)
    #expect(made.output == "link\ndangling\n1\n1")
  }

  @Test func `a path that is no text is that path`() throws {
    let folder = TemporaryFolder()
    let made = try shell(
      """
      name=$'atl\\xff\\xfe\\xe8\\x8d\\xaf'; cp "$maps"/riverside.osm $'map\\xff.osm'
      "$tool" compile $'map\\xff.osm' -o "$name" > /dev/null && ls "$name"/manifest.json > /dev/null && echo made
      "$tool" route "$name" --from '12 Willow Street' --to Pharmacy > /dev/null && echo found
      ls | wc -l
      """, folder)
    #expect(made.output == "made\nfound\n2")
  }

  @Test func `a batch goes on while its atlas is compiled anew`() throws {
    let folder = TemporaryFolder()
    let made = try shell(
      """
      "$tool" compile "$maps"/riverside.osm -o a > /dev/null; sed 's/v="Imaging"/v="Imaging Centre"/' "$maps"/riverside.osm > changed.osm
      mkfifo in; "$tool" batch a < in > out & exec 3> in
      echo '{"from": "29.9000722,122.9004763", "to": "29.90,122.9005"}' >&3
      until [ -s out ]; do sleep 0.05; done
      "$tool" compile changed.osm -o a > /dev/null
      for i in 1 2 3; do echo '{"from": "12 Willow Street", "to": "Imaging Centre"}' >&3; done
      exec 3>&-; wait; grep -c '"status":"ok"' out
      """, folder)
    #expect(made.output == "4")
  }
}
