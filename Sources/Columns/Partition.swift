extension RandomAccessCollection where Index == Int {
  /// Returns the first index from which on `isBeyond` holds, or the end; it has to hold for no element before one for
  /// which it doesn't.
  ///
  /// The one binary search of the house. A range of indices is a collection of itself, so that what is no collection
  /// can be searched too.
  ///
  /// - Complexity: O(log *n*).
  @inlinable @inline(__always)
  package func partitioningIndex(where isBeyond: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low &+ (high &- low) >> 1
      if isBeyond(self[middle]) { high = middle } else { low = middle &+ 1 }
    }
    return low
  }
}
