import Geodesy
import Testing

@testable import WardwayCompiler

@Suite struct StoreyTests {
  @Test(arguments: [
    ("2", 2.0), ("-1", -1), ("0.5", 0.5), ("1F", 0), ("F3", 2), ("3层", 2), ("B2", -2), ("B2F", -2),
    ("地下1层", -1),
    ("EG", 0), ("2. OG", 2), ("1. UG", -1), ("Level 4", 4), ("L1", 1), ("GF", 0), ("Floor 2", 2),
  ])
  func `labels are levels`(label: String, level: Double) {
    #expect(StoreyLabel.level(label) == Level(level))
  }

  @Test(arguments: ["", "M", "roof", "1e9", "nan", "inf", "F", "B", "99999F", "0x10"])
  func `other words are none`(label: String) { #expect(StoreyLabel.level(label) == nil) }

  @Test func `descriptions may name the storey`() {
    #expect(StoreyLabel.inDescription("storey=\"F1\":") == "F1")
    #expect(StoreyLabel.inDescription("level=2;desc=;") == "2")
    #expect(StoreyLabel.inDescription("a room, level") == nil)
  }

  @Test func `heights are gathered into storeys`() {
    let heights = [-3.2, 0, 0, 0.15, 0, 3.9, 4, 4, 1.9, 8]
    let finder = StoreyFinder(heights.map { StoreyFinder.Clue(label: nil, height: $0) })
    #expect(finder.storeys.map(\.level.value) == [-1, 0, 0, 0, 0, 1, 1, 1, 0, 2])
  }

  @Test func `labels win over heights, and give their numbers to what has none`() {
    let finder = StoreyFinder([
      StoreyFinder.Clue(label: "3", height: 10), StoreyFinder.Clue(label: nil, height: 10.4),
      StoreyFinder.Clue(label: nil, height: 14), StoreyFinder.Clue(label: nil, height: 6),
      StoreyFinder.Clue(label: "?", height: nil),
    ])
    #expect(finder.storeys.map(\.level.value) == [3, 3, 4, 2, 2])
    #expect(finder.unreadable == ["?"])
  }
}
