import Foundation
import Wardway

/// Drives random routes on an atlas: all algorithms have to agree on each, and what was driven is written
/// down for the checkers beside this program, which know nothing of this library.
///
///     drivecheck ATLAS COUNT [SEED] [VEHICLE] > routes.jsonl
@main
struct DriveCheck {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2, let path = arguments.first, let count = Int(arguments.dropFirst().first!)
    else {
      print("usage: drivecheck ATLAS COUNT [SEED] [VEHICLE]")
      exit(2)
    }
    let rest = Array(arguments.dropFirst(2))
    var random = SplitMix(state: rest.first.flatMap { UInt64($0) } ?? 1)
    let vehicle = rest.count > 1 ? VehicleProfile.named(rest[1]) : .car
    let atlas = try Atlas(opening: path)
    guard let network = atlas.drive, let vehicle else { fatalError("no drive network, or no such vehicle") }
    let metric = try atlas.metric(for: vehicle)
    let prices = RoadPrices(network, metric)
    var snapper = Snapper()
    var memory = SearchMemory()
    var micros: [Double] = []
    var (found, wrong, sum) = (0, 0, UInt64(0))
    for _ in 0..<count {
      let (from, to) = (place(network, metric, &random), place(network, metric, &random))
      let starts = snapper.points(near: from, as: .start, at: prices)
      let goals = snapper.points(near: to, as: .end, at: prices)
      let begin = ContinuousClock.now
      let way = try DriveStage(prices).way(from: starts, to: goals, &memory)
      micros.append(Double((ContinuousClock.now - begin).components.attoseconds) / 1e12)
      for method in [SearchMethod.aStar, .dijkstra] {
        let other = try DriveStage(prices, method: method).way(from: starts, to: goals, &memory)
        if other?.cost != way?.cost { wrong += 1 }
      }
      guard let way else { continue }
      found += 1
      sum &+= UInt64(way.cost)
      if way.pieces.reduce(0, { $0 + UInt64($1.duration) }) != UInt64(way.cost) { wrong += 1 }
      print(line(way, from, to, network))
    }
    micros.sort()
    let text = """
      \(count) routes, \(found) found, \(wrong) disagreements, checksum \(sum)
      states \(network.stateEdge.count), turns \(network.turns.count), left \(network.drivesOnLeft)
      microseconds a route: median \(micros[count / 2]), p99 \(micros[count * 99 / 100])

      """
    FileHandle.standardError.write(Data(text.utf8))
    if wrong > 0 { exit(1) }
  }

  /// The middle of a random edge on which a journey may start and end.
  static func place(_ network: DriveNetwork, _ metric: DriveMetric, _ random: inout SplitMix) -> Coordinate {
    while true {
      let edge = Int.random(in: 0..<network.edges.count, using: &random)
      let record = network.edges[edge]
      let isUseful = [edge * 2, edge * 2 + 1].contains { metric.reach[$0] == [.leadsOut, .leadsIn] }
      guard isUseful, record.access == .everyone, record.roadClass != .motorway, record.roadClass != .ferry,
        record.roadClass != .motorwayLink
      else { continue }
      let line = network.points(of: edge)
      let at = line.count / 2
      return Segment(line[at - 1], line[at]).coordinate(at: 0.5)
    }
  }

  static func line(
    _ way: DriveWay, _ from: Coordinate, _ to: Coordinate, _ network: DriveNetwork
  ) -> String {
    var length: UInt64 = 0
    let pieces = way.pieces.map { piece -> String in
      let record = network.edges[piece.edge]
      let part = piece.length
      length += UInt64(part)
      let (start, end) = (network.start(of: piece.directed), network.end(of: piece.directed))
      let whole = part == record.span ? 1 : 0
      return "[\(record.source.number),\(network.nodes[Int(start)].source.number),"
        + "\(network.nodes[Int(end)].source.number),\(piece.duration),\(part),\"\(record.roadClass)\",\(whole)]"
    }
    return "{\"from\":[\(from.latitude),\(from.longitude)],\"to\":[\(to.latitude),\(to.longitude)],"
      + "\"ms\":\(way.cost),\"mm\":\(length),\"pieces\":[\(pieces.joined(separator: ","))]}"
  }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
