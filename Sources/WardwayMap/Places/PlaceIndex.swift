import Columns

/// Where a place is: a venue of the index, and the place's number there; or that something else in the venue has
/// a name, such as a corridor.
///
/// 8 bytes.
struct PlaceHit: Hashable, Comparable, Sendable, BitwiseCopyable {
  var venue: UInt32
  var place: UInt32

  /// Stands for what isn't a place.
  static let noPlace = UInt32.max

  var isPlace: Bool { place != Self.noPlace }

  static func < (a: PlaceHit, b: PlaceHit) -> Bool { (a.venue, a.place) < (b.venue, b.place) }
}

/// Which venue of an atlas has which places, so that a name is looked up without opening all of them.
///
/// All names of all venues as they are compared, each once, in the order of their bytes, each with its places, or
/// with the mark that something else has it. It answers as a search through every venue would: the index of an
/// atlas is written together with its manifest.
struct PlaceIndex: Sendable {
  /// The ids of the venues, ascending.
  let venues: [NetworkID]
  private(set) var nameStart = Column<UInt32>([0])
  private(set) var nameBytes = Column<UInt8>([])
  /// For each name its first hit, and the number of hits at the end.
  private(set) var hitStart = Column<UInt32>([0])
  private(set) var hits = Column<PlaceHit>([])
  /// For each venue the first word of its ``SourceFilter``, and the number of words at the end.
  private(set) var filterStart = Column<UInt32>([0])
  private(set) var filterWords = Column<UInt64>([])

  /// The index of an atlas without venues.
  init() { venues = [] }

  /// Takes over columns; nil if an offset is out of order or a hit is in a venue that isn't there.
  init?(
    venues: [NetworkID], nameStart: Column<UInt32>, nameBytes: Column<UInt8>, hitStart: Column<UInt32>,
    hits: Column<PlaceHit>, filterStart: Column<UInt32>, filterWords: Column<UInt64>
  ) {
    func fits(_ starts: Column<UInt32>, _ count: Int) -> Bool {
      starts.count > 0 && starts[0] == 0 && Int(starts[starts.count - 1]) == count
        && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
    }
    guard fits(nameStart, nameBytes.count), fits(hitStart, hits.count), fits(filterStart, filterWords.count),
      nameStart.count == hitStart.count, filterStart.count == venues.count + 1,
      zip(venues, venues.dropFirst()).allSatisfy({ $0 < $1 }),
      hits.allSatisfy({ Int($0.venue) < venues.count })
    else { return nil }
    self.venues = venues
    self.nameStart = nameStart
    self.nameBytes = nameBytes
    self.hitStart = hitStart
    self.hits = hits
    self.filterStart = filterStart
    self.filterWords = filterWords
  }

  /// The number of names.
  var count: Int { nameStart.count - 1 }

  /// The bytes of a name.
  func name(_ number: Int) -> Slice<Column<UInt8>> {
    nameBytes[nameStart.range(number)]
  }

  /// The places of a name, ascending.
  func hits(of number: Int) -> Slice<Column<PlaceHit>> {
    hits[hitStart.range(number)]
  }

  // MARK: Questions

  /// Returns the places that a text may mean best, ascending, and how well their names fit; as
  /// ``WalkNetwork/placeMatches(_:)`` does.
  ///
  /// - Complexity: O(log *n*) for a name, O(length of all names) else.
  func matches(_ text: String) -> (match: NameMatch, hits: [PlaceHit]) {
    let query = PlaceQuery(text)
    let exact = hits(named: query).filter(\.isPlace)
    if !exact.isEmpty { return (.exact, exact.sorted()) }
    var ranking = NameRanking<PlaceHit>()
    unsafe nameBytes.withUnsafeBufferPointer { bytes in
      for number in 0..<count {
        let range = nameStart.range(number)
        guard let match = unsafe query.match(UnsafeBufferPointer(rebasing: bytes[range])),
          ranking.takes(match)
        else { continue }
        ranking.offer(hits(of: number).filter(\.isPlace), match)
      }
    }
    return (ranking.match, Set(ranking.best).sorted())
  }

  /// The numbers of the venues where something has exactly this name, a place or anything else, ascending.
  ///
  /// - Complexity: O(log *n* + venues found).
  func venues(named text: String) -> [Int] {
    Set(hits(named: PlaceQuery(text)).map { Int($0.venue) }).sorted()
  }

  /// What has exactly a name.
  private func hits(named query: PlaceQuery) -> Set<PlaceHit> {
    var found: Set<PlaceHit> = []
    for spelling in query.spellings {
      let number = lowerBound(spelling.text)
      if number < count, name(number).elementsEqual(spelling.text) { found.formUnion(hits(of: number)) }
    }
    return found
  }

  /// The numbers of the venues that may have something from a feature, ascending.
  ///
  /// - Complexity: O(venues).
  func venues(with source: FeatureID) -> [Int] {
    venues.indices.filter { venue in
      SourceFilter.mayContain(
        source, filterWords[filterStart.range(venue)])
    }
  }

  /// The first name that isn't less than `query`.
  private func lowerBound(_ query: [UInt8]) -> Int {
    (0..<count).partitioningIndex { !name($0).lexicographicallyPrecedes(query) }
  }
}
