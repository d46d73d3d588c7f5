/// Bytes that one writer puts one behind the other.
///
/// An array asks at every byte whether somebody else has it too; this has one owner.
@usableFromInline @safe
struct GrowingBytes: ~Copyable {
  /// Room for `capacity` bytes, the first `count` of them written.
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var count = 0
  @usableFromInline var capacity = 256

  @inlinable
  init() { unsafe start = .allocate(capacity: capacity) }

  @inlinable deinit { unsafe start.deallocate() }

  /// What was written.
  @inlinable var array: [UInt8] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Makes room for more bytes and returns where they go.
  @inlinable @inline(__always) @unsafe
  mutating func room(_ more: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity &- count < more { grow(more) }
    return unsafe start + count
  }

  @usableFromInline @inline(never)
  mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = larger
  }

  @inlinable @inline(__always)
  mutating func append(_ byte: UInt8) {
    unsafe room(1).pointee = byte
    count &+= 1
  }

  @inlinable @inline(__always)
  mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    unsafe room(bytes.count).update(from: source, count: bytes.count)
    count &+= bytes.count
  }

  mutating func append(contentsOf text: String) {
    var text = text
    text.withUTF8 { unsafe append(contentsOf: $0) }
  }
}
