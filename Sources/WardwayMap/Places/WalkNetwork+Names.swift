extension WalkNetwork {
  /// All names of ways, doors and areas in every language, as they are compared.
  ///
  /// - Complexity: O(edges + length of all names).
  var elementNames: Set<String> {
    var numbers: Set<UInt32> = []
    for edge in edges.indices { numbers.insert(edges[edge].name) }
    for area in areas.records { numbers.insert(area.edge.name) }
    numbers.remove(0)
    let names = Set(numbers.map { strings[$0] })
    let translations = Translations(translations)
    let others = translations.texts.values.flatMap { $0.filter { names.contains($0.key) }.values }
    let own = translations.exceptions.values.flatMap { $0.filter { names.contains($0.key.name) }.values }
    return Set((names + others + own).flatMap { PlaceName.spellings($0) }).subtracting([""])
  }

  /// Returns the features that have exactly a name, in any language of the map: places, ways, doors and areas;
  /// sorted.
  ///
  /// - Complexity: O(edges + length of all names).
  package func features(named text: String) -> [FeatureID] {
    let query = PlaceQuery(text)
    guard !query.spellings.isEmpty else { return [] }
    var found: Set<FeatureID> = []
    let (match, matched) = placeMatches(text)
    if match == .exact { found = Set(matched.map { places[$0].source }) }
    let translations = Translations(translations)
    var names: Set<String> = []
    for texts in translations.texts.values {
      for (name, text) in texts where query.isName(text) { names.insert(name) }
    }
    for features in translations.exceptions.values {
      for (feature, text) in features where query.isName(text) { found.insert(feature.source) }
    }
    let numbers = strings.numbers(of: query).union(names.isEmpty ? [] : strings.numbers(of: names))
    guard !numbers.isEmpty else { return found.sorted() }
    func add(_ edge: EdgeRecord) {
      guard numbers.contains(edge.name) else { return }
      // Its name may be another one in the language that was asked in.
      let name = strings[edge.name]
      let isSpelled =
        query.isName(name)
        || translations.texts(of: name, from: edge.source).values.contains(where: query.isName)
      if isSpelled { found.insert(edge.source) }
    }
    for edge in edges.indices where edges[edge].name != 0 { add(edges[edge]) }
    for area in areas.records { add(area.edge) }
    found.remove(.none)
    return found.sorted()
  }
}

extension StringTable {
  /// Returns the numbers of the texts that are exactly a name, however it is spelled.
  ///
  /// - Complexity: O(texts); those that begin otherwise are passed over.
  package func numbers(named text: String) -> Set<UInt32> { numbers(of: PlaceQuery(text)) }

  fileprivate func numbers(of query: PlaceQuery) -> Set<UInt32> {
    let beginnings = query.spellings.map { $0.text.prefix(3) }
    let found = (1..<max(UInt32(count), 1)).filter { number in
      let range = range(of: number)
      guard let first = range.first.map({ bytes[$0] }) else { return false }
      switch first {
      // Letters and digits of ASCII begin what is made of them, and Chinese characters are what they are; all else
      // may be folded into anything.
      case 0x30...0x39: guard beginnings.contains(where: { $0.first == first }) else { return false }
      case 0x41...0x5A, 0x61...0x7A:
        guard beginnings.contains(where: { $0.first == first | 0x20 }) else { return false }
      case 0xE4...0xE9:
        guard beginnings.contains(where: { $0.elementsEqual(bytes[range.prefix(3)]) }) else { return false }
      default: break
      }
      return query.isName(self[number])
    }
    return Set(found)
  }

  /// Returns the numbers of some texts.
  ///
  /// - Complexity: O(length of all texts).
  fileprivate func numbers(of texts: Set<String>) -> Set<UInt32> {
    Set((1..<max(UInt32(count), 1)).filter { texts.contains(self[$0]) })
  }
}
