import WardwayMap

extension OSMExtract {
  /// The positions of a way's nodes, without repetitions, in as many stretches as nodes that aren't there part it into.
  ///
  /// An extract ends somewhere, and what lies beyond is in no stretch.
  func stretches(of way: OSMWay) -> [[Int]] {
    var stretches: [[Int]] = [[]]
    for id in way.nodes {
      if let index = index(ofNode: id) {
        if stretches[stretches.count - 1].last != index { stretches[stretches.count - 1].append(index) }
      } else if !stretches[stretches.count - 1].isEmpty {
        stretches.append([])
      }
    }
    return stretches.filter { !$0.isEmpty }
  }

  /// Says that a way has gaps; nil if it has none.
  func gapFinding(_ way: OSMWay, _ stretches: [[Int]]) -> Diagnostic? {
    guard stretches.count > 1, let first = stretches.first?.last, let second = stretches.last?.first else {
      return nil
    }
    let known = Set([first, second].map { node(at: $0).id })
    let missing = way.nodes.drop { !known.contains($0) }.first { index(ofNode: $0) == nil }
    return Diagnostic(
      .missingNode, .warning, FeatureID(.way, way.id), with: missing.map { [FeatureID(.node, $0)] } ?? [],
      at: node(at: first).coordinate,
      "nodes in its middle are not in the map (\(missing.map { "node/\($0)" } ?? "")); nothing leads over the gap",
      fix: "cut the extract so that ways keep their nodes (osmium extract does)")
  }
}
