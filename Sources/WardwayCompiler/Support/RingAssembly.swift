/// Joins lines that meet in their ends to closed rings.
struct RingAssembly<Node: Hashable> {
  /// Closed rings, each repeating its first node at the end.
  private(set) var rings: [[Node]] = []
  /// What didn't close.
  private(set) var open: [[Node]] = []

  /// Joins lines of two or more nodes, in their order.
  ///
  /// - Complexity: O(*n*) for *n* nodes where few lines meet in a node.
  init(_ lines: [[Node]]) {
    var atEnd: [Node: [Int]] = [:]
    for (number, line) in lines.enumerated() where line.first != line.last {
      atEnd[line[0], default: []].append(number)
      atEnd[line[line.count - 1], default: []].append(number)
    }
    var isUsed = [Bool](repeating: false, count: lines.count)
    for (number, line) in lines.enumerated() where !isUsed[number] {
      isUsed[number] = true
      var chain = line
      while chain.first != chain.last,
        let next = atEnd[chain[chain.count - 1]]?.first(where: { !isUsed[$0] })
      {
        isUsed[next] = true
        let onward = lines[next].first == chain.last ? lines[next] : lines[next].reversed()
        chain += onward.dropFirst()
      }
      if chain.first == chain.last, chain.count > 3 { rings.append(chain) } else { open.append(chain) }
    }
  }
}
