import Geodesy

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
    let spellings = Set(PlaceName.queries(text))
    guard !spellings.isEmpty else { return [] }
    func fits(_ name: String) -> Bool { PlaceName.spellings(name).contains { spellings.contains($0) } }
    var found: Set<FeatureID> = []
    let (match, matched) = placeMatches(text)
    if match == .exact { found = Set(matched.map { places[$0].source }) }
    let translations = Translations(translations)
    var names: Set<String> = []
    for texts in translations.texts.values {
      for (name, text) in texts where fits(text) { names.insert(name) }
    }
    for features in translations.exceptions.values {
      for (feature, text) in features where fits(text) { found.insert(feature.source) }
    }
    let numbers = Set(
      strings.numbers(spelled: Array(spellings)) + (names.isEmpty ? [] : strings.numbers(of: names)))
    guard !numbers.isEmpty else { return found.sorted() }
    func add(_ edge: EdgeRecord) {
      guard numbers.contains(edge.name) else { return }
      // Its name may be another one in the language that was asked in.
      let name = strings[edge.name]
      let isSpelled =
        fits(name) || translations.texts(of: name, from: edge.source).values.contains(where: fits)
      if isSpelled { found.insert(edge.source) }
    }
    for edge in edges.indices where edges[edge].name != 0 { add(edges[edge]) }
    for area in areas.records { add(area.edge) }
    found.remove(.none)
    return found.sorted()
  }

  /// Whether anything that one walks on comes from a feature, so that it can be closed.
  package func hasElement(_ source: FeatureID) -> Bool {
    !closedEdges(by: source).isEmpty || !areas.areas(from: source).isEmpty
  }

  /// Returns the edges that nobody gets along when a feature is closed: those that come from it, else all that meet
  /// in its nodes; or those that lead through it, if it is a place on a way.
  ///
  /// - Complexity: O(log *n* + edges found), O(places) for a node of no edge.
  package func closedEdges(by source: FeatureID) -> [Int] {
    let own = edges(from: source)
    guard own.isEmpty, [.node, .feature].contains(source.kind) else { return own }
    var found: Set<Int> = []
    for node in nodes(from: source) {
      tree.search(in: BoundingBox(nodes[node].coordinate)) { edge in
        let record = edges[Int(edge)]
        if Int(record.tail) == node || Int(record.head) == node { found.insert(Int(edge)) }
      }
    }
    if found.isEmpty, let place = place(from: source) {
      let record = places[place]
      tree.search(in: BoundingBox(record.coordinate)) { edge in
        let edge = Int(edge)
        guard !record.hasLevel || [tailLevel(of: edge), headLevel(of: edge)].contains(record.level),
          points(of: edge).contains(record.coordinate)
        else { return }
        found.insert(edge)
      }
    }
    return found.sorted()
  }
}

extension StringTable {
  /// Returns the numbers of the texts with one of some spellings.
  ///
  /// - Complexity: O(texts); those that begin otherwise are passed over.
  package func numbers(spelled spellings: [String]) -> [UInt32] {
    let wanted = Set(spellings)
    let beginnings = wanted.map { Array($0.utf8.prefix(3)) }
    return (1..<max(UInt32(count), 1)).filter { number in
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
      return PlaceName.spellings(self[number]).contains { wanted.contains($0) }
    }
  }

  /// Returns the numbers of some texts.
  ///
  /// - Complexity: O(length of all texts).
  func numbers(of texts: Set<String>) -> [UInt32] {
    (1..<max(UInt32(count), 1)).filter { texts.contains(self[$0]) }
  }
}
