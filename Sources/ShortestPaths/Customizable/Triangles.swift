import Columns

/// Where the third arc of every triangle is: that between the heads of two upward arcs of a node.
///
/// It is in the row of the lower head, among arcs in the same order as the node's own; those lead to some more heads.
/// How many of these come before it is kept, two bytes a triangle: so it is found without a search, and what is read lies
/// together. That depends on the heads of the row alone, so a node and its parent share a table where it leads to
/// nothing but its parent and what that one leads to: a separator of many nodes takes one table.
struct Triangles: Sendable {
  /// For each position where its triangles start.
  let first: Column<Int>
  /// How many arcs farther on in its row a third arc is than the node's own arc to the same head.
  ///
  /// Sorted by the arc to the lower head, and the other arc. Two bytes are enough: the heads of a row lead to each other,
  /// so that with 65,536 of them there would be more arcs than can be numbered (`Graph.capacity`).
  let skips: Column<UInt16>

  /// Finds all of them in rows where what a node leads to its parent leads to too.
  ///
  /// - Complexity: O(*m* *d*) for *m* upward arcs, at most *d* a node.
  init(firstArc: Column<UInt32>, heads: Column<UInt32>) {
    let count = firstArc.count - 1
    let unknown = -1
    var first = [Int](repeating: unknown, count: count)
    var skips: [UInt16] = []
    for position in stride(from: count - 1, through: 0, by: -1) {
      let row = Int(firstArc[position])..<Int(firstArc[position + 1])
      let parent = row.isEmpty ? position : Int(heads[row.upperBound - 1])
      let isOneMore = row.count == Int(firstArc[parent + 1] - firstArc[parent]) + 1
      if first[position] == unknown && isOneMore { first[position] = first[parent] }
      if first[position] == unknown {
        first[position] = skips.count
        Self.append(to: &skips, row, firstArc, heads)
      }
      if isOneMore { first[parent] = first[position] }
    }
    self.first = Column(first)
    self.skips = Column(skips)
  }

  private static func append(
    to skips: inout [UInt16], _ row: Range<Int>, _ firstArc: Column<UInt32>, _ heads: Column<UInt32>
  ) {
    for arc in row {
      var skipped = Int(firstArc[Int(heads[arc])]) - row.lowerBound
      let start = skipped
      for other in row.lowerBound..<arc {
        while heads[other + skipped] != heads[other] { skipped += 1 }
        skips.append(UInt16(skipped - start))
      }
    }
  }
}

/// The third arcs of the triangles that an upward arc makes with those before it in its row.
struct ThirdArcs {
  private let view: CustomizableView
  /// What added to the number of such an arc gives that of its triangle.
  private let triangles: Int
  /// What added to it, and what is skipped, gives the third arc.
  private let offset: Int

  /// Looks at the triangles of an upward arc of `tail` that leads to `head`.
  @inline(__always)
  init(_ view: CustomizableView, beside arc: Int, from tail: Int, to head: Int) {
    self.view = view
    let row = Int(view.firstArc[tail])
    let place = arc &- row
    triangles = view.firstTriangle[tail] &+ place &* (place &- 1) / 2 &- row
    offset = Int(view.firstArc[head]) &- row
  }

  /// The arc from where the arc leads to where `other` leads, one before it in its row.
  subscript(other: Int) -> Int {
    @inline(__always) get { other &+ offset &+ Int(view.skips[triangles &+ other]) }
  }
}
