extension Atlas {
  /// Returns the places that a text may mean best in the streets and in all venues: those with exactly this name,
  /// else those that have all its words, else those with words that begin with its last one; or, in Chinese, those
  /// whose names it is in.
  ///
  /// Venues that have none of them aren't opened.
  ///
  /// - Parameters:
  ///   - text: A name or words of one, in any language of the map.
  ///   - limit: The most places to return.
  /// - Returns: How well the names fit, and the places; none if no name fits.
  /// - Throws: An ``AtlasError`` if a venue can't be opened.
  /// - Complexity: O(length of all names + nodes for each place found).
  public func places(
    named text: String, limit: Int = 20
  ) throws(AtlasError) -> (match: NameMatch, places: [FoundPlace]) {
    let (match, all) = try placeMatches(text)
    var found: [FoundPlace] = []
    var rest = all.prefix(limit)
    while let first = rest.first {
      let own = rest.prefix { $0.network == first.network }
      found += try network(first.network).foundPlaces(
        own.map(\.place), venue: first.network.isVenue ? first.network : nil)
      rest = rest.dropFirst(own.count)
    }
    return (match, found)
  }

  /// Returns the places that a text may mean best in the streets and in all venues, the streets' first, then by venue,
  /// and how well their names fit: the one search by name, which all others ask.
  ///
  /// No venue is opened for it.
  ///
  /// - Throws: `damaged` if the index of places can't be used.
  /// - Complexity: O(length of the streets' names), and that of all names for a part of a name.
  package func placeMatches(
    _ text: String
  ) throws(AtlasError) -> (match: NameMatch, places: [PlaceReference]) {
    var ranking = NameRanking<PlaceReference>()
    let (streetMatch, inStreets) = streets.placeMatches(text)
    ranking.offer(inStreets.map { PlaceReference(network: .streets, place: $0) }, streetMatch)
    let index = try places()
    let (venueMatch, inVenues) = index.matches(text)
    ranking.offer(
      inVenues.map { PlaceReference(network: index.venues[Int($0.venue)], place: Int($0.place)) }, venueMatch)
    return (ranking.match, ranking.best)
  }

  /// Returns the walk network of the streets or of a venue, opening it if need be.
  ///
  /// - Throws: An ``AtlasError`` if there is no such venue, or its file is missing or damaged.
  package func network(_ id: NetworkID) throws(AtlasError) -> WalkNetwork {
    id.isVenue ? try venue(id).network : streets
  }
}
