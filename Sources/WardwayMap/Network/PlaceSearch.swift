import Geodesy

extension WalkNetwork {
  /// Returns the places that a text may mean best: those with exactly this name, else those that have all its
  /// words, else those with words that begin with its last one; or, in Chinese, those whose names it is in.
  ///
  /// - Parameter limit: The most places to return.
  /// - Complexity: O(length of all names).
  package func places(named text: String, limit: Int = .max) -> [Int] {
    Array(placeMatches(text).places.prefix(limit))
  }

  /// Returns the places that a text may mean best, and how well their names fit.
  ///
  /// - Complexity: O(length of all names).
  package func placeMatches(_ text: String) -> (match: NameMatch, places: [Int]) {
    let query = PlaceQuery(text)
    var best = NameMatch.inside
    var found: [Int] = []
    unsafe strings.bytes.withUnsafeBufferPointer { bytes in
      for place in places.indices {
        let names = unsafe UnsafeBufferPointer(rebasing: bytes[strings.range(of: places[place].search)])
        guard let match = unsafe query.match(names), match <= best else { continue }
        if match < best {
          best = match
          found.removeAll()
        }
        found.append(place)
      }
    }
    return (best, found)
  }

  /// Returns the place that comes from a feature, or nil.
  ///
  /// - Complexity: O(places).
  package func place(from source: FeatureID) -> Int? {
    unsafe places.withUnsafeBufferPointer { unsafe $0.firstIndex { $0.source == source } }
  }

  /// Returns the first node that comes from a feature, or nil.
  ///
  /// - Complexity: O(log *n*).
  package func node(from source: FeatureID) -> Int? { nodes(from: source).first }
}
