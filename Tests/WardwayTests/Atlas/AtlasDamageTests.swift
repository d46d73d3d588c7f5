import Foundation
import TestSupport
import Testing
import Wardway

/// Bits of an atlas that tip over on the way: an error, or the same answers.
@Suite struct AtlasDamageTests {
  private static let requests = [
    JourneyRequest(from: .name("12 Willow Street"), to: .name("Pharmacy"), profile: .walker),
    JourneyRequest(from: .name("12 Willow Street"), to: .name("Imaging"), profile: .wheelchair),
    JourneyRequest(from: .name("Accessible Parking"), to: .name("Operating Theatre"), profile: .bed),
  ]

  private static func answers(_ path: String) throws -> [Journey] {
    let planner = Planner(try Atlas(opening: path))
    return try requests.map { try planner.plan($0) }
  }

  /// The files of an atlas in a folder that tests may spoil.
  private static func copy(to folder: TemporaryFolder) throws -> [String] {
    let original = try Riverside.atlas().path
    return try FileManager.default.contentsOfDirectory(atPath: original).sorted().map { name in
      try FileManager.default.copyItem(atPath: "\(original)/\(name)", toPath: "\(folder.path)/\(name)")
      return "\(folder.path)/\(name)"
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a flipped bit gives an error or the same answers`(seed: UInt64) throws {
    let folder = TemporaryFolder()
    var random = SeededNumbers(seed: seed)
    let expected = try Self.answers(Riverside.atlas().path)
    for path in try Self.copy(to: folder) {
      let file = try FileHandle(forUpdating: URL(filePath: path))
      let size = Int(try file.seekToEnd())
      for _ in 0..<(path.hasSuffix(".json") ? 20 : 100) {
        // The first bytes hold header and table, which deserve more than their share.
        let limit = random.once(in: 3) ? min(4096, size) : size
        let position = UInt64.random(in: 0..<UInt64(limit), using: &random)
        try file.seek(toOffset: position)
        let byte = try #require(try file.read(upToCount: 1)?.first)
        try file.seek(toOffset: position)
        try file.write(contentsOf: [byte ^ 1 << UInt8.random(in: 0..<8, using: &random)])
        if let found = try? Self.answers(folder.path) {
          #expect(found == expected, "byte \(position) of \(path)")
        }
        try file.seek(toOffset: position)
        try file.write(contentsOf: [byte])
      }
      try file.close()
    }
    #expect(try Self.answers(folder.path) == expected)
  }

  @Test func `a file cut anywhere is refused as truncated`() throws {
    let folder = TemporaryFolder()
    let path = try #require(try Self.copy(to: folder).first { $0.hasSuffix(".network") })
    let bytes = try Data(contentsOf: URL(filePath: path))
    var random = SeededNumbers(seed: 1)
    for _ in 0..<100 {
      try bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)).write(to: URL(filePath: path))
      do throws(AtlasError) {
        _ = try Atlas(opening: folder.path)
        Issue.record("opened")
      } catch {
        #expect([.truncated, .notAnAtlas].contains(error.code) && error.file == path)
      }
    }
  }
}
