import Foundation
import Testing

@testable import WardwayMap

/// Cuts and flipped bits at every place: an error, or an atlas that answers exactly as before.
@Suite struct AtlasDamageTests {
  private let folder = TemporaryFolder()
  private let bytes = SmallNetwork.bytes([.wheelchair])

  /// Opens the atlas with `bytes` as its streets; true if it gives an error of one of these codes, or answers
  /// as before.
  private func isHarmless(_ codes: Set<AtlasError.Code>) -> Bool {
    do {
      return try Atlas(opening: folder.path).rewritten() == bytes
    } catch { return codes.contains(error.code) && !error.message.isEmpty }
  }

  @Test(arguments: 0..<4) func `a network file that is cut anywhere is refused`(part: Int) throws {
    folder.writeManifest()
    for length in stride(from: part, to: bytes.count, by: 4) {
      folder.write(Array(bytes[..<length]), as: "streets")
      let code = errorOfOpening(folder.path)?.code
      #expect(code == .truncated || code == .notAnAtlas && 1..<64 ~= length, "cut after \(length) bytes")
    }
  }

  @Test func `a network file that has grown is refused`() {
    folder.writeManifest()
    folder.write(bytes + [0], as: "streets")
    #expect(errorOfOpening(folder.path)?.code == .truncated)
  }

  @Test(arguments: 0..<8) func `a flipped bit anywhere in a network file is found or harmless`(part: Int) {
    folder.writeManifest()
    var damaged = bytes
    for position in stride(from: part, to: bytes.count, by: 8) {
      damaged[position] ^= 1 << UInt8(position / 8 % 8)
      folder.write(damaged, as: "streets")
      #expect(isHarmless([.damaged, .notAnAtlas, .wrongVersion]), "bit flipped in byte \(position)")
      damaged[position] = bytes[position]
    }
  }

  @Test func `a manifest that is cut anywhere is refused`() {
    folder.write(bytes, as: "streets")
    folder.writeManifest()
    let manifest = folder.read("manifest.json")
    for length in 0..<manifest.count - 1 {
      folder.write(Array(manifest[..<length]), as: "manifest.json")
      #expect(errorOfOpening(folder.path)?.code == (length == 0 ? .truncated : .damaged), "\(length) bytes")
    }
  }

  @Test(arguments: 0..<8 as Range<UInt8>)
  func `a flipped bit anywhere in a manifest is found or harmless`(bit: UInt8) {
    folder.write(bytes, as: "streets")
    folder.writeManifest()
    let manifest = folder.read("manifest.json")
    for position in manifest.indices {
      var damaged = manifest
      damaged[position] ^= 1 << bit
      folder.write(damaged, as: "manifest.json")
      #expect(isHarmless([.damaged, .wrongVersion, .notFound]), "bit \(bit) of byte \(position)")
    }
  }
}
