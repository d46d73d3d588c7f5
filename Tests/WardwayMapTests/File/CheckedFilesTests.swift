import Foundation
import TestSupport
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
    #expect(texts.count == 1 && texts[0].hasSuffix("\nmetric.wheelchair\nnetwork\n"))
    #expect(try open() == bytes)
    #expect(remembered.count == 1)
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

  /// Remembers a file as sound that isn't: as if somebody had changed it since and left no trace.
  private func rememberAsSound() throws {
    let file = try BlockFile(path: "\(folder.path)/streets")
    let checksum = try SectionFile(path: "\(folder.path)/streets").checksum
    let seal = FileSeal(file.identity, checksum: checksum, in: memory)
    seal.add("network")
    seal.add("metric.wheelchair")
  }

  @Test func `a large file that is remembered is read where it is used, and what is wrong there is found`()
    throws
  {
    var memory = memory
    memory.smallByteCount = 0
    folder.write(damaged, as: "streets")
    try rememberAsSound()
    let atlas = try Atlas(opening: folder.path, remembering: memory)
    try atlas.checkDamage()
    #expect(atlas.streets.strings.count > 0)
    try atlas.checkDamage()
    _ = atlas.streets.nodes[0]
    let error = #expect(throws: AtlasError.self) { try atlas.checkDamage() }
    #expect(error?.code == .damaged && error?.message.contains("section 'node'") == true)
    #expect(throws: AtlasError.self) { try atlas.verify() }
  }

  @Test func `what was read stays, whatever becomes of the file`() throws {
    for smallByteCount in [0, BlockFile.smallByteCount] {
      folder.write(bytes, as: "streets")
      var memory = memory
      memory.smallByteCount = smallByteCount
      try rememberAsSound()
      let atlas = try Atlas(opening: folder.path, remembering: memory)
      #expect(try atlas.rewritten() == bytes)
      let file = try FileHandle(forUpdating: URL(filePath: "\(folder.path)/streets"))
      try file.write(contentsOf: Data(repeating: 0xFF, count: bytes.count))
      #expect(try atlas.rewritten() == bytes)
      try file.truncate(atOffset: 0)
      #expect(try atlas.rewritten() == bytes)
      try atlas.checkDamage()
    }
  }

  @Test func `a file that is cut under its reader is an error`() throws {
    var memory = memory
    memory.smallByteCount = 0
    try rememberAsSound()
    let atlas = try Atlas(opening: folder.path, remembering: memory)
    try FileHandle(forUpdating: URL(filePath: "\(folder.path)/streets")).truncate(atOffset: 100)
    _ = atlas.streets.nodes.map(\.level)
    let error = #expect(throws: AtlasError.self) { try atlas.checkDamage() }
    #expect(error?.code == .truncated && error?.message.contains("ends too early") == true)
  }

  @Test(arguments: [0o755, 0o770, 0o707]) func `a folder that others may use is not used`(mode: Int) throws {
    try FileManager.default.createDirectory(atPath: memory.folder, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: memory.folder)
    #expect(try open() == bytes && remembered.isEmpty)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: memory.folder)
    #expect(try open() == bytes && remembered.count == 1)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: memory.folder)
    let file = try BlockFile(path: "\(folder.path)/streets")
    #expect(
      !FileSeal(file.identity, checksum: try SectionFile(path: file.path).checksum, in: memory).holds(
        "network"))
  }

  @Test func `a folder that is a link is not used, and one that is made is this user's alone`() throws {
    #expect(try open() == bytes)
    let mode = try FileManager.default.attributesOfItem(atPath: memory.folder)[.posixPermissions] as? Int
    #expect(mode == 0o700)
    let link = "\(folder.path)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: memory.folder)
    #expect(!CheckedFiles(folder: link).isOwn && memory.isOwn)
  }

  @Test(arguments: [
    "", "\n", "wardway 8 0123456789abcdef 1 2 3 4 5 6 7\nnetwork\n", "\u{0}\u{FFFF}network", "network\n",
  ])
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
