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
    unsafe strings.bytes.withUnsafeBufferPointer { bytes in
      for place in places.indices {
        let names = unsafe UnsafeBufferPointer(rebasing: bytes[strings.range(of: places[place].search)])
        if let match = unsafe NameMatch(query, in: names) { found[match, default: []].append(place) }
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
}

extension Network.NameMatch {
  /// Compares a text that isn't empty with all names of a place, which line feeds separate; nil if it is in none.
  @unsafe fileprivate init?(_ query: [UInt8], in names: UnsafeBufferPointer<UInt8>) {
    var best: Self?
    for start in stride(from: 0, through: names.count - query.count, by: 1)
    where unsafe names[start] == query[0]
      && query.indices.allSatisfy({ unsafe names[start + $0] == query[$0] })
    {
      let end = start + query.count
      if unsafe start == 0 || names[start - 1] == Self.separator {
        best = .prefix
        if unsafe end == names.count || names[end] == Self.separator {
          self = .exact
          return
        }
      } else if best == nil {
        best = .inside
      }
    }
    guard let best else { return nil }
    self = best
  }

  private static let separator = UInt8(ascii: "\n")
}
