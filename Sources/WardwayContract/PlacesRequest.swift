import Wardway

/// What is asked for places: those that a name may mean, those of a kind, or all.
public struct PlacesRequest: Hashable, Sendable {
  /// A name or words of one; nil for all places.
  public var name: String?
  /// Only places of this kind, such as `pharmacy`; nil for all kinds.
  public var kind: String?
  /// The most places to return.
  public var limit: Int

  /// Makes a request.
  public init(name: String? = nil, kind: String? = nil, limit: Int = 1000) {
    self.name = name
    self.kind = kind
    self.limit = limit
  }

  /// Returns the places: the best first for a name, else those of the streets, then the venues' one after the other.
  ///
  /// - Throws: An `AtlasError` if a venue can't be opened.
  /// - Complexity: O(length of all names) for a name; else O(places up to the limit).
  public func places(on atlas: Atlas) throws(AtlasError) -> [FoundPlace] {
    guard let name else { return try listed(on: atlas) }
    let found = try atlas.places(named: name, limit: kind == nil ? limit : .max).places
    return Array(found.lazy.filter { kind == nil || $0.kind == kind }.prefix(limit))
  }

  private func listed(on atlas: Atlas) throws(AtlasError) -> [FoundPlace] {
    var found = listed(of: atlas.streets, venue: nil, most: limit)
    for part in atlas.venueParts where found.count < limit {
      let network = try atlas.venue(part.network).network
      found += listed(of: network, venue: part.network, most: limit - found.count)
    }
    return found
  }

  private func listed(of network: WalkNetwork, venue: NetworkID?, most: Int) -> [FoundPlace] {
    let wanted = network.places.indices.lazy.filter {
      kind == nil || network.strings[network.places[$0].kind] == kind
    }
    return network.foundPlaces(Array(wanted.prefix(most)), venue: venue)
  }
}
