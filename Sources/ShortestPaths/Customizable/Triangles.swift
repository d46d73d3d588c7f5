import Columns

/// Where the third arc of every triangle is: that between the heads of two upward arcs of a node.
///
/// It is in the row of the lower head, among arcs in the same order as the node's own; those lead to some more heads.
/// How many of these come before it is kept, a byte a triangle: so it is found without a search, and what is read lies
/// together.
struct Triangles: Sendable {
  /// For each position the number of triangles of the positions before it; one more value ends the last.
  let first: Column<Int>
  /// How many arcs farther on in its row a third arc is than the node's own arc to the same head.
  ///
  /// ``most`` stands for that many or more. Sorted by position, the arc to the lower head, and the other arc.
  let skips: Column<UInt8>

  static let most = UInt8.max

  /// Finds all of them in rows where what a node leads to its parent leads to too.
  ///
  /// - Complexity: O(*m* *d*) for *m* upward arcs, at most *d* a node.
  init(firstArc: Column<UInt32>, heads: Column<UInt32>) {
    var first = [0]
    first.reserveCapacity(firstArc.count)
    for position in 0..<(firstArc.count - 1) {
      let degree = Int(firstArc[position + 1] - firstArc[position])
      first.append(first[position] + degree * (degree - 1) / 2)
    }
    var skips: [UInt8] = []
    skips.reserveCapacity(first[firstArc.count - 1])
    for position in 0..<(firstArc.count - 1) {
      let row = Int(firstArc[position])..<Int(firstArc[position + 1])
      for arc in row {
        var skipped = Int(firstArc[Int(heads[arc])]) - row.lowerBound
        let start = skipped
        for other in row.lowerBound..<arc {
          while heads[other + skipped] != heads[other] { skipped += 1 }
          skips.append(UInt8(min(skipped - start, Int(Self.most))))
        }
      }
    }
    self.first = Column(first)
    self.skips = Column(skips)
  }
}

/// The third arcs of the triangles that an upward arc makes with those before it in its row.
struct ThirdArcs {
  private let view: CustomizableView
  /// What added to the number of such an arc gives that of its triangle.
  private let triangles: Int
  /// What added to it gives the first arc that may be the third.
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
    @inline(__always) get {
      let skip = view.skips[triangles &+ other]
      let third = other &+ offset &+ Int(skip)
      return skip < Triangles.most ? third : view.arc(to: view.heads[other], from: third)
    }
  }
}
