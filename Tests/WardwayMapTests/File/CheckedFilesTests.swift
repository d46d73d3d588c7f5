import Foundation
import Testing

@testable import WardwayMap

/// What is remembered of files that were found sound, and when it counts no longer.
@Suite struct CheckedFilesTests {
  private let folder = TemporaryFolder()
  private let memory: CheckedFiles
  private let bytes = SmallNetwork.bytes([.wheelchair])

  init() {
    var memory = CheckedFiles(folder: "\(folder.path)/checked")
    memory.settling = -60
    self.memory = memory
    folder.writeManifest()
    folder.write(bytes, as: "streets")
  }

  /// Opens the atlas with the memory and uses all of it.
  private func open() throws(AtlasError) -> [UInt8] {
    try Atlas(opening: folder.path, remembering: memory).rewritten()
  }

  /// What is remembered, by file.
  private var remembered: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: memory.folder)) ?? []
    return names.sorted().map { "\(memory.folder)/\($0)" }
  }

  /// The bytes with one of them changed in the coordinates of a node.
  private var damaged: [UInt8] {
    let nodes = DraftFile(bytes)["node"].bytes
    let start = bytes.indices.first { bytes[$0...].starts(with: nodes) }!
    var damaged = bytes
    damaged[start + 8] ^= 1
    return damaged
  }

  @Test func `what was checked is remembered and answers as before`() throws {
    #expect(try open() == bytes)
    let texts = try remembered.map { try String(contentsOfFile: $0, encoding: .utf8) }
    #expect(texts.count == 2)
    #expect(texts.contains { $0.hasSuffix("\nmetric.wheelchair\nnetwork\n") })
    #expect(texts.contains { $0.hasSuffix("\nmanifest\n") })
    #expect(try open() == bytes)
    #expect(remembered.count == 2)
  }

  @Test func `a file that was touched since is checked again`() throws {
    #expect(try open() == bytes)
    folder.write(damaged, as: "streets")
    #expect(throws: AtlasError.self) { try open() }
    folder.write(bytes, as: "streets")
    #expect(try open() == bytes)
  }

  @Test func `a file that has only just been written is not remembered`() throws {
    _ = try Atlas(opening: folder.path, remembering: CheckedFiles(folder: memory.folder)).rewritten()
    #expect(remembered.isEmpty)
  }

  @Test func `a remembered file is not read through, and verifying still does`() throws {
    folder.write(damaged, as: "streets")
    let seal = FileSeal(
      try MappedFile(path: "\(folder.path)/streets").identity, version: SectionLayout.version, in: memory)
    seal.add("network")
    let atlas = try Atlas(opening: folder.path, remembering: memory)
    let error = #expect(throws: AtlasError.self) { try atlas.verify() }
    #expect(error?.code == .damaged)
  }

  @Test(arguments: ["", "\n", "wardway 5 1 2 3 4 5 6 7\nnetwork\n", "\u{0}\u{FFFF}network", "network\n"])
  func `what says nothing of this very file counts as nothing`(text: String) throws {
    #expect(try open() == bytes)
    for path in remembered { try text.write(toFile: path, atomically: true, encoding: .utf8) }
    folder.write(damaged, as: "streets")
    #expect(throws: AtlasError.self) { try open() }
  }

  @Test func `where nothing can be remembered an atlas opens all the same`() throws {
    var memory = CheckedFiles(folder: "\(folder.path)/manifest.json/checked")
    memory.settling = -60
    #expect(try Atlas(opening: folder.path, remembering: memory).rewritten() == bytes)
  }
}
