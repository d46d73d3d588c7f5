import Geodesy
import WardwayMap

/// The ways out of doors that have exactly a name, in pieces that lie together: a street, however often it is cut.
struct NamedWays {
  /// A street.
  struct Part {
    var edges: [Int]
    /// The edge in the middle of it.
    var middle: Int
  }

  /// How far two ways of one name may lie from each other to be one street, in metres: a square, a wide junction.
  private static let gap = 200.0

  private static let kinds: Set<EdgeKind> = [.road, .footway, .path, .crossing, .area]

  private(set) var parts: [Part] = []

  /// Finds the ways.
  ///
  /// - Complexity: O(texts + edges), and O(*n*²) for *n* ways of the name at worst.
  init(_ text: String, in network: WalkNetwork) {
    let numbers = network.strings.numbers(named: text)
    guard !numbers.isEmpty else { return }
    let edges = network.edges.indices.filter {
      let record = network.edges[$0]
      return numbers.contains(record.name) && Self.kinds.contains(record.kind)
    }
    var open = Dictionary(
      uniqueKeysWithValues: edges.map {
        ($0, BoundingBox(network.points(of: $0)).expanded(byMetres: Self.gap / 2))
      })
    for seed in edges where open[seed] != nil {
      var part = [seed]
      var next = [open.removeValue(forKey: seed)!]
      while let box = next.popLast() {
        for (edge, other) in open where other.intersects(box) {
          part.append(edge)
          next.append(other)
          open[edge] = nil
        }
      }
      part.sort()
      let box = BoundingBox(part.flatMap { network.points(of: $0) })
      let middle = part.min { a, b in
        func away(_ edge: Int) -> Double {
          let line = network.points(of: edge)
          return distance(line[line.count / 2], box.center)
        }
        return (away(a), a) < (away(b), b)
      }
      parts.append(Part(edges: part, middle: middle ?? seed))
    }
  }
}
