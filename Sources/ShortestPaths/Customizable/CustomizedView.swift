/// A customized hierarchy lent to a search.
struct CustomizedView: UpwardGraph {
  let topology: CustomizableView
  let up: Lent<UInt32>
  let down: Lent<UInt32>

  var nodeCount: Int { topology.nodeCount }
  @inline(__always)
  func position(of node: Int) -> Int { Int(topology.positions[node]) }
  @inline(__always)
  func parent(of position: Int) -> Int { topology.parent(of: position) }
  @inline(__always)
  func arcs(from position: Int) -> Range<Int> { topology.arcs(from: position) }
  @inline(__always)
  func head(of arc: Int) -> Int { Int(topology.heads[arc]) }
  @inline(__always)
  func ascent(_ arc: Int) -> UInt32 { up[arc] }
  @inline(__always)
  func descent(_ arc: Int) -> UInt32 { down[arc] }
  @inline(__always)
  func row(_ arcs: Range<Int>) -> CustomizedView { self }
}

extension CustomizedMetric {
  /// Lends the hierarchy and the weights of its arcs to `body`.
  @inline(__always)
  func lend<Result>(_ body: (CustomizedView) -> Result) -> Result {
    hierarchy.lend { body(CustomizedView(topology: $0, up: weights.up.lent, down: weights.down.lent)) }
  }
}
