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
  associatedtype Row: UpwardArcs
  var nodeCount: Int { get }
  /// The position of a node of the graph.
  func position(of node: Int) -> Int
  /// The lowest position above, or −1: all others above lie on the way from there to the root.
  func parent(of position: Int) -> Int
  func arcs(from position: Int) -> Range<Int>
  /// Some consecutive arcs, whose memory is all there.
  func row(_ arcs: Range<Int>) -> Row
}

extension UpwardGraph {
  @inline(__always)
  func position(of terminal: Terminal) -> Int {
    precondition(terminal.node < nodeCount, "a terminal that is no node")
    return position(of: Int(terminal.node))
  }
}

extension HierarchyView: UpwardGraph {
  struct Row: UpwardArcs {
    let arcs: Lent<HierarchyArc>

    @inline(__always)
    func head(of arc: Int) -> Int { Int(arcs[arc].head) }
    @inline(__always)
    func ascent(_ arc: Int) -> UInt32 { arcs[arc].up }
    @inline(__always)
    func descent(_ arc: Int) -> UInt32 { arcs[arc].down }
  }

  @inline(__always)
  func position(of node: Int) -> Int { Int(positions[node]) }
  @inline(__always)
  func head(of arc: Int) -> Int { Int(arcs[arc].head) }
  @inline(__always)
  func ascent(_ arc: Int) -> UInt32 { arcs[arc].up }
  @inline(__always)
  func descent(_ arc: Int) -> UInt32 { arcs[arc].down }
  @inline(__always)
  func row(_ arcs: Range<Int>) -> Row { Row(arcs: self.arcs.opened(arcs)) }
}
