/// The upward arcs of a hierarchy, as a potential climbs them: positions fall on the way up.
protocol UpwardGraph {
  var nodeCount: Int { get }
  /// The position of each node of the graph.
  var positions: Lent<UInt32> { get }
  func arcs(from position: Int) -> Range<Int>
  func head(of arc: Int) -> Int
  /// The weight of an upward arc travelled up, and travelled down.
  func ascent(_ arc: Int) -> UInt32
  func descent(_ arc: Int) -> UInt32
}

extension HierarchyView: UpwardGraph {
  @inline(__always)
  func head(of arc: Int) -> Int { Int(arcs[arc].head) }
  @inline(__always)
  func ascent(_ arc: Int) -> UInt32 { arcs[arc].up }
  @inline(__always)
  func descent(_ arc: Int) -> UInt32 { arcs[arc].down }
}

/// A customized hierarchy lent to a potential.
struct CustomizedView: UpwardGraph {
  let topology: CustomizableView
  let up: Lent<UInt32>
  let down: Lent<UInt32>

  var nodeCount: Int { topology.nodeCount }
  @inline(__always)
  var positions: Lent<UInt32> { topology.positions }
  @inline(__always)
  func arcs(from position: Int) -> Range<Int> { topology.arcs(from: position) }
  @inline(__always)
  func head(of arc: Int) -> Int { Int(topology.heads[arc]) }
  @inline(__always)
  func ascent(_ arc: Int) -> UInt32 { up[arc] }
  @inline(__always)
  func descent(_ arc: Int) -> UInt32 { down[arc] }
}

extension CustomizedMetric {
  /// Lends the hierarchy and the weights of its arcs to `body`.
  @inline(__always)
  func lend<Result>(_ body: (CustomizedView) -> Result) -> Result {
    hierarchy.lend { body(CustomizedView(topology: $0, up: weights.up.lent, down: weights.down.lent)) }
  }
}
