/// Names as a search compares them.
package enum PlaceName {
  /// Returns a name as it is compared: in lower case, without accents, in words with single spaces between.
  ///
  /// Words are also parted where letters, digits and scripts without spaces meet, so that "R 101" and "R101" are
  /// one; apostrophes join, other punctuation parts. Streets are written out: "str." is "strasse". A name of
  /// nothing but signs stays as it is.
  package static func folded(_ name: some StringProtocol) -> String {
    StreetWords.expanded(NameFolder.words(of: name, spellingOut: false)).joined(separator: " ")
  }

  /// Returns all that a name is compared by: ``folded(_:)``, and the same with umlauts spelled out ("ue" for "ü")
  /// where it has any.
  package static func spellings(_ name: some StringProtocol) -> [String] {
    let plain = folded(name)
    let long = StreetWords.expanded(NameFolder.words(of: name, spellingOut: true)).joined(separator: " ")
    return long == plain ? [plain] : [plain, long]
  }

  /// Returns the text that a place with some names is searched by: every spelling of each, on a line of its own.
  package static func searchText(_ names: some Sequence<String>) -> String {
    var lines: [String] = []
    for name in names {
      for line in spellings(name) where !line.isEmpty && !lines.contains(line) { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }

  /// Returns all that a text that somebody typed may be compared as; the last word may not be finished.
  package static func queries(_ text: String) -> [String] {
    var found: [String] = []
    for spellsOut in [false, true] {
      let words = NameFolder.words(of: text, spellingOut: spellsOut)
      for query in [StreetWords.expanded(words), words].map({ $0.joined(separator: " ") })
      where !query.isEmpty && !found.contains(query) {
        found.append(query)
      }
    }
    return found
  }
}

/// Words of streets that people shorten.
private enum StreetWords {
  /// What stands for a word wherever it is.
  private static let anywhere = ["str": "strasse", "ul": "ulica", "ул": "улица", "просп": "проспект"]
  /// What stands for a word behind the name of a street: "St" in front of one is a saint, "Dr" a doctor.
  private static let behind = [
    "st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "blvd": "boulevard", "ln": "lane",
    "dr": "drive", "sq": "square", "pl": "place", "hwy": "highway",
  ]

  static func expanded(_ words: [String]) -> [String] {
    words.indices.map { index in
      let word = words[index]
      if let long = anywhere[word] { return long }
      // German joins the word to the name: "Blütenstr." A number may follow.
      if word.utf8.count > 5, word.utf8.count < 64, word.hasSuffix("str") { return word + "asse" }
      let isLast = index + 1 == words.count || words[index + 1].utf8.first.map { 48...57 ~= $0 } == true
      return index > 0 && isLast ? behind[word] ?? word : word
    }
  }
}
