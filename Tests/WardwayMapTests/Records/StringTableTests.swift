import Columns
import Testing

@testable import WardwayMap

@Suite struct StringTableTests {
  @Test func `texts come back by their numbers, each stored once`() {
    var builder = StringTableBuilder()
    let texts = ["ward", "", "骨科门诊", "ward", "a\u{0}b", "👩🏽‍⚕️", " ", String(repeating: "x", count: 10_000)]
    let numbers = texts.map { builder.number(of: $0) }
    let table = builder.table()
    #expect(numbers == [1, 0, 2, 1, 3, 4, 5, 6] && table.count == 7)
    for (text, number) in zip(texts, numbers) { #expect(table[number] == text) }
  }

  @Test func `an empty table holds the empty text`() {
    let table = StringTableBuilder().table()
    #expect(table.count == 1 && table[0] == "")
  }

  @Test func `bytes that are no text are replaced`() throws {
    let table = try #require(StringTable(offsets: Column([0, 0, 2]), bytes: Column([0xFF, 0x61])))
    #expect(table[1] == "\u{FFFD}a")
  }

  @Test(arguments: [
    [], [0], [0, 1, 2], [0, 0, 3], [0, 0, 1], [1, 1, 2], [0, 0, 2, 1, 2], [0, 0, .max, 2],
  ])
  func `offsets that are out of order are refused`(offsets: [UInt32]) {
    #expect(StringTable(offsets: Column(offsets), bytes: Column([0x61, 0x62])) == nil)
  }
}
