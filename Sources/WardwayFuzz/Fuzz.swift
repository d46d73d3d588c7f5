import ArgumentParser
import Foundation

/// Gives a reader spoilt inputs, one after the other.
///
/// What ends the process, or takes seconds, is a fault; `Scripts/fuzz` looks after that.
@main struct Fuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wardway-fuzz",
    abstract: "Gives a reader spoilt inputs and says how many it had and how long one took at most.")

  @Argument(help: "The reader: \(Reader.allCases.map(\.rawValue).joined(separator: ", ")).")
  var reader: Reader

  @Option(help: "Where the numbers begin that inputs are made of.")
  var seed: UInt64 = 1

  @Option(help: "How many inputs.")
  var runs = 1000

  @Option(help: "The folder with the demo maps.")
  var maps = "Maps"

  @Option(
    help: "Write each input to this file before it is read, so that the one that ends the process stays.")
  var trace: String?

  func run() throws {
    let target = try reader.target(maps: maps)
    var mutator = Mutator(seed: seed, words: target.words)
    var slowest = (seconds: 0.0, run: 0)
    for run in 0..<runs {
      let chosen = target.inputs.randomElement(using: &mutator.numbers)!
      let input = mutator.mutated(chosen, target.inputs)
      if let trace { try Data(input).write(to: URL(filePath: trace)) }
      // Of the processor: what a machine's other users take is nobody's fault.
      let start = clock()
      try target.read(input)
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      if seconds > slowest.seconds { slowest = (seconds, run) }
    }
    print(
      "\(reader.rawValue) seed \(seed): \(runs) runs, the slowest took \(Int(slowest.seconds * 1000)) ms (run \(slowest.run))"
    )
    if slowest.seconds > 10 { throw ExitCode(3) }
  }
}

extension Reader: ExpressibleByArgument {}
