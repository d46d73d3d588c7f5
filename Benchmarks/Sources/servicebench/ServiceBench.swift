import Foundation
import SeededRandom
import WardwayContract

/// Times what the visitors of a running service wait for: whole answers as JSON, from the line that is asked.
///
///     swift run -c release --package-path Benchmarks servicebench ATLAS [REQUESTS] [SEED]
///
/// The atlas's files are remembered as sound, as the tool does. Prints one table: the first journey of a process that was just started, the first and the second visitor of a
/// hospital, and a day of mixed requests. Answers that a day's requests get are counted by their status; a damaged map
/// or a request that the contract doesn't know ends it with 1.
@main
enum ServiceBench {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    // What a process does that was started for one answer.
    if arguments.first == "--answer", arguments.count == 3 {
      var answerer = Answerer(try CurrentAtlas(opening: arguments[1], remembering: .ofUser))
      FileHandle.standardOutput.write(Data(answerer.answer(line: Array(arguments[2].utf8))))
      return
    }
    guard !arguments.isEmpty else {
      print("usage: servicebench ATLAS [REQUESTS] [SEED]")
      exit(2)
    }
    let path = arguments.removeFirst()
    let count = arguments.first.flatMap { Int($0) } ?? 2000
    let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? 1
    let current = try CurrentAtlas(opening: path, remembering: .ofUser)
    var day = try Day(current, SeededRandom(seed: seed))
    var table = Table()
    for kind in [Kind.walk, .car] {
      for _ in 0..<freshProcesses {
        let line = day.line(kind)
        table.add("fresh process, \(kind.rawValue)", try Self.time { try Self.ask(path, line) })
      }
    }
    // A planner that is new, as a thread's first visitor finds it; then another of the same hospital.
    for _ in 0..<freshPlanners {
      let hospital = day.hospital()
      day.answerer = Answerer(current)
      for visitor in ["first visitor of a thread, walk", "second visitor, the same hospital"] {
        let line = day.line(.walk, to: hospital)
        table.add(visitor, Self.time { day.answer(line) })
      }
    }
    for _ in 0..<count {
      let kind = day.kind()
      let line = day.line(kind)
      table.add("a day: \(kind.rawValue)", Self.time { day.answer(line) })
    }
    table.addWhole("a day: all", of: "a day: ")
    print(table.text)
    print(
      "answers: \(day.statuses.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))"
    )
    exit(day.statuses.keys.contains { ["damaged-map", "invalid-request", "no status"].contains($0) } ? 1 : 0)
  }

  private static let freshProcesses = 10
  private static let freshPlanners = 20

  /// Milliseconds on the clock.
  private static func time(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return (ContinuousClock.now - start) / .milliseconds(1)
  }

  /// Starts this program anew for one answer, and waits for that.
  private static func ask(_ path: String, _ line: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--answer", path, line]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let answer = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard !answer.isEmpty else { throw CocoaError(.fileReadUnknown) }
  }
}

/// Times by what they are of, in the order in which they came up.
private struct Table {
  private var rows: [(name: String, times: [Double])] = []

  mutating func add(_ name: String, _ time: Double) {
    if let row = rows.firstIndex(where: { $0.name == name }) {
      rows[row].times.append(time)
    } else {
      rows.append((name, [time]))
    }
  }

  /// Adds a row of all whose names begin alike.
  mutating func addWhole(_ name: String, of prefix: String) {
    rows.append((name, rows.filter { $0.name.hasPrefix(prefix) }.flatMap(\.times)))
  }

  var text: String {
    let head = "| wait, in ms | times | p50 | p99 | most |\n|---|---|---|---|---|"
    return rows.reduce(head) { text, row in
      let times = row.times.sorted()
      func share(_ percent: Int) -> String {
        times[min(times.count * percent / 100, times.count - 1)].formatted(
          .number.precision(.fractionLength(2)))
      }
      return text + "\n| \(row.name) | \(times.count) | \(share(50)) | \(share(99)) | \(share(100)) |"
    }
  }
}
