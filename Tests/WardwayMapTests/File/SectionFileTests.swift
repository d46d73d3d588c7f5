import Foundation
import TestSupport
import Testing

@testable import WardwayMap

/// Headers and tables that lie, with right checksums.
@Suite struct SectionFileTests {
  private static let version = SectionLayout.version

  @Test func `a file that is taken apart and put together is the same`() {
    let bytes = SmallNetwork.bytes([.walker, .bed])
    #expect(DraftFile(bytes).bytes == bytes)
  }

  @Test(arguments: [
    Damage("wrong magic", .notAnAtlas, says: "not a network file") { $0.magic[7] = 0x20 },
    Damage("a newer version", .wrongVersion, says: "version 99, this library reads \(version); update") {
      $0.version = 99
    },
    Damage("an older version", .wrongVersion, says: "version 0, this library reads \(version); compile") {
      $0.version = 0
    },
    Damage("the header's checksum", says: "header") { $0.headerError = 1 },
    Damage("the table's checksum", says: "table") { $0.tableError = 1 },
    Damage("the checksums' checksum", says: "checksum of its checksums") { $0.blockTableError = 1 },
    Damage("more blocks than fit", says: "don't fit") { $0.statedBlocks = 1 << 40 },
    Damage("the most blocks", says: "don't fit") { $0.statedBlocks = .max },
    Damage("fewer blocks", says: "checksum of its checksums") { $0.statedBlocks = 3 },
    Damage("a content's checksum", says: "section 'attribution'") { $0.contentError = 1 },
    Damage("a size that is too large", .truncated, says: "bytes, it has") { $0.statedSize = 1 << 40 },
    Damage("a size that is too small", says: "don't fit") { $0.statedSize = 64 },
    Damage("a size beyond Int", says: "don't fit") { $0.statedSize = .max },
    Damage("more sections than fit", says: "tables of 4000") { $0.statedSections = 4000 },
    Damage("more sections than allowed", says: "tables of 4294967295") { $0.statedSections = .max },
    Damage("fewer sections", says: "table") { $0.statedSections = 3 },
  ])
  func `a header that lies is refused`(damage: Damage) {
    let error = damage.error
    #expect(
      error?.code == damage.code && error?.message.contains(damage.says) == true,
      "\(String(describing: error))")
    #expect(error?.file.hasSuffix("/streets") == true)
  }

  @Test(arguments: [
    Damage("a section over another", says: "section 'edge'") { $0["edge"].offset = $0.tableEnd },
    Damage("a section over the table", says: "section 'network.id'") { $0["network.id"].offset = 64 },
    Damage("a section over the header", says: "section 'network.id'") { $0["network.id"].offset = 0 },
    Damage("a section beyond the end", says: "section 'node'") { $0["node"].offset = 1 << 30 },
    Damage("a section that ends beyond the end", says: "section 'string.byte'") {
      $0["string.byte"].count = 1 << 20
    },
    Damage("the farthest offset", says: "section 'node'") { $0["node"].offset = .max - 63 },
    Damage("an offset between boundaries", says: "section 'node'") { $0["node"].offset = $0.tableEnd + 72 },
    Damage("a size that overflows", says: "section 'node'") { $0["node"].count = 1 << 60 },
    Damage("the greatest count", says: "section 'node'") { $0["node"].count = .max },
    Damage("an end that overflows", says: "section 'string.byte'") { $0["string.byte"].count = .max - 63 },
    Damage("blocks of another size", says: "section 'node' has blocks") { $0["node"].shiftError = 1 },
    Damage("blocks of no size", says: "section 'node' has blocks") { $0["node"].shiftError = .max },
    Damage("blocks of another section", says: "section 'node' has blocks") { $0["node"].blockError = 1 },
    Damage("elements without size", says: "section 'edge'") { $0["edge"].stride = 0 },
    Damage("elements of another size", says: "section 'edge' has elements of 24 bytes instead of 48") {
      $0["edge"].stride = 24
      $0["edge"].count *= 2
    },
    Damage("elements that are huge", says: "section 'edge'") { $0["edge"].stride = .max },
    Damage("a name twice", says: "section 'node'") { $0.sections[3].name = Array("node".utf8) },
    Damage("another name", says: "section 'edge' is missing") { $0["edge"].name = Array("Edge".utf8) },
    Damage("a name that is no text", says: "section 'edge' is missing") {
      $0["edge"].name = [0xFF, 0xC0, 10]
    },
    Damage("no sections", says: "section 'attribution' is missing") { $0.sections = [] },
  ])
  func `a table that lies is refused`(damage: Damage) {
    let error = damage.error
    #expect(
      error?.code == damage.code && error?.message.contains(damage.says) == true,
      "\(String(describing: error))")
  }

  @Test func `what is no file of an atlas is refused by name`() {
    let folder = TemporaryFolder()
    folder.writeManifest()
    #expect(errorOfOpening(folder.path)?.code == .notFound)
    folder.write("", as: "streets")
    #expect(errorOfOpening(folder.path)?.code == .truncated)
    folder.write(String(repeating: "<osm/>\n", count: 20), as: "streets")
    #expect(errorOfOpening(folder.path)?.code == .notAnAtlas)
    folder.makeFolder("folder")
    folder.writeManifest(naming: "folder")
    #expect(errorOfOpening(folder.path)?.code == .notFound)
  }

  @Test(.timeLimit(.minutes(1))) func `a pipe is refused without waiting for it`() {
    let folder = TemporaryFolder()
    folder.writeManifest()
    #expect(mkfifo("\(folder.path)/streets", 0o600) == 0)
    #expect(errorOfOpening(folder.path)?.code == .notFound)
  }
}
