import Columns

extension PlaceIndex {
  /// What the index has to know of a venue.
  struct Entry: Sendable {
    let venue: NetworkID
    /// The folded names, ascending, each with a place.
    let names: [(name: [UInt8], place: UInt32)]
    let filter: [UInt64]

    init(_ venue: NetworkID, _ network: WalkNetwork) {
      self.venue = venue
      var names: [(name: [UInt8], place: UInt32)] = []
      for (place, record) in network.places.enumerated() {
        let own = Set(network.strings.utf8(record.search).split(separator: 10).map { [UInt8]($0) })
        names += own.map { ($0, UInt32(place)) }
      }
      names += network.elementNames.map { (Array($0.utf8), PlaceHit.noPlace) }
      self.names = names.sorted {
        $0.name == $1.name ? $0.place < $1.place : $0.name.lexicographicallyPrecedes($1.name)
      }
      filter = SourceFilter.words(
        for: Set(network.nodes.lazy.map(\.source)).union(network.sources.lazy.map(\.source))
          .union(network.places.lazy.map(\.source)).union(network.areas.records.lazy.map(\.edge.source)))
    }
  }

  /// Returns the index without some venues and with others.
  ///
  /// - Precondition: No venue is added that is there and not removed.
  /// - Complexity: O(size of both), with a sort of what is added.
  func updated(removing gone: Set<NetworkID>, adding entries: [Entry]) -> PlaceIndex {
    let entries = entries.sorted { $0.venue < $1.venue }
    let kept = venues.filter { !gone.contains($0) }
    let all = (kept + entries.map(\.venue)).sorted()
    let number = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, UInt32($0)) })
    var draft = Draft()
    merge(
      with: entries.flatMap { entry in
        entry.names.map { ($0.name, PlaceHit(venue: number[entry.venue]!, place: $0.place)) }
      }.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0.lexicographicallyPrecedes($1.0) },
      renumbering: venues.map { gone.contains($0) ? nil : number[$0] }, into: &draft)
    var filterStart: [UInt32] = [0]
    var words: [UInt64] = []
    let added = Dictionary(uniqueKeysWithValues: entries.map { ($0.venue, $0.filter) })
    let old = Dictionary(uniqueKeysWithValues: venues.enumerated().map { ($1, $0) })
    for venue in all {
      if let filter = added[venue] {
        words += filter
      } else if let index = old[venue] {
        words += filterWords[Int(self.filterStart[index])..<Int(self.filterStart[index + 1])]
      }
      filterStart.append(UInt32(words.count))
    }
    return PlaceIndex(
      venues: all, nameStart: Column(draft.nameStart), nameBytes: Column(draft.nameBytes),
      hitStart: Column(draft.hitStart), hits: Column(draft.hits), filterStart: Column(filterStart),
      filterWords: Column(words))!
  }

  /// Names with their hits, as they are collected in order.
  private struct Draft {
    var nameStart: [UInt32] = [0]
    var nameBytes: [UInt8] = []
    var hitStart: [UInt32] = [0]
    var hits: [PlaceHit] = []

    mutating func add(_ name: some Collection<UInt8>, _ more: [PlaceHit]) {
      guard !more.isEmpty else { return }
      nameBytes += name
      nameStart.append(UInt32(nameBytes.count))
      hits += more
      hitStart.append(UInt32(hits.count))
    }
  }

  /// Merges the names that stay with new ones; both are sorted.
  private func merge(
    with added: [(name: [UInt8], hit: PlaceHit)], renumbering number: [UInt32?], into draft: inout Draft
  ) {
    var next = 0
    /// The hits of the new names equal to the one at `next`.
    func take() -> [PlaceHit] {
      let name = added[next].name
      var taken: [PlaceHit] = []
      while next < added.count, added[next].name == name {
        taken.append(added[next].hit)
        next += 1
      }
      return taken
    }
    for old in 0..<count {
      let name = name(old)
      while next < added.count, added[next].name.lexicographicallyPrecedes(name) {
        let new = added[next].name
        draft.add(new, take())
      }
      let stayed = hits(of: old).compactMap { hit in
        number[Int(hit.venue)].map { PlaceHit(venue: $0, place: hit.place) }
      }
      if next < added.count, name.elementsEqual(added[next].name) {
        draft.add(name, (stayed + take()).sorted())
      } else {
        draft.add(name, stayed)
      }
    }
    while next < added.count {
      let new = added[next].name
      draft.add(new, take())
    }
  }
}
