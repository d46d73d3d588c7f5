import Geodesy

/// Picks few edges of a graph by which all ways stay nearly as short.
enum Spanner {
  /// An undirected edge with its length.
  struct Link {
    var a: Int
    var b: Int
    var length: Double
    /// How long a way over other links may be that makes up for it.
    var limit: Double
    /// How wide it is; only links that are as wide make up for it.
    var width: Int

    init(_ a: Int, _ b: Int, _ length: Double, limit: Double, width: Int = .max) {
      self.a = a
      self.b = b
      self.length = length
      self.limit = limit
      self.width = width
    }
  }

  /// Returns the numbers of the links of the greedy spanner, ascending: for each link there is a way over them
  /// within its limit.
  ///
  /// Source: Althöfer et al. 1993, *On Sparse Spanners of Weighted Graphs*; the table of known bounds that spares
  /// most searches is Farshi and Gudmundsson's, 2009. A link is kept if no way over shorter ones is short enough.
  /// Differs: wider links come first, so that those of each width and above are a spanner of their own; and searches
  /// go towards where they lead, as a way that is short enough lies in a narrow ellipse around the link.
  ///
  /// - Parameter places: Where the nodes are, in metres; no link is shorter than its ends are apart.
  /// - Complexity: O(*m* log *m*), and a bounded search for most kept links and some others.
  static func greedy(_ links: [Link], places: [LocalFrame.Point]) -> [Int] {
    let nodeCount = places.count
    let order = links.indices.sorted {
      (-links[$0].width, links[$0].length, $0) < (-links[$1].width, links[$1].length, $1)
    }
    var search = BoundedSearch(places)
    // What is known of the distances so far; they only fall.
    var bounds: [Float] = []
    let usesTable = nodeCount <= mostTabled
    if usesTable { bounds = Array(repeating: .infinity, count: nodeCount * nodeCount) }
    var kept: [Int] = []
    for number in order {
      let link = links[number]
      let limit = max(link.limit, link.length)
      if usesTable, bounds[link.a * nodeCount + link.b] <= Float(limit) { continue }
      let found = search.distance(from: link.a, to: link.b, within: limit) { node, distance in
        guard usesTable else { return }
        // Rounded up, so that a bound is never too good.
        let bound = Float(distance).nextUp
        bounds[link.a * nodeCount + node] = min(bounds[link.a * nodeCount + node], bound)
        bounds[node * nodeCount + link.a] = min(bounds[node * nodeCount + link.a], bound)
      }
      if found <= limit { continue }
      search.add(link.a, link.b, link.length)
      kept.append(number)
    }
    return kept.sorted()
  }

  /// The most nodes for which a table of all pairs is kept.
  private static let mostTabled = 4000
}
