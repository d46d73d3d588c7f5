/// What an object is: keys and values, in the file's order.
package struct OSMTags: Sendable {
  private let storage: OSMStorage
  /// The position of the first key.
  private let start: Int
  /// The number of tags.
  package let count: Int

  init(_ storage: OSMStorage, at position: UInt32) {
    self.storage = storage
    start = Int(position) + 1
    count = Int(storage.tags[Int(position)])
  }

  /// Whether there are none.
  package var isEmpty: Bool { count == 0 }

  /// The value of `key`; the first if the file gives several.
  package subscript(key: String) -> String? {
    for position in 0..<count where storage.strings[Int(storage.tags[start + 2 * position])] == key {
      return storage.strings[Int(storage.tags[start + 2 * position + 1])]
    }
    return nil
  }

  /// All tags, in the file's order.
  package var pairs: [(key: String, value: String)] {
    (0..<count).map {
      (
        storage.strings[Int(storage.tags[start + 2 * $0])],
        storage.strings[Int(storage.tags[start + 2 * $0 + 1])]
      )
    }
  }
}
