import Geodesy

/// Names as a search compares them.
public enum PlaceName {
  /// Returns a name in lower case, spaces made single and control characters removed.
  public static func folded(_ name: some StringProtocol) -> String {
    let words = name.lowercased().split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 32 } }
    return words.joined(separator: " ")
  }
}

extension Network {
  /// Returns the places that a text may mean: those with exactly this name, else those whose names begin with
  /// it, else those whose names contain it.
  ///
  /// - Parameter limit: The most places to return.
  /// - Complexity: O(length of all names).
  public func places(named text: String, limit: Int = .max) -> [Int] {
    Array(placeMatches(text).places.prefix(limit))
  }

  /// How well a name fits a text, the best first.
  public enum NameMatch: Int, Sendable {
    /// It is the text.
    case exact
    /// It begins with the text.
    case prefix
    /// The text is in it.
    case inside
  }

  /// Returns the places that a text may mean best, and how well their names fit.
  ///
  /// - Complexity: O(length of all names).
  public func placeMatches(_ text: String) -> (match: NameMatch, places: [Int]) {
    let query = Array(PlaceName.folded(text).utf8)
    guard !query.isEmpty else { return (.inside, []) }
    var found: [NameMatch: [Int]] = [:]
    for place in places.indices {
      if let match = match(query, in: strings.utf8(places[place].search)) {
        found[match, default: []].append(place)
      }
    }
    let best: NameMatch = found[.exact] != nil ? .exact : found[.prefix] != nil ? .prefix : .inside
    return (best, found[best] ?? [])
  }

  /// Returns the place that comes from a feature, or nil.
  ///
  /// - Complexity: O(places).
  public func place(from source: Source) -> Int? {
    unsafe places.withUnsafeBufferPointer { unsafe $0.firstIndex { $0.source == source } }
  }

  /// Returns the first node that comes from a feature, or nil.
  ///
  /// - Complexity: O(log *n*).
  public func node(from source: Source) -> Int? { nodes(from: source).first }

  /// Returns the nodes that come from a feature, by their numbers: one a level that it is on.
  ///
  /// - Complexity: O(log *n* + nodes found).
  public func nodes(from source: Source) -> [Int] { nodeOrder.nodes(from: source, in: nodes) }

  /// Compares with all names of a place, which line feeds separate.
  private func match(_ query: [UInt8], in names: Slice<some RandomAccessCollection<UInt8>>) -> NameMatch? {
    var best: NameMatch?
    for name in names.split(separator: 10) {
      guard name.count >= query.count else { continue }
      if name.starts(with: query) {
        if name.count == query.count { return .exact }
        best = .prefix
      } else if best == nil, contains(query, in: Array(name)) {
        best = .inside
      }
    }
    return best
  }

  private func contains(_ query: [UInt8], in name: [UInt8]) -> Bool {
    name.count >= query.count
      && (0...name.count - query.count).contains { start in
        query.indices.allSatisfy { name[start + $0] == query[$0] }
      }
  }
}
