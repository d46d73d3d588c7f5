import Foundation
import TestSupport
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

  @Test func `files of another atlas, and of another network, are refused`() throws {
    folder.write(bytes, as: "streets")
    var part = Manifest.Part(network: "streets", file: "streets", bytes: bytes.count)
    part.checksum = try SectionFile(path: "\(folder.path)/streets").checksum
    func error(_ bytes: [UInt8], _ part: Manifest.Part) -> AtlasError? {
      folder.write(bytes, as: part.file)
      folder.write(Manifest(parts: [part], attribution: "x").json, as: "manifest.json")
      return errorOfOpening(folder.path)
    }
    #expect(error(bytes, part) == nil)
    let other = error(SmallNetwork.bytes([.walker]), part)
    #expect(other?.code == .damaged && other?.message.contains("another atlas") == true)
    let ring = SmallNetwork.network.nodes.map(\.coordinate)
    let description = VenueDescription(
      id: "way-1", names: ["Hospital"], outline: Outline(rings: [ring]), portals: .init([]))
    let venue = NetworkFile.venue(
      CompiledVenue(description: description, network: SmallNetwork.network, profiles: []), attribution: "x")
    #expect(error(venue.bytes(), part)?.message.contains("another atlas") == true)
    part.checksum = nil
    #expect(error(venue.bytes(), part)?.message.contains("the file of 'way-1', not of 'streets'") == true)
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
