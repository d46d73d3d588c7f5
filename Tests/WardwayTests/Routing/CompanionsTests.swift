import Testing

@testable import WardwayRouting

/// What is kept beside something by those of whom it knows nothing.
@Suite struct CompanionsTests {
  @Test func `there is one value a type, made once`() {
    let companions = Companions()
    var made = 0
    func numbers() -> Kept<Int, Int> {
      companions.value {
        made += 1
        return Kept(most: 4)
      }
    }
    func texts() -> Kept<Int, String> { companions.value { Kept(most: 4) } }
    #expect(numbers().value(for: 1) { 2 } == 2 && numbers().value(for: 1) { 3 } == 2)
    #expect(texts().value(for: 1) { "two" } == "two")
    #expect(made == 1 && numbers() === numbers())
  }

  @Test func `all who ask at a time get the same value`() async {
    let companions = Companions()
    let found = await withTaskGroup(of: ObjectIdentifier.self) { group in
      for _ in 0..<100 {
        group.addTask { ObjectIdentifier(companions.value { Kept<Int, Int>(most: 4) }) }
      }
      return await group.reduce(into: Set<ObjectIdentifier>()) { $0.insert($1) }
    }
    #expect(found.count == 1)
  }
}
