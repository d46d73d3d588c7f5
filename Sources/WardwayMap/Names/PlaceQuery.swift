/// A text that somebody typed, as it is compared with the names of places.
///
/// Words are compared as wholes: "CT" is not in "Collection". The last one may be unfinished ("pharm"), but not a
/// number: "Ward 1" is not "Ward 12". Chinese has no words that could be told apart so simply; there a text may
/// stand anywhere.
struct PlaceQuery {
  /// A word of a name or of the text.
  struct Word {
    enum Kind { case letters, number, unspaced }

    var bytes: ArraySlice<UInt8>
    var kind: Kind

    init(_ bytes: ArraySlice<UInt8>) {
      self.bytes = bytes
      kind = bytes.first.map { 48...57 ~= $0 } == true ? .number : .letters
      guard let first = bytes.first, first >= 0xE0 else { return }
      let scalar = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
      if let scalar, NameFolder.isUnspaced(scalar) { kind = .unspaced }
    }

    /// How a word of a name fits it.
    func match(_ word: Word, isLast: Bool) -> NameMatch? {
      if word.bytes == bytes { return .words }
      guard word.kind == kind, word.bytes.count > bytes.count else { return nil }
      switch kind {
      case .number: return nil
      case .letters: return isLast && word.bytes.starts(with: bytes) ? .prefix : nil
      case .unspaced:
        if word.bytes.starts(with: bytes) { return .prefix }
        return word.bytes.contains(bytes) ? .inside : nil
      }
    }
  }

  /// One way to write the text.
  struct Spelling {
    let text: [UInt8]
    let words: [Word]
    /// The longest of the words: names without it are passed over quickly.
    let key: [UInt8]
    let keyBeginsWords: Bool

    init?(_ folded: String) {
      text = Array(folded.utf8)
      words = PlaceQuery.words(text[...])
      guard let longest = words.max(by: { $0.bytes.count < $1.bytes.count }) else { return nil }
      key = Array(longest.bytes)
      keyBeginsWords = longest.kind != .unspaced
    }
  }

  let spellings: [Spelling]

  init(_ text: String) { spellings = PlaceName.queries(text).compactMap { Spelling($0) } }

  /// Whether a name is the text, however it is spelled.
  ///
  /// - Complexity: O(length).
  func isName(_ name: String) -> Bool {
    PlaceName.spellings(name).contains { name in
      spellings.contains { $0.text.elementsEqual(name.utf8) }
    }
  }

  /// The words of a line.
  static func words(_ line: ArraySlice<UInt8>) -> [Word] {
    line.split(separator: UInt8(ascii: " ")).map { Word($0) }
  }

  /// How the best of a place's names fits, which line feeds separate; nil if none does.
  ///
  /// - Complexity: O(length).
  @unsafe func match(_ names: UnsafeBufferPointer<UInt8>) -> NameMatch? {
    guard spellings.contains(where: { unsafe $0.mayBeIn(names) }) else { return nil }
    return unsafe match(Array(names))
  }

  private func match(_ names: [UInt8]) -> NameMatch? {
    var best: NameMatch?
    for line in names.split(separator: UInt8(ascii: "\n")) {
      guard let match = match(line: line), match < best ?? .inside || best == nil else { continue }
      if match == .exact { return .exact }
      best = match
    }
    return best
  }

  /// How a single name fits; nil if it doesn't.
  func match(line: ArraySlice<UInt8>) -> NameMatch? {
    let words = Self.words(line)
    var best: NameMatch?
    for spelling in spellings {
      if line.elementsEqual(spelling.text) { return .exact }
      guard let taken = spelling.assign(words) else { continue }
      let match = taken.map(\.match).max() ?? .inside
      best = best.map { min($0, match) } ?? match
    }
    return best
  }
}

extension PlaceQuery.Spelling {
  /// Whether the longest word stands somewhere in some names.
  @unsafe fileprivate func mayBeIn(_ names: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = key[0]
    for start in stride(from: 0, through: names.count - key.count, by: 1) where unsafe names[start] == first {
      if keyBeginsWords, start > 0, unsafe names[start - 1] > UInt8(ascii: " ") { continue }
      if key.indices.allSatisfy({ unsafe names[start + $0] == key[$0] }) { return true }
    }
    return false
  }

  /// Finds a word of a name for each word of the text, no word twice, whole words first; nil if there is none for
  /// one of them.
  func assign(_ names: [PlaceQuery.Word]) -> [(word: Int, match: NameMatch)]? {
    guard words.count <= names.count else { return nil }
    var isTaken = [Bool](repeating: false, count: names.count)
    var found: [(word: Int, match: NameMatch)?] = words.map { _ in nil }
    for level in [NameMatch.words, .prefix, .inside] {
      for (index, word) in words.enumerated() where found[index] == nil {
        for (other, name) in names.enumerated() where !isTaken[other] {
          guard word.match(name, isLast: index + 1 == words.count) == level else { continue }
          found[index] = (other, level)
          isTaken[other] = true
          break
        }
        if level == .inside, found[index] == nil { return nil }
      }
    }
    return found.compactMap { $0 }
  }
}
