import Columns

/// A spatial index over boxes: an R-tree packed once, in the order of a Hilbert curve.
///
/// Two flat columns hold it, so that it can be used in place out of a mapped file. Every node but the last
/// of its row has ``fanout`` children, so that positions need no pointers.
///
/// Source: Kamel and Faloutsos 1993, *On Packing R-trees*; the layout is flatbush's. Differs: a child's
/// position is computed, not stored.
@usableFromInline
package struct PackedRTree: Sendable {
  /// What is indexed; a node's box is around its children's.
  package typealias Box = BoundingBox

  /// The number of children of a node.
  package static let fanout = 16

  /// The boxes of all nodes, row after row: the items' in Hilbert order, their parents', … the root's.
  package let boxes: Column<Box>
  /// The number of the item behind each box of the first row.
  package let items: Column<UInt32>
  /// Where each row starts in ``boxes``, and the end of the last.
  let rows: Rows

  /// The number of items.
  package var count: Int { items.count }

  /// Packs a tree over `boxes`; an item's number is its position there.
  ///
  /// The same boxes always give the same tree. No item may reach across the antimeridian.
  ///
  /// - Precondition: No more than 2³² boxes.
  /// - Complexity: O(*n* log *n*).
  package init(_ boxes: [Box]) {
    precondition(boxes.count <= Int(UInt32.max), "too many items for a packed tree")
    rows = Rows(itemCount: boxes.count)
    let order = HilbertCurve(around: boxes).order(boxes)
    items = Column(order)
    var all: [Box] = []
    all.reserveCapacity(rows.total)
    for item in order { all.append(boxes[Int(item)]) }
    for row in 1..<max(rows.count, 1) {
      for first in stride(from: rows.start(row - 1), to: rows.start(row), by: Self.fanout) {
        var box = Box.empty
        for child in first..<min(first + Self.fanout, rows.start(row)) { box.expand(to: all[child]) }
        all.append(box)
      }
    }
    self.boxes = Column(all)
  }

  /// Takes a packed tree out of two columns, which may come from an untrusted file.
  ///
  /// - Throws: ``PackedRTreeError`` if the columns don't fit together.
  /// - Complexity: O(*n*).
  package init(
    boxes: Column<Box>, items: Column<UInt32>, itemCount: Int
  ) throws(PackedRTreeError) {
    guard 0...Int(UInt32.max) ~= itemCount, items.count == itemCount else {
      throw PackedRTreeError(code: .wrongItemCount, expected: itemCount, found: items.count)
    }
    rows = Rows(itemCount: itemCount)
    guard boxes.count == rows.total else {
      throw PackedRTreeError(code: .wrongBoxCount, expected: rows.total, found: boxes.count)
    }
    for item in items where Int(item) >= itemCount {
      throw PackedRTreeError(code: .unknownItem, expected: itemCount, found: Int(item))
    }
    self.boxes = boxes
    self.items = items
  }

  /// Takes a packed tree out of columns that are known to be sound.
  @unsafe package init(unchecked boxes: Column<Box>, _ items: Column<UInt32>) {
    rows = Rows(itemCount: items.count)
    self.boxes = boxes
    self.items = items
  }

  /// Visits every item whose box meets `box`, in no particular but always the same order.
  package func search(in box: Box, visit: (UInt32) -> Void) {
    if rows.count > 0 { search(in: box, row: rows.count - 1, node: 0, visit: visit) }
  }

  private func search(in box: Box, row: Int, node: Int, visit: (UInt32) -> Void) {
    guard boxes[rows.start(row) + node].intersects(box) else { return }
    if row == 0 { return visit(items[node]) }
    for child in rows.children(ofNode: node, inRow: row) {
      search(in: box, row: row - 1, node: child, visit: visit)
    }
  }
}

extension PackedRTree {
  /// Where the rows of a tree lie, which the number of items alone decides.
  struct Rows: Sendable {
    /// The starts of the rows, and the end of the last.
    private let starts: [Int]

    init(itemCount: Int) {
      var starts = [0]
      var size = itemCount
      while size > 0 {
        starts.append(starts[starts.count - 1] + size)
        size = size == 1 ? 0 : (size + PackedRTree.fanout - 1) / PackedRTree.fanout
      }
      self.starts = starts
    }

    /// The number of rows; none without items.
    var count: Int { starts.count - 1 }

    /// The position of a row's first box; for the row after the last, the end.
    func start(_ row: Int) -> Int { starts[row] }

    /// The number of boxes in all rows.
    var total: Int { starts[starts.count - 1] }

    /// The children of a node, numbered within the row below.
    func children(ofNode node: Int, inRow row: Int) -> Range<Int> {
      let first = node * PackedRTree.fanout
      return first..<min(first + PackedRTree.fanout, starts[row] - starts[row - 1])
    }
  }
}
