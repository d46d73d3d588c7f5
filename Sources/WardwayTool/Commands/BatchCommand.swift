import ArgumentParser
import Foundation
import Wardway

/// `wardway batch`.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Answers JSON Lines on standard input, one request a line, in order.",
    discussion: """
      {"id": "1", "kind": "route", "from": {"lat": 52.1, "lon": 13.2, "level": -1}, "to": "Pharmacy"}
      {"id": "2", "kind": "table", "sources": ["52.1,13.2"], "targets": ["Pharmacy", "52.2,13.3"]}
      {"id": "3", "kind": "nearest", "at": "52.1,13.2@0", "number": 3}

      Each line gets one answer line; what went wrong with it is in its status.
      """)

  @Argument(help: "The atlas.", completion: .directory)
  var atlas: String

  func run() throws {
    var answerer = Answerer(try Atlas(opening: atlas, remembering: .ofUser))
    while let line = readLine() {
      if line.allSatisfy(\.isWhitespace) { continue }
      print(answerer.answer(line: line))
      // Whoever asks line by line waits for each answer.
      fflush(nil)
    }
  }
}
