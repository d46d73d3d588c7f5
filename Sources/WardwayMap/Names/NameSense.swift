/// Whether a place may be taken for what somebody asked for although it isn't called exactly so.
///
/// A receptionist sends whoever asks for "CT" to the "CT Scanner" if there is no other. Whoever asks for the inpatient
/// building isn't sent to its canteen; whoever asks for number 14 not to 14a.
package struct NameSense {
  /// What is named after something else more often than not.
  private static let incidental: Set = [
    "restaurant", "canteen", "cafe", "fast_food", "food_court", "bar", "pub", "kiosk", "shop", "convenience",
    "supermarket", "gift", "florist", "vending_machine", "atm", "bank", "toilets", "parking",
    "parking_entrance",
    "parking_space", "bicycle_parking", "bus_stop", "platform", "tram_stop", "station", "subway_entrance",
    "taxi",
    "waiting_room", "waiting_area", "elevator", "stairs", "post_box", "bench", "shelter", "charging_station",
  ]
  /// From how many letters on the beginning of a word says which.
  private static let longBeginning = 5

  private let query: PlaceQuery
  private let match: NameMatch

  /// Makes a judgement of places whose names fit a text so well.
  package init(_ text: String, _ match: NameMatch) {
    query = PlaceQuery(text)
    self.match = match
  }

  /// Whether a place is plainly meant, if no other fits as well.
  ///
  /// - Parameters:
  ///   - names: All its names, as they are compared, with line feeds between.
  ///   - shown: The name on its sign.
  ///   - kind: What it is.
  package func isPlain(_ names: String, _ shown: String, kind: String) -> Bool {
    if match == .exact || match == .inside { return match == .exact }
    let sign = Set(PlaceName.spellings(shown).map { Array($0.utf8) })
    return Array(names.utf8).split(separator: UInt8(ascii: "\n")).contains { line in
      guard query.match(line: line) == match else { return false }
      let words = PlaceQuery.words(line)
      return query.spellings.contains { spelling in
        guard let taken = spelling.assign(words), taken.map(\.match).max() == match else { return false }
        return isPlain(spelling, taken.map(\.word), of: words, isSign: sign.contains(Array(line)), kind: kind)
      }
    }
  }

  private func isPlain(
    _ spelling: PlaceQuery.Spelling, _ taken: [Int], of words: [PlaceQuery.Word], isSign: Bool, kind: String
  ) -> Bool {
    // A letter or a number alone names nothing.
    guard spelling.words.contains(where: { $0.kind == .letters && $0.bytes.count > 1 }) else { return false }
    if match == .prefix {
      guard let last = spelling.words.last, last.kind == .letters, last.bytes.count >= Self.longBeginning
      else {
        return false
      }
    }
    let isTaken = Set(taken)
    let left = words.indices.filter { !isTaken.contains($0) }
    for index in left {
      let word = words[index]
      switch word.kind {
      // One of several, or a house in a street.
      case .number: if !isSign || kind == "address" { return false }
      // "CT室" is the CT, "CT候诊区" is not.
      case .unspaced: if word.bytes.count > 4 { return false }
      case .letters:
        let isBehindNumber = index > 0 && isTaken.contains(index - 1) && words[index - 1].kind == .number
        if isBehindNumber, word.bytes.count == 1 { return false }
      }
    }
    guard Self.incidental.contains(kind), let head = words.indices.last(where: { words[$0].kind != .number })
    else { return true }
    // What it is has been said, in its own name or as such.
    return isTaken.contains(head)
      || spelling.words.contains { $0.bytes.elementsEqual(kind.utf8) }
  }
}
