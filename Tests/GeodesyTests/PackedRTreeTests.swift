import Columns
import Geodesy
import TestSupport
import Testing

@Suite struct PackedRTreeTests {
  /// Boxes around a place, of up to a hundredth of `degrees`; the number falls on every shape of tree.
  static func boxes(seed: UInt64, degrees: Double) -> [BoundingBox] {
    var random = SeededNumbers(seed: seed)
    let count = [0, 1, 2, 16, 17, 255, 256, 257, 300, 900][Int(seed % 10)]
    let center = Coordinate.random(degrees: 170, using: &random)
    return (0..<count).map { _ in
      let corner = Coordinate.random(
        around: center.latitude, center.longitude, degrees: degrees, using: &random)
      let size = Int32.random(in: 0...Int32(degrees * 1e5), using: &random)
      return BoundingBox(
        minLatitudeE7: corner.latitudeE7, minLongitudeE7: corner.longitudeE7,
        maxLatitudeE7: min(900_000_000, corner.latitudeE7 + size),
        maxLongitudeE7: min(1_800_000_000, corner.longitudeE7 + size))
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a search finds what a look at every box finds`(seed: UInt64) {
    let boxes = Self.boxes(seed: seed, degrees: 2)
    let tree = PackedRTree(boxes)
    #expect(tree.count == boxes.count)
    for query in Self.boxes(seed: seed, degrees: 2).prefix(40) {
      let window = query.expanded(byMetres: 5_000)
      var found: [UInt32] = []
      tree.search(in: window) { found.append($0) }
      #expect(found.sorted() == boxes.indices.filter { boxes[$0].intersects(window) }.map(UInt32.init))
    }
  }

  @Test func `the same boxes give the same tree`() {
    let boxes = Self.boxes(seed: 9, degrees: 1)
    let (one, two) = (PackedRTree(boxes), PackedRTree(boxes))
    #expect(Array(one.boxes) == Array(two.boxes))
    #expect(Array(one.items) == Array(two.items))
    #expect(Set(one.items).count == boxes.count)
  }

  @Test func `a tree comes back out of its columns`() throws {
    for seed in 0..<10 as Range<UInt64> {
      let tree = PackedRTree(Self.boxes(seed: seed, degrees: 1))
      let back = try PackedRTree(boxes: tree.boxes, items: tree.items, itemCount: tree.count)
      var (before, after): ([UInt32], [UInt32]) = ([], [])
      tree.search(in: tree.boxes.last ?? .empty) { before.append($0) }
      back.search(in: tree.boxes.last ?? .empty) { after.append($0) }
      #expect(before == after && before.count == tree.count)
    }
  }

  @Test func `columns that don't fit name what is wrong`() {
    let tree = PackedRTree(Self.boxes(seed: 5, degrees: 1))
    func code(_ boxes: [PackedRTree.Box], _ items: [UInt32], _ count: Int) -> PackedRTreeError.Code? {
      do {
        _ = try PackedRTree(boxes: Column(boxes), items: Column(items), itemCount: count)
        return nil
      } catch {
        return error.code
      }
    }
    let (boxes, items) = (Array(tree.boxes), Array(tree.items))
    #expect(code(boxes, items, tree.count) == nil)
    #expect(code(boxes, items, tree.count + 1) == .wrongItemCount)
    #expect(code(boxes, items, -1) == .wrongItemCount)
    #expect(code(boxes, items, .max) == .wrongItemCount)
    #expect(code(boxes.dropLast(), items, tree.count) == .wrongBoxCount)
    #expect(code(boxes, items.dropLast(), tree.count - 1) == .wrongBoxCount)
    #expect(code(boxes, items.dropLast() + [UInt32(tree.count)], tree.count) == .unknownItem)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `hostile boxes neither trap nor loop`(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    func number() -> Int32 {
      [Int32.min, .max, 0, Int32(truncatingIfNeeded: random.next())].randomElement(using: &random)!
    }
    let boxes = (0..<300).map { _ in
      BoundingBox(
        minLatitudeE7: number(), minLongitudeE7: number(), maxLatitudeE7: number(), maxLongitudeE7: number())
    }
    let tree = PackedRTree(boxes)
    let hostile = try PackedRTree(
      boxes: Column((0..<tree.boxes.count).map { boxes[$0 % 300] }),
      items: Column((0..<300).map { _ in UInt32.random(in: 0..<300, using: &random) }), itemCount: 300)
    for tree in [tree, hostile] {
      tree.search(in: boxes[0]) { _ in }
      for maximum in [0, 1_000, .infinity, .nan] {
        var visited = 0
        tree.nearest(
          to: Coordinate(latitudeE7: number(), longitudeE7: number()), maximumMetres: maximum,
          metres: { _ in 0 },
          visit: { _, _ in
            visited += 1; return true
          })
        #expect(visited <= 300)
      }
    }
  }
}
