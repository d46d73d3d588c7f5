import TestSupport

/// Spoils inputs: bytes, numbers, words and whole passages.
struct Mutator {
  var numbers: SeededNumbers
  /// What the reader knows: put in where it doesn't belong.
  let words: [[UInt8]]

  private static let texts = [
    "0", "-1", "1e99", "9223372036854775807", "18446744073709551616", "NaN", "null", "\"", "<", ">", "]]>",
    "&#0;", "{",
    "}", "[", "]", ",", "\u{0}", "\u{FEFF}", "\u{202E}", "药", "0.0000001", "180", "-90.0000001", "../", "%s",
    "\n", ";",
  ]

  init(seed: UInt64, words: [String]) {
    numbers = SeededNumbers(seed: seed)
    self.words = (words + Self.texts).map { Array($0.utf8) }
  }

  /// Returns an input with one to some changes, perhaps with a passage of another one.
  mutating func mutated(_ input: [UInt8], _ others: [[UInt8]]) -> [UInt8] {
    var bytes = input
    for _ in 0..<[1, 1, 1, 2, 3, 8].randomElement(using: &numbers)! {
      change(&bytes, others)
      if bytes.count > 1 << 20 { bytes.removeLast(bytes.count - 1 << 20) }
    }
    return bytes
  }

  private mutating func range(_ count: Int, most: Int) -> Range<Int> {
    let start = Int.random(in: 0...count, using: &numbers)
    return start..<min(start + Int.random(in: 0...most, using: &numbers), count)
  }

  private mutating func change(_ bytes: inout [UInt8], _ others: [[UInt8]]) {
    let place = range(bytes.count, most: 1)
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0: if let at = place.first { bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &numbers) }
    case 1: if let at = place.first { bytes[at] = .random(in: 0...255, using: &numbers) }
    case 2: bytes.insert(contentsOf: words.randomElement(using: &numbers)!, at: place.lowerBound)
    case 3: bytes.replaceSubrange(range(bytes.count, most: 8), with: words.randomElement(using: &numbers)!)
    case 4: bytes.removeSubrange(range(bytes.count, most: [1, 8, 200, 5000].randomElement(using: &numbers)!))
    case 5: bytes.removeLast(Int.random(in: 0...bytes.count, using: &numbers))
    case 6:
      let passage = bytes[range(bytes.count, most: 400)]
      for _ in 0..<Int.random(in: 1...20, using: &numbers) {
        bytes.insert(contentsOf: passage, at: place.lowerBound)
      }
    case 7:
      let other = others.randomElement(using: &numbers)!
      bytes.replaceSubrange(range(bytes.count, most: 400), with: other[range(other.count, most: 400)])
    case 8: number(&bytes, near: place.lowerBound)
    default:
      // Four or eight bytes as a number.
      let value = [0, 1, .max, 1 << 31, 1 << 63, .random(in: 0...(.max), using: &numbers)].randomElement(
        using: &numbers)!
      let width = Bool.random(using: &numbers) ? 4 : 8
      for offset in 0..<width where place.lowerBound + offset < bytes.count {
        bytes[place.lowerBound + offset] = UInt8(truncatingIfNeeded: value >> (UInt64(offset) * 8))
      }
    }
  }

  /// Puts another number in the place of the next one that is written in digits.
  private mutating func number(_ bytes: inout [UInt8], near place: Int) {
    func isDigit(_ byte: UInt8) -> Bool { 48...57 ~= byte || byte == 46 || byte == 45 }
    guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    let text = [
      "\(Int.random(in: -10...10, using: &numbers))", "\(Double.random(in: -200...200, using: &numbers))",
      "\(Int.random(in: .min ... .max, using: &numbers))", "1e\(Int.random(in: -400...400, using: &numbers))",
      "-0", "00",
    ].randomElement(using: &numbers)!
    bytes.replaceSubrange(start..<end, with: Array(text.utf8))
  }
}
