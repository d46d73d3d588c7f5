import Geodesy
import ShortestPaths

/// How long it takes between a place and every point of a network.
///
/// A directed edge has two ends; the one nearer to the place in the direction of travel is its *near* end. Being
/// there costs something, and each metre of the edge away from it more.
struct ReachedNetwork {
  /// A point of an edge where the place itself is.
  struct Seed {
    var directed: Int
    /// Where it is, in shares of the edge from its tail.
    var position: Double
    var cost: UInt32
  }

  /// Whether one travels to the place.
  let isTowards: Bool
  /// What it costs at the near end of each directed edge.
  var nearCosts: [UInt32]
  /// What each whole directed edge costs.
  var weights: [UInt32]
  var seeds: [Seed]
  /// What it costs at each node.
  var nodeCosts: [UInt32]
  /// The points of an edge from tail to head.
  let points: (Int) -> [Coordinate]
  /// The metres of an edge that count.
  let metres: (Int) -> Double

  /// Calls `body` with the parts of each edge that are reached within a limit, in shares from its tail.
  ///
  /// - Complexity: O(edges).
  func forEachPart(
    within limit: UInt32, _ interruption: Interruption? = nil,
    _ body: (_ edge: Int, _ part: ClosedRange<Double>) -> Void
  ) throws(PlanningError) {
    var own: [Int: [ClosedRange<Double>]] = [:]
    for seed in seeds {
      guard let share = share(of: seed.directed, from: seed.cost, limit) else { continue }
      let part =
        isNearHead(seed.directed)
        ? max(seed.position - share, 0)...seed.position : seed.position...min(seed.position + share, 1)
      own[seed.directed >> 1, default: []].append(part)
    }
    for edge in 0..<weights.count / 2 {
      if edge % 256 == 0 { try interruption.goOn() }
      var parts = own[edge] ?? []
      for directed in [edge * 2, edge * 2 + 1] {
        guard let share = share(of: directed, from: nearCosts[directed], limit) else { continue }
        let whole = min(share, 1)
        parts.append(isNearHead(directed) ? 1 - whole...1 : 0...whole)
      }
      guard !parts.isEmpty else { continue }
      parts.sort { $0.lowerBound < $1.lowerBound }
      var current = parts[0]
      for part in parts.dropFirst() {
        if part.lowerBound <= current.upperBound {
          current = current.lowerBound...max(current.upperBound, part.upperBound)
        } else {
          body(edge, current)
          current = part
        }
      }
      body(edge, current)
    }
  }

  /// How much of a directed edge one gets along from a cost, as a share; nil where nothing.
  private func share(of directed: Int, from cost: UInt32, _ limit: UInt32) -> Double? {
    let weight = weights[directed]
    guard cost <= limit, weight != unreachable else { return nil }
    return weight == 0 ? 1 : Double(limit - cost) / Double(weight)
  }

  /// Whether the near end of a directed edge is the head of the edge.
  private func isNearHead(_ directed: Int) -> Bool { isTowards == (directed & 1 == 0) }

  /// The line of a part of an edge.
  func line(of edge: Int, _ part: ClosedRange<Double>) -> [Coordinate] {
    let points = points(edge)
    if part == 0...1 { return points }
    let lengths = zip(points, points.dropFirst()).map { distance($0, $1) }
    let whole = lengths.reduce(0, +)
    let (first, last) = (part.lowerBound * whole, part.upperBound * whole)
    var line: [Coordinate] = []
    var position = 0.0
    for (index, length) in lengths.enumerated() {
      defer { position += length }
      guard position + length >= first, position <= last else { continue }
      let segment = Segment(points[index], points[index + 1])
      func point(_ at: Double) -> Coordinate {
        length > 0 ? segment.coordinate(at: (at - position) / length) : segment.start
      }
      if line.isEmpty { line.append(point(max(first, position))) }
      line.append(point(min(last, position + length)))
    }
    return line
  }
}
