import Columns

/// Writes labels as words.
struct LabelPacking<Word: FixedWidthInteger & UnsignedInteger & BitwiseCopyable> {
  private(set) var words: [Word] = []
  private let costBits: Int
  private let mask: Word

  init(costBits: Int) {
    self.costBits = costBits
    mask = Word(1) << Word(costBits) &- 1
  }

  /// Writes the labels of all nodes that need one of their own, and says where each node's are.
  mutating func nodes(_ labeling: borrowing HubLabeling, _ view: HierarchyView) -> Column<LabelledNode> {
    var hasLower = [Bool](repeating: false, count: view.nodeCount)
    for arc in 0..<view.arcs.count { hasLower[Int(view.arcs[arc].head)] = true }
    var labelled = [LabelledNode](repeating: LabelledNode(), count: view.nodeCount)
    for position in 0..<view.nodeCount {
      let arcs = view.arcs(from: position)
      if arcs.count == 1 && !hasLower[position] {
        let arc = view.arcs[arcs.lowerBound]
        var node = labelled[Int(arc.head)]
        (node.outExtra, node.backExtra) = (arc.up, arc.down)
        labelled[position] = node
        continue
      }
      labelled[position].out = write(labeling.out, position)
      labelled[position].back = labelled[position].out
      if !labeling.isSymmetric && !labeling.hasEqualLabels(at: position) {
        labelled[position].back = write(labeling.back, position)
      }
    }
    // Words are read ahead.
    if !words.isEmpty { words += [Word.max, Word.max] }
    return Column((0..<view.nodeCount).map { labelled[view.position(of: $0)] })
  }

  /// Writes a label and where it ends; returns where it starts.
  private mutating func write(_ labels: borrowing HubLabeling.Labels, _ position: Int) -> UInt32 {
    let start = words.count
    precondition(start < Int(UInt32.max), "labels too large")
    let jump = ~mask
    var last: Word = 0
    for index in labels.entries(at: position) {
      let entry = labels.entries[index]
      var step = Word(entry.hub) &- last
      if step >= jump >> Word(costBits) {
        // A word to count from: the hub before, which isn't in the label.
        words.append(jump | (Word(entry.hub) - 1))
        step = 1
      }
      words.append(step << Word(costBits) | Word(entry.cost))
      last = Word(entry.hub)
    }
    words.append(jump | mask)
    return UInt32(start)
  }
}
