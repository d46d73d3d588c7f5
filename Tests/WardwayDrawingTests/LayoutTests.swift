import TestSupport
import Testing

@testable import WardwayDrawing

/// Text that is laid out without a font, and labels that keep out of each other's way.
@Suite struct LayoutTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `labels never cover each other or what is blocked`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let area = Rect(x: 10, y: 20, width: 400, height: 300)
    var board = LabelBoard(area)
    var rects: [Rect] = [Rect(x: 100, y: 100, width: 60, height: 40)]
    board.block(rects[0])
    for _ in 0..<120 {
      let place = Pixel(x: .random(in: 0...420, using: &numbers), y: .random(in: 0...330, using: &numbers))
      let rect = board.take(
        width: .random(in: 10...80, using: &numbers), height: .random(in: 10...30, using: &numbers),
        beside: place, gap: 4, far: .random(using: &numbers))
      guard let rect else { continue }
      #expect(area.contains(rect) && !rects.contains { $0.overlaps(rect) })
      rects.append(rect)
    }
    #expect(rects.count > 10)
  }

  @Test func `a label leads away from the way where there is room`() {
    var board = LabelBoard(Rect(x: 0, y: 0, width: 200, height: 200))
    let place = Pixel(x: 100, y: 100)
    let left = board.take(
      width: 40, height: 12, beside: place, gap: 4, toward: Pixel(x: -1, y: 0), far: false)
    #expect(left.map { $0.right <= 96 } == true)
    board.avoid([Pixel(x: 100, y: 100), Pixel(x: 180, y: 100)])
    let other = board.take(
      width: 40, height: 12, beside: place, gap: 4, toward: Pixel(x: 1, y: 0), far: false)
    #expect(other.map { $0.y >= 104 || $0.bottom <= 96 } == true)
  }

  @Test(arguments: [
    (0, "0"), (1, "1"), (-0.04, "0"), (-0.05, "-0.1"), (2.25, "2.3"), (-12.5, "-12.5"), (1e300, "1000000"),
    (99.96, "100"),
  ])
  func `numbers have one decimal everywhere`(value: Double, text: String) {
    #expect(SVG.number(value) == text)
  }

  @Test func `names are broken between words, Chinese ones anywhere`() {
    #expect(wrapped("Cardiology Waiting Area", limit: 9, count: 2) == ["Cardiology", "Waiting Area"])
    #expect(wrapped("心内科候诊区", limit: 4, count: 2) == ["心内科候", "诊区"])
    #expect(wrapped("", limit: 4, count: 2).isEmpty)
    let long = wrapped(String(repeating: "word ", count: 50), limit: 8, count: 2)
    #expect(long.count == 2 && long[1].hasSuffix("…") && long.allSatisfy { textWidth($0) < 10 })
  }
}
