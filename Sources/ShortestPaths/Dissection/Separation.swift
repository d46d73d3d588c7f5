/// How well some nodes separate the others.
struct Separation: Sendable {
  /// The number of nodes of the separator.
  var size: Int
  /// The number of nodes on its smaller side.
  var smaller: Int

  /// Worse than any.
  static let none = Separation(size: 1, smaller: 0)

  /// Which separator to take.
  struct Policy: Sendable {
    /// The smaller side's least share of the nodes, in percent.
    var share = 20

    func least(_ count: Int) -> Int { Swift.max(count * share / 100, 1) }

    /// True if the first has the smaller expansion: nodes of the separator for each on the smaller side.
    @inline(__always)
    func isBetter(_ first: Separation, than second: Separation) -> Bool {
      first.size * second.smaller < second.size * first.smaller
    }
  }
}
