import ArgumentParser
import Foundation

/// Times shortest-path algorithms on a graph out of DIMACS files, and checks every answer that is known.
@main
struct GraphBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphbench", abstract: "Times shortest-path algorithms on a DIMACS graph.",
    discussion: """
      Checks every distance that the query file gives and every path arc by arc; one mismatch ends it with 1.
      Means are processor time, of the fastest round; percentiles are of single queries.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: ArgumentHelp("The graph, plain or compressed with gzip.", valueName: "G.gr.gz"))
  var graph: String
  @Option(help: ArgumentHelp("Where nodes lie.", valueName: "G.co.gz"))
  var coordinates: String?
  @Option(help: ArgumentHelp("Sources, targets and distances.", valueName: "Q.csv.gz"))
  var queries: String
  @Option(help: "One of \(Registry.benchmarks.map(\.name).joined(separator: ", ")).")
  var algorithm: String
  @Option(help: "How many threads may prepare at once.")
  var threads = 1
  @Option(name: .customLong("repeat"), help: "How often the queries are asked.")
  var repeatCount = 3
  @Option(help: "Ask only the first queries.")
  var limit: Int?
  @Option(help: "How many targets a search to many has.")
  var targets = 1000
  @Option(help: "How to write the figures.")
  var format = Format.text
  @Option(help: ArgumentHelp("Write the distances found, as a query file.", valueName: "OUT"))
  var distances: String?
  @Option(help: ArgumentHelp("Write the nodes in a customizable hierarchy's order.", valueName: "OUT"))
  var order: String?

  func validate() throws {
    guard Registry.benchmarks.contains(where: { $0.name == algorithm }) else {
      throw ValidationError("There is no algorithm '\(algorithm)'.")
    }
    guard threads >= 1 && threads <= 1024 else {
      throw ValidationError("--threads has to be from 1 to 1024.")
    }
    guard repeatCount >= 1 else { throw ValidationError("--repeat has to be at least 1.") }
    guard targets >= 1 else { throw ValidationError("--targets has to be at least 1.") }
    if let limit, limit < 0 { throw ValidationError("--limit has to be at least 0.") }
  }

  func run() throws {
    let problem = try Problem(graph: graph, coordinates: coordinates, queries: queries, limit: limit)
    var report = Report()
    report.add("algorithm", algorithm)
    report.add("nodes", problem.graph.nodeCount)
    report.add("arcs", problem.graph.arcCount)
    report.add("threads", threads)
    let options = Options(threads: threads, repeatCount: repeatCount, targetCount: targets)
    for benchmark in Registry.benchmarks where benchmark.name == algorithm {
      try benchmark.run(problem, options, &report)
    }
    report.add("peak_rss_bytes", Meter.peakBytes)
    report.add("mismatches", report.mismatches)
    print(format == .json ? report.json : report.text)
    if let distances { try write(report.distances, for: problem, to: distances) }
    if let order { try write(order: report.order, to: order) }
    if report.mismatches > 0 { throw ExitCode(1) }
  }

  private func write(order: [UInt32], to path: String) throws {
    guard !order.isEmpty else {
      throw ValidationError("There is no order for \(path): only cch… and partial have one.")
    }
    let text = order.map { "\($0 + 1)\n" }.joined()
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
  }

  private func write(_ found: [UInt32], for problem: Problem, to path: String) throws {
    var text = "source,target,distance\n"
    for (query, distance) in zip(problem.queries, found) {
      text += "\(query.source + 1),\(query.target + 1),\(distance == .max ? "inf" : "\(distance)")\n"
    }
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
  }
}
