import Foundation
import TestSupport
import Testing

/// The built tool, run as a person would.
enum Tool {
  /// What a run came to.
  struct Run {
    var code: Int32
    var output: String
    var diagnostics: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The package's root.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let map = "\(root)/Maps/riverside.osm"

  /// The tool lies beside the program or bundle that runs these tests.
  private static let executable = Result { () throws -> URL in
    let started = [Bundle.main.executableURL, URL(filePath: CommandLine.arguments[0])].compactMap { $0 }
    let folders = (started + Bundle.allBundles.map(\.bundleURL)).map {
      $0.resolvingSymlinksInPath().deletingLastPathComponent()
    }
    let tools = folders.map { $0.appendingPathComponent("wardway") }
    return try #require(tools.first { FileManager.default.isExecutableFile(atPath: $0.path) }, "\(folders)")
  }

  /// Where the tool lies.
  static func path() throws -> String { try executable.get().path }

  /// Runs the tool to its end.
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    try run(arguments, input: input, environment: environment)
  }

  /// Runs the tool to its end.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    let folder = TemporaryFolder()
    let process = Process()
    process.executableURL = try executable.get()
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes: nobody has to read while the tool writes.
    for name in ["in", "out", "err"] {
      let data = name == "in" ? Data(input.utf8) : Data()
      try data.write(to: URL(filePath: "\(folder.path)/\(name)"))
    }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: "\(folder.path)/in"))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "\(folder.path)/out"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: "\(folder.path)/err"))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(arguments) crashed")
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: "\(folder.path)/\(name)")), as: UTF8.self)
    }
    return Run(code: process.terminationStatus, output: try text("out"), diagnostics: try text("err"))
  }

  /// The atlas of Riverside Hospital, compiled by the tool once for all tests.
  private static let compiled = Result { () throws -> (folder: TemporaryFolder, path: String) in
    let folder = TemporaryFolder()
    let path = "\(folder.path)/riverside"
    let made = try run("compile", map, "-o", path)
    try #require(made.code == 0, "\(made.diagnostics)")
    return (folder, path)
  }

  static func atlas() throws -> String { try compiled.get().path }

  /// The answers of `wardway batch` to some lines.
  static func batch(_ lines: String...) throws -> [[String: Any]] {
    let run = try run("batch", try atlas(), input: lines.joined(separator: "\n") + "\n")
    #expect(run.code == 0)
    return try run.lines.map { try object($0) }
  }

  static func object(_ line: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }
}
