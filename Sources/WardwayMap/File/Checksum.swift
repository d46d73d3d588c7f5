/// The checksum of a section: XXH64 with seed 0.
///
/// Source: Collet, *xxHash fast digest algorithm*, format specification 0.1.1, XXH64.
package enum Checksum {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// Returns the checksum of `bytes`.
  ///
  /// - Complexity: O(*n*), some gigabytes a second.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var at = 0
    let count = bytes.count
    var hash: UInt64
    if count >= 32 {
      var a = prime1 &+ prime2
      var b = prime2
      var c: UInt64 = 0
      var d = 0 &- prime1
      while at &+ 32 <= count {
        a = round(a, unsafe word(bytes, at))
        b = round(b, unsafe word(bytes, at &+ 8))
        c = round(c, unsafe word(bytes, at &+ 16))
        d = round(d, unsafe word(bytes, at &+ 24))
        at &+= 32
      }
      hash = rotate(a, 1) &+ rotate(b, 7) &+ rotate(c, 12) &+ rotate(d, 18)
      for lane in [a, b, c, d] { hash = (hash ^ round(0, lane)) &* prime1 &+ prime4 }
    } else {
      hash = prime5
    }
    hash = hash &+ UInt64(count)
    while at + 8 <= count {
      hash = rotate(hash ^ round(0, unsafe word(bytes, at)), 27) &* prime1 &+ prime4
      at += 8
    }
    if at + 4 <= count {
      let half = UInt64(UInt32(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
      hash = rotate(hash ^ (half &* prime1), 23) &* prime2 &+ prime3
      at += 4
    }
    while at < count {
      hash = rotate(hash ^ (UInt64(unsafe bytes[at]) &* prime5), 11) &* prime1
      at += 1
    }
    hash = (hash ^ (hash >> 33)) &* prime2
    hash = (hash ^ (hash >> 29)) &* prime3
    return hash ^ (hash >> 32)
  }

  /// Returns the checksum of an array's bytes.
  package static func of(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe of($0) }
  }

  /// Returns a checksum as 16 hexadecimal digits.
  static func hexadecimal(_ checksum: UInt64) -> String {
    let digits = String(checksum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* prime2, 31) &* prime1
  }

  private static func rotate(_ value: UInt64, _ by: UInt64) -> UInt64 {
    (value &<< by) | (value &>> (64 &- by))
  }
}
