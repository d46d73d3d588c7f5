import Columns

/// The costs of cheapest paths by table look-up: for every node the hubs that it reaches, and at what cost.
///
/// For work that needs costs alone and many of them: a question is answered within a microsecond, by walking through
/// two short sorted lists. Immutable; any number of threads may ask at once.
///
/// Hubs are positions of the hierarchy, the highest first. Labels are canonical: a node knows a hub only if nothing
/// above the hub lies on a cheapest path between them. An entry takes a word of 32 bits: in the upper bits, how far
/// the hub is from the one before, in the lower ones, what it costs; where costs need too many bits, all words have
/// 64. Three things make labels fewer: where all ways back cost the same, a node has one label for both directions;
/// equal labels are kept once; a node with a single upward arc, and none from below, uses the label at its upper end.
///
/// Sources: Abraham, Delling, Goldberg and Werneck 2012, *Hierarchical Hub Labelings for Shortest Paths*; Delling,
/// Goldberg, Pajor and Werneck 2014, *Robust Distance Queries on Massive Networks*, for differences between hubs.
public struct HubLabels: Sendable {
  /// The number of nodes.
  public var nodeCount: Int { nodes.count }
  /// The number of hubs that all labels have, each direction counted, labels that are used twice counted twice.
  package let entryCount: Int
  /// The memory that all takes.
  public var byteCount: Int {
    nodes.count * MemoryLayout<LabelledNode>.stride + narrow.count * 4 + wide.count * 8
  }

  let nodes: Column<LabelledNode>
  /// The words of all labels, if 32 bits are enough.
  let narrow: Column<UInt32>
  /// The words of all labels, if they are not.
  let wide: Column<UInt64>
  /// How many bits of a word are cost.
  let costBits: Int

  /// Computes the labels of all nodes.
  ///
  /// - Complexity: For labels of *k* hubs, O(*k*²) a node; on a city's roads, about as long as the hierarchy took.
  package init(_ hierarchy: ContractionHierarchy) {
    var labeling = HubLabeling(nodeCount: hierarchy.nodeCount, isSymmetric: hierarchy.isSymmetric)
    hierarchy.lend { labeling.run($0) }
    let needed = max(labeling.costBits, bitCount(hierarchy.nodeCount))
    entryCount = labeling.entryCount
    if needed <= Self.mostCostBits {
      var packing = LabelPacking<UInt32>(costBits: needed)
      nodes = hierarchy.lend { packing.nodes(labeling, $0) }
      narrow = Column(packing.words)
      wide = Column([])
      costBits = needed
    } else {
      var packing = LabelPacking<UInt64>(costBits: 32)
      nodes = hierarchy.lend { packing.nodes(labeling, $0) }
      narrow = Column([])
      wide = Column(packing.words)
      costBits = 32
    }
  }

  /// The most bits of a 32-bit word that may be cost.
  private static let mostCostBits = 27

  /// The cost of the cheapest path between two nodes, or ``unreachable``.
  public func cost(from source: Int, to target: Int) -> UInt32 {
    precondition(nodes.indices.contains(source) && nodes.indices.contains(target), "no such node")
    if source == target { return 0 }
    let (from, to) = (nodes[source], nodes[target])
    let beyond = UInt64(from.outExtra) &+ UInt64(to.backExtra)
    let least =
      wide.count == 0
      ? narrow.lend { LabelMerge($0, costBits).least(Int(from.out), Int(to.back)) }
      : wide.lend { LabelMerge($0, costBits).least(Int(from.out), Int(to.back)) }
    return UInt32(truncatingIfNeeded: min(least &+ beyond, UInt64(unreachable)))
  }
}

/// Where the labels of a node are, and what it costs to get from the node to where they start.
struct LabelledNode: BitwiseCopyable, Sendable {
  var out: UInt32 = 0
  var back: UInt32 = 0
  var outExtra: UInt32 = 0
  var backExtra: UInt32 = 0
}

/// Walks through two labels at once.
struct LabelMerge<Word: FixedWidthInteger & UnsignedInteger & BitwiseCopyable> {
  private let words: Lent<Word>
  private let costBits: Word
  private let mask: Word

  init(_ words: Lent<Word>, _ costBits: Int) {
    self.words = words
    self.costBits = Word(costBits)
    mask = Word(1) << Word(costBits) &- 1
  }

  /// The least sum of costs at a hub that both labels have.
  ///
  /// Written without branches that depend on the labels: they can't be guessed. Words are read two steps before they
  /// are needed.
  @inline(__always)
  func least(_ first: Int, _ second: Int) -> UInt64 {
    fetch(first)
    fetch(second)
    var a = Entry().reading(words[first], costBits, mask)
    var b = Entry().reading(words[second], costBits, mask)
    var (i, j) = (first &+ 2, second &+ 2)
    var (nextA, nextB) = (words[first &+ 1], words[second &+ 1])
    var (laterA, laterB) = (words[i], words[j])
    var least = UInt64(unreachable)
    while max(a.hub, b.hub) < mask {
      let sum = a.cost &+ b.cost
      least = a.hub == b.hub ? min(least, sum) : least
      let (stepA, stepB) = (a.hub <= b.hub, b.hub <= a.hub)
      let (afterA, afterB) = (a.reading(nextA, costBits, mask), b.reading(nextB, costBits, mask))
      a = stepA ? afterA : a
      b = stepB ? afterB : b
      nextA = stepA ? laterA : nextA
      nextB = stepB ? laterB : nextB
      i &+= stepA ? 1 : 0
      j &+= stepB ? 1 : 0
      laterA = words[i]
      laterB = words[j]
    }
    return least
  }

  /// Has the memory of a label of usual length fetched, all of it at once.
  ///
  /// By a check of words that can't be there: the processor goes on before it has them.
  @inline(__always)
  private func fetch(_ label: Int) {
    let impossible = Word.max &- 1
    precondition(words[min(label &+ 16, words.count &- 1)] != impossible, "damaged labels")
    precondition(words[min(label &+ 32, words.count &- 1)] != impossible, "damaged labels")
    precondition(words[min(label &+ 48, words.count &- 1)] != impossible, "damaged labels")
  }

  /// Where a label has been read to.
  struct Entry {
    var hub: Word = 0
    var cost = UInt64(unreachable)

    /// A word is the next hub and its cost, or, if its upper bits are all set, a hub to count from and no cost.
    @inline(__always)
    func reading(_ word: Word, _ costBits: Word, _ mask: Word) -> Entry {
      let low = word & mask
      let step = word &>> costBits
      let isJump = word >= ~mask
      return Entry(hub: isJump ? low : hub &+ step, cost: isJump ? UInt64(unreachable) : UInt64(low))
    }
  }
}
