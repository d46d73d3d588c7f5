import ArgumentParser
import Foundation
import Wardway
import WardwayContract

/// `wardway batch`.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Answers JSON Lines on standard input, one request a line, in order.",
    discussion: """
      {"id": "1", "kind": "route", "from": {"lat": 52.1, "lon": 13.2, "level": -1}, "to": "Pharmacy"}
      {"id": "2", "kind": "table", "sources": ["52.1,13.2"], "targets": ["Pharmacy", "52.2,13.3"]}
      {"id": "3", "kind": "nearest", "at": "52.1,13.2@0", "number": 3}

      Each line gets one answer line; what went wrong with it is in its status. Members that aren't known are
      refused. A line has at most \(RequestLimits.standard.bytes) bytes, a route \(RequestLimits.standard.via) stops on
      the way, a table \(RequestLimits.standard.side) sources and as many targets, 'nearest'
      \(RequestLimits.standard.nearest) points, 'close' \(RequestLimits.standard.closed) elements.
      """)

  @Argument(help: "The atlas.", completion: .directory)
  var atlas: String

  @Option(help: "The most requests to answer at a time; as many as there are cores, if not said.")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1024 ~= jobs) { throw ValidationError("--jobs is from 1 to 1024.") }
  }

  func run() throws {
    let atlas = try CurrentAtlas(opening: atlas, remembering: .ofUser)
    let work = OrderedWork<LineReader.Line, [UInt8]>(
      threads: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      worker: {
        let answerer = LineAnswerer(atlas)
        return { answerer.answer($0) }
      },
      // Whoever asks line by line waits for each answer, whoever has gone for none.
      handOn: { answer in
        do { try Output.write(answer) } catch { Foundation.exit(Self.report(error)) }
      })
    var reader = LineReader(most: RequestLimits.standard.bytes)
    while let line = reader.next() {
      if case .bytes(let bytes) = line, bytes.allSatisfy(Self.isSpace) { continue }
      work.add(line)
    }
    work.finish()
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}

/// Answers the lines that come to one thread.
private final class LineAnswerer {
  private var answerer: Answerer

  init(_ atlas: CurrentAtlas) { answerer = Answerer(atlas) }

  func answer(_ line: LineReader.Line) -> [UInt8] {
    switch line {
    case .bytes(let bytes): answerer.answer(line: bytes) + [10]
    case .tooLong: Answerer.answerToLongLine() + [10]
    }
  }
}
