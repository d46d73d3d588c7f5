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
    var ranking = NameRanking<Int>()
    unsafe strings.bytes.withUnsafeBufferPointer { bytes in
      for place in places.indices {
        let names = unsafe UnsafeBufferPointer(rebasing: bytes[strings.range(of: places[place].search)])
        if let match = unsafe query.match(names) { ranking.offer(CollectionOfOne(place), match) }
      }
    }
    return (ranking.match, ranking.best)
  }
}
