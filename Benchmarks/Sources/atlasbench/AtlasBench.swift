import ArgumentParser
import Foundation
import SeededRandom
import Wardway

/// Times what an app asks of an atlas, and checks the answers against Dijkstra's algorithm.
@main
struct AtlasBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atlasbench", abstract: "Times what an app asks of an atlas.",
    discussion: """
      Opening, first answer, snapping, routes, a batch on all cores, a matrix, the next route behind a closure in \
      a hospital, whole journeys by car with their text, and what a second planner costs. All of them between random places, the same for the \
      same seed. Ends with 1 if any answer differs from that of Dijkstra's algorithm. Times are of the processor, \
      but for opening and for the batch.
      """)

  @Argument(help: ArgumentHelp("The atlas.", valueName: "ATLAS")) var atlas: String
  @Option(help: "How many requests of each kind.") var requests = 1000
  @Option(help: "Where the random places begin.") var seed: UInt64 = 1
  @Option(help: "How many answers of each kind are checked.") var checks = 1000
  @Option(help: "The kinds: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")); all if none is given.")
  var only: [Kind] = []

  /// What is timed.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case opening, snap, route, batch, matrix, closure, car, planners
  }

  func validate() throws {
    guard requests > 0, checks >= 0 else { throw ValidationError("--requests has to be at least 1.") }
  }

  func run() throws {
    let kinds = only.isEmpty ? Kind.allCases : only
    if kinds.contains(.opening) { try Opening.run(atlas, seed) }
    let opened = try Atlas(opening: atlas)
    var disagreements = 0
    for kind in kinds {
      var random = SeededRandom(seed: seed)
      let places = Places(opened)
      switch kind {
      case .opening: break
      case .snap: try Walks.snap(places, requests, &random)
      case .route: disagreements += try Walks.routes(places, requests, checks, &random)
      case .batch: try Batch.run(places, requests, &random)
      case .matrix: disagreements += try Batch.matrix(places, &random)
      case .closure: disagreements += try Closures.run(places, requests, checks, &random)
      case .planners: try Planners.run(places, requests, &random)
      case .car: disagreements += try CarJourneys.run(places, requests, checks, &random)
      }
    }
    print("\(disagreements) disagreements with Dijkstra")
    if disagreements > 0 { throw ExitCode(1) }
  }
}

/// Random places of an atlas.
struct Places {
  let atlas: Atlas

  init(_ atlas: Atlas) { self.atlas = atlas }

  /// A node of the largest part of the streets.
  func onStreet(_ random: inout SeededRandom) -> Place {
    let nodes = atlas.streets.nodes
    while true {
      let node = nodes[random.next(below: nodes.count)]
      if node.component == 0 { return .coordinate(node.coordinate, level: node.level) }
    }
  }
}

extension Planner {
  /// Whether another planner's answer costs the same, or is refused for the same reason, as Dijkstra's.
  func agrees(_ found: Result<Journey, PlanningError>, on request: JourneyRequest) -> Bool {
    let slow = Result { () throws(PlanningError) in try plan(request, method: .dijkstra) }
    return switch (found, slow) {
    case (.success(let a), .success(let b)): a.costMilliseconds == b.costMilliseconds
    case (.failure(let a), .failure(let b)): a.code == b.code
    default: false
    }
  }
}
