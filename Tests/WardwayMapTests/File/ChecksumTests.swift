import Testing

@testable import WardwayMap

/// XXH64 with seed 0; the values come from the reference implementation (Python's xxhash).
@Suite struct ChecksumTests {
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("xxhash", 0x32DD_3895_2C4B_C720),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
      ("Call me Ishmael. Some years ago--never mind how long precisely-", 0x02A2_E854_70D6_FD96),
    ] as [(String, UInt64)])
  func `texts have the checksums that are published`(text: String, checksum: UInt64) {
    #expect(Checksum.of(Array(text.utf8)) == checksum)
  }

  @Test(
    arguments: [
      (3, 0x35D0_166B_D9D3_4D78), (4, 0x4CB9_7DDC_D2D2_59A7), (5, 0x3372_A00B_9D64_B89F),
      (7, 0x23E8_44A2_4496_5C1F), (8, 0x6B2D_A04D_B74C_92BF), (9, 0xE78B_E380_994C_5681),
      (12, 0xFFF4_A5A8_86A6_B2E8), (15, 0x9D45_809A_E5E9_B3D8), (16, 0x62B9_C6BB_83EA_9944),
      (31, 0x799E_3AA4_FF9E_368C), (32, 0x981C_0800_629E_3127), (33, 0x97FC_D9A4_21AC_A5C9),
      (36, 0x03D3_FFAA_2D81_D2FE), (63, 0x1357_67F6_ABD6_89F5),
      (64, 0x119D_5F45_7C12_4ECF), (100, 0x8151_0B97_B682_F738), (1000, 0x8D58_D087_710D_3DB4),
      (4096, 0xE6CC_7A67_A1E9_854E),
    ] as [(Int, UInt64)])
  func `every length has its own tail`(length: Int, checksum: UInt64) {
    let bytes = (1...4096).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }
    #expect(Checksum.of(Array(bytes.prefix(length))) == checksum)
  }

  @Test func `bytes that don't lie at a word's boundary have the same checksum`() {
    let bytes = (0..<100).map { UInt8($0) }
    for shift in 1..<8 {
      let shifted = Array(repeating: 0, count: shift) + bytes
      let found = shifted.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[shift...])) }
      #expect(found == Checksum.of(bytes))
    }
  }
}
