/// Says of a feature that it is certainly not in a network, or that it may be.
///
/// Source: Bloom 1970, *Space/Time Trade-offs in Hash Coding with Allowable Errors*; two hashes stand for all,
/// as in Kirsch and Mitzenmacher 2006. With 12 bits a feature, it is wrong about one feature in 300.
enum SourceFilter {
  private static let bitsPerSource = 12
  private static let probes: UInt64 = 8

  /// Returns the words of a filter for some features, at least one.
  static func words(for sources: Set<FeatureID>) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: sources.count * bitsPerSource / 64 + 1)
    for source in sources {
      forEachBit(of: source, in: words.count) { bit in
        words[bit / 64] |= 1 << UInt64(bit % 64)
        return true
      }
    }
    return words
  }

  /// Whether a feature may be among those that the filter was made for.
  static func mayContain(_ source: FeatureID, _ words: some RandomAccessCollection<UInt64>) -> Bool {
    guard !words.isEmpty else { return false }
    return forEachBit(of: source, in: words.count) { bit in
      words[words.index(words.startIndex, offsetBy: bit / 64)] & 1 << UInt64(bit % 64) != 0
    }
  }

  /// Calls `body` with bits until it returns false; whether it never did.
  @discardableResult
  private static func forEachBit(of source: FeatureID, in words: Int, _ body: (Int) -> Bool) -> Bool {
    // The finishing step of SplitMix64 (Steele, Lea and Flood 2014).
    var hash = source.rawValue
    hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
    hash ^= hash >> 31
    let step = hash >> 32 | 1
    return (0..<probes).allSatisfy { body(Int((hash &+ $0 &* step) % UInt64(words * 64))) }
  }
}
