/// Upward arcs of a hierarchy, by number.
protocol UpwardArcs {
  /// The position that an arc leads up to.
  func head(of arc: Int) -> Int
  /// The weight of an upward arc travelled up, and travelled down.
  func ascent(_ arc: Int) -> UInt32
  func descent(_ arc: Int) -> UInt32
}

/// A hierarchy as searches climb it: positions fall on the way up.
protocol UpwardGraph: UpwardArcs {
  associatedtype Arcs: UpwardArcs
  var nodeCount: Int { get }
  /// The position of each node of the graph.
  var positions: Lent<UInt32> { get }
  /// The lowest position above, or −1: all others above lie on the way from there to the root.
  func parent(of position: Int) -> Int
  func arcs(from position: Int) -> Range<Int>
  /// All arcs.
  var all: Arcs { get }
  /// The same for a look at some consecutive ones: whether their memory is there is not asked at each of them.
  func row(_ arcs: Range<Int>) -> Arcs
}

extension UpwardGraph {
  @inline(__always)
  func head(of arc: Int) -> Int { all.head(of: arc) }
  @inline(__always)
  func ascent(_ arc: Int) -> UInt32 { all.ascent(arc) }
  @inline(__always)
  func descent(_ arc: Int) -> UInt32 { all.descent(arc) }

  @inline(__always)
  func position(of terminal: Terminal) -> Int {
    precondition(terminal.node < nodeCount, "a terminal that is no node")
    return Int(positions[Int(terminal.node)])
  }
}

extension HierarchyView: UpwardGraph {
  struct Arcs: UpwardArcs {
    let arcs: Lent<HierarchyArc>

    @inline(__always)
    func head(of arc: Int) -> Int { Int(arcs[arc].head) }
    @inline(__always)
    func ascent(_ arc: Int) -> UInt32 { arcs[arc].up }
    @inline(__always)
    func descent(_ arc: Int) -> UInt32 { arcs[arc].down }
  }

  @inline(__always)
  var all: Arcs { Arcs(arcs: arcs) }
  @inline(__always)
  func row(_ arcs: Range<Int>) -> Arcs { Arcs(arcs: self.arcs.opened(arcs)) }
}

/// A customized hierarchy lent to a search.
struct CustomizedView: UpwardGraph {
  struct Arcs: UpwardArcs {
    let heads: Lent<UInt32>
    let up: Lent<UInt32>
    let down: Lent<UInt32>

    @inline(__always)
    func head(of arc: Int) -> Int { Int(heads[arc]) }
    @inline(__always)
    func ascent(_ arc: Int) -> UInt32 { up[arc] }
    @inline(__always)
    func descent(_ arc: Int) -> UInt32 { down[arc] }
  }

  let topology: CustomizableView
  let up: Lent<UInt32>
  let down: Lent<UInt32>

  var nodeCount: Int { topology.nodeCount }
  @inline(__always)
  var positions: Lent<UInt32> { topology.positions }
  @inline(__always)
  func parent(of position: Int) -> Int { topology.parent(of: position) }
  @inline(__always)
  func arcs(from position: Int) -> Range<Int> { topology.arcs(from: position) }
  @inline(__always)
  var all: Arcs { Arcs(heads: topology.heads, up: up, down: down) }
  @inline(__always)
  func row(_ arcs: Range<Int>) -> Arcs {
    Arcs(heads: topology.heads.opened(arcs), up: up.opened(arcs), down: down.opened(arcs))
  }
}

extension CustomizedMetric {
  /// Lends the hierarchy and the weights of its arcs to `body`.
  @inline(__always)
  func lend<Result>(_ body: (CustomizedView) -> Result) -> Result {
    hierarchy.lend { body(CustomizedView(topology: $0, up: weights.up.lent, down: weights.down.lent)) }
  }
}
