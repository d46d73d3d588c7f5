import Columns

/// Where a place is: a venue of the index, and the place's number there.
///
/// 8 bytes.
struct PlaceHit: Hashable, Comparable, Sendable, BitwiseCopyable {
  var venue: UInt32
  var place: UInt32

  static func < (a: PlaceHit, b: PlaceHit) -> Bool { (a.venue, a.place) < (b.venue, b.place) }
}

/// Which venue of an atlas has which places, so that a name is looked up without opening all of them.
///
/// All names of all venues, folded, each once, in the order of their bytes, each with its places. It answers as
/// a search through every venue would: the index of an atlas is written together with its manifest.
struct PlaceIndex: Sendable {
  /// The ids of the venues, ascending.
  let venues: [String]
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
    venues: [String], nameStart: Column<UInt32>, nameBytes: Column<UInt8>, hitStart: Column<UInt32>,
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
    nameBytes[Int(nameStart[number])..<Int(nameStart[number + 1])]
  }

  /// The places of a name, ascending.
  func hits(of number: Int) -> Slice<Column<PlaceHit>> {
    hits[Int(hitStart[number])..<Int(hitStart[number + 1])]
  }

  // MARK: Questions

  /// Returns the places that a text may mean best, ascending, and how well their names fit; as
  /// ``Network/placeMatches(_:)`` does.
  ///
  /// - Complexity: O(log *n*) for a name or its beginning, O(length of all names) for a part of one.
  func matches(_ text: String) -> (match: Network.NameMatch, hits: [PlaceHit]) {
    let query = Array(PlaceName.folded(text).utf8)
    guard !query.isEmpty else { return (.inside, []) }
    let first = lowerBound(query)
    if first < count, name(first).elementsEqual(query) { return (.exact, Array(hits(of: first))) }
    var found: Set<PlaceHit> = []
    for number in first..<count {
      guard name(number).starts(with: query) else { break }
      found.formUnion(hits(of: number))
    }
    if !found.isEmpty { return (.prefix, found.sorted()) }
    for number in names(containing: query) { found.formUnion(hits(of: number)) }
    return (.inside, found.sorted())
  }

  /// The numbers of the venues that may have something from a feature, ascending.
  ///
  /// - Complexity: O(venues).
  func venues(with source: Source) -> [Int] {
    venues.indices.filter { venue in
      SourceFilter.mayContain(
        source, filterWords[Int(filterStart[venue])..<Int(filterStart[venue + 1])])
    }
  }

  /// The first name that isn't less than `query`.
  private func lowerBound(_ query: [UInt8]) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if name(middle).lexicographicallyPrecedes(query) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The names that a text is in, ascending.
  private func names(containing query: [UInt8]) -> [Int] {
    var found: [Int] = []
    var number = 0
    var at = 0
    // All names lie one after the other: look for the text in all of them at once.
    while at + query.count <= nameBytes.count {
      guard nameBytes[at] == query[0],
        query.indices.allSatisfy({ nameBytes[at + $0] == query[$0] })
      else {
        at += 1
        continue
      }
      while Int(nameStart[number + 1]) <= at { number += 1 }
      if at + query.count <= Int(nameStart[number + 1]) {
        found.append(number)
        at = Int(nameStart[number + 1])
      } else {
        at += 1
      }
    }
    return found
  }
}
