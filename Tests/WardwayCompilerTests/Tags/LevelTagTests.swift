import Geodesy
import Testing

@testable import WardwayCompiler

@Suite struct LevelTagTests {
  @Test(
    arguments: [
      ("", []), ("-1", [-1]), ("-1;0", [-1, 0]), ("0.5", [0.5]), ("0.5;0.7", [0.5, 0.7]), ("1-3", [1, 2, 3]),
      ("-4--2", [-4, -3, -2]), ("0-6", [0, 1, 2, 3, 4, 5, 6]), ("0;2-3", [0, 2, 3]),
      ("0;2-3;5", [0, 2, 3, 5]),
      ("1,5", [1.5]), ("+1", [1]), ("2", [2]), ("0;1", [0, 1]), ("2-4", [2, 3, 4]), (".5", [0.5]),
      ("-1.5--0.5", [-1.5, -0.5]), ("12;14", [12, 14]),
    ] as [(String, [Double])])
  func `levels, lists and ranges are read`(tag: String, levels: [Double]) {
    #expect(LevelTag(tag).levels.map(\.value) == levels && LevelTag(tag).unreadable == [])
  }

  @Test(
    arguments: [
      (" 1 ; 2 ", [1, 2]), ("1; ;2;", [1, 2]), (";", []), (" ", []), ("1 - 3", [1, 2, 3]), ("1,2", [1, 2]),
      ("1, 2 ,3", [1, 2, 3]), ("0,5;2", [0.5, 2]), ("-1,5", [-1.5]), ("1, 5", [1, 5]), ("2;1;2;1", [1, 2]),
      ("3-1", [1, 2, 3]), ("-1--3", [-3, -2, -1]), ("-1-1", [-1, 0, 1]), ("0--2", [-2, -1, 0]), ("1-1", [1]),
      ("−1", [-1]), ("−2–0", [-2, -1, 0]), ("1–3", [1, 2, 3]), ("-0", [0]), ("00", [0]), ("1.0", [1]),
      ("1.50", [1.5]),
      ("-0.9-2", [-0.9, 0.1, 1.1]), ("0.5-2", [0.5, 1.5]), ("+1-+2", [1, 2]), ("300;-300", [-300, 300]),
    ] as [(String, [Double])])
  func `the ways of mappers are understood`(tag: String, levels: [Double]) {
    #expect(LevelTag(tag).levels.map(\.value) == levels && LevelTag(tag).unreadable == [])
  }

  @Test func `a tower has two hundred floors and three cellars`() {
    #expect(LevelTag("-3-200").levels.map(\.value) == (-3...200).map { Double($0) })
    #expect(LevelTag("0-300").levels.count == 301)
  }

  @Test(arguments: [
    "B1", "EG", "1.OG", "ground", "G", "yes", "-", "--", "+", ".", "1.2.3", "1-", "1-3-5", "0x10", "1e2",
    "nan", "+nan",
    "inf", "-infinity", "301", "-301", "1e999", "0.333", "99999999999999999999", "-300-300", "0-400", "1/2",
    "½", "三",
    "٣", "1 2", "🏥", "\u{202E}1", "'; DROP TABLE levels",
  ])
  func `what is no level is unreadable`(text: String) {
    let tag = LevelTag(text)
    #expect(tag.levels == [] && tag.unreadable.isEmpty == false)
    let mixed = LevelTag("1;" + text.replacing(";", with: " ") + ";2")
    #expect(mixed.levels.map(\.value) == [1, 2] && mixed.unreadable.count == 1)
  }

  @Test func `a tag of very many levels is cut off`() {
    let ranges = (0..<100).map { "\(Double($0) / 100)-299" }.joined(separator: ";")
    let tag = LevelTag(ranges)
    #expect(tag.levels.count <= 1000 && tag.levels.count > 300 && tag.unreadable.count > 90)
    #expect(LevelTag(String(repeating: "0-300;", count: 100)).levels.count == 301)
  }
}
