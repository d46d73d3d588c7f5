import Columns

/// The texts of a network, each once; number 0 is the empty text.
@usableFromInline
package struct StringTable: Sendable {
  let offsets: Column<UInt32>
  let bytes: Column<UInt8>

  /// The number of texts.
  package var count: Int { offsets.count - 1 }

  /// Takes columns over after checking them; nil if an offset is out of order or out of bounds.
  init?(offsets: Column<UInt32>, bytes: Column<UInt8>) {
    guard offsets.count >= 2, offsets[0] == 0, offsets[1] == 0,
      Int(offsets[offsets.count - 1]) == bytes.count,
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.offsets = offsets
    self.bytes = bytes
  }

  /// Takes over columns that are known to be sound.
  @unsafe init(unchecked offsets: Column<UInt32>, _ bytes: Column<UInt8>) {
    self.offsets = offsets
    self.bytes = bytes
  }

  /// The text of a number; bytes that are no UTF-8 are replaced.
  ///
  /// - Complexity: O(its length).
  package subscript(number: UInt32) -> String {
    let range = range(of: number)
    if range.isEmpty { return "" }
    return unsafe bytes.withUnsafeBufferPointer { all in
      unsafe String(decoding: UnsafeBufferPointer(rebasing: all[range]), as: UTF8.self)
    }
  }

  /// All texts.
  ///
  /// - Complexity: O(bytes).
  package var all: Set<String> { Set((0..<UInt32(count)).map { self[$0] }) }

  /// The bytes of a text.
  func utf8(_ number: UInt32) -> Slice<Column<UInt8>> { bytes[range(of: number)] }

  /// Where in ``bytes`` a text is.
  func range(of number: UInt32) -> Range<Int> {
    offsets.range(Int(number))
  }
}

/// Collects texts for a ``StringTable``; equal texts get equal numbers.
package struct StringTableBuilder: Sendable {
  private var numbers: [String: UInt32] = ["": 0]
  private var offsets: [UInt32] = [0, 0]
  private var bytes: [UInt8] = []

  /// Starts with the empty text as number 0.
  package init() {}

  /// Returns the number of a text, new or old.
  package mutating func number(of text: String) -> UInt32 {
    if let number = numbers[text] { return number }
    let number = UInt32(offsets.count - 1)
    numbers[text] = number
    bytes += text.utf8
    offsets.append(UInt32(bytes.count))
    return number
  }

  /// Returns the finished table.
  package func table() -> StringTable {
    StringTable(offsets: Column(offsets), bytes: Column(bytes))!
  }
}
