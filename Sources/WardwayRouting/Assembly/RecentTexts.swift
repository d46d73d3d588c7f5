import WardwayMap

/// Texts that were read lately: a road's name comes again and again, and making a text of it takes memory each time.
struct RecentTexts {
  private static let count = 64

  private let strings: StringTable
  /// Texts with their numbers, each in the place that its number leaves to it.
  private var recent = [(number: UInt32, text: String)](repeating: (.max, ""), count: Self.count)

  init(_ strings: StringTable) { self.strings = strings }

  subscript(number: UInt32) -> String {
    mutating get {
      // The empty text.
      if number == 0 { return "" }
      let place = Int(number) % Self.count
      if recent[place].number == number { return recent[place].text }
      let text = strings[number]
      recent[place] = (number, text)
      return text
    }
  }
}
