import Geodesy

extension Atlas {
  /// The index of the venues' places, opened the first time it is asked for.
  func places() throws(AtlasError) -> PlaceIndex {
    if let known = placeIndex.withLock({ $0 }) { return known }
    let index = try PlaceIndex(of: manifest, in: path)
    placeIndex.withLock { $0 = index }
    return index
  }

  /// Returns the ids of the venues that may have something from a feature; few that don't, none is missing.
  ///
  /// - Throws: `damaged` if the index of places can't be used.
  /// - Complexity: O(venues).
  public func venues(with source: FeatureID) throws(AtlasError) -> [NetworkID] {
    let index = try places()
    return index.venues(with: source).map { index.venues[$0] }
  }

  /// Returns the ids of the venues where something has exactly a name: a place, a corridor, an elevator.
  ///
  /// - Throws: `damaged` if the index of places can't be used.
  /// - Complexity: O(log *n*).
  public func venues(withName text: String) throws(AtlasError) -> [NetworkID] {
    let index = try places()
    return index.venues(named: text).map { index.venues[$0] }
  }

  /// Returns the ids of the venues whose boxes come within `metres` of a place.
  ///
  /// - Complexity: O(log *n*) typical.
  public func venues(near place: Coordinate, within metres: Double) -> [NetworkID] {
    venueBoxes.near(place, within: metres).map { venueParts[$0].network }
  }
  /// Returns the ids of the venues that a way from a place to one of others may touch, each no longer than said.
  ///
  /// - Complexity: O(log *n* + *m* · ends) for *m* venues within the longest of them.
  package func venues(from place: Coordinate, to ends: [(place: Coordinate, metres: Double)]) -> [NetworkID] {
    let most = ends.reduce(0) { max($0, $1.metres) }
    return venueBoxes.near(place, within: most).filter { number in
      guard let box = venueParts[number].boundingBox else { return false }
      let near = distance(place, box.nearest(to: place))
      return ends.contains { near + distance(box.nearest(to: $0.place), $0.place) <= $0.metres }
    }.map { venueParts[$0].network }
  }
}
