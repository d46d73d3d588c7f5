import Foundation
import Testing

@testable import WardwayCompiler
@testable import WardwayMap

/// Archives that are broken or hostile: each kind has its named error.
@Suite struct IMDFDamageTests {
  private let workshop: IMDFWorkshop
  private let good: [ZipWriter.Entry]

  init() throws {
    workshop = IMDFWorkshop()
    good = IMDFHospital().files.map { ZipWriter.Entry(name: $0.name, bytes: $0.bytes) }
  }

  private func write(_ bytes: [UInt8], as name: String = "a.imdf") throws -> String {
    try Data(bytes).write(to: workshop.folder.appending(path: name))
    return workshop.path(name)
  }

  // MARK: The container

  @Test func `a good archive is read, also with clutter in it`() throws {
    #expect(try workshop.failure(good) == nil)
    let clutter = ["__MACOSX/._unit.geojson", ".DS_Store", "docs/", "readme.txt"]
    #expect(try workshop.failure(good + clutter.map { ZipWriter.Entry(name: $0, bytes: [1]) }) == nil)
  }

  @Test(arguments: [
    "../evil.geojson", "/etc/passwd", "a/../../b", "..\\b", "C:\\b", "\\b", "C:/b", "a/..",
  ])
  func `names that lead out of the archive are refused`(name: String) throws {
    #expect(try workshop.failure(good + [ZipWriter.Entry(name: name, bytes: [1])]) == .unsafePath)
  }

  @Test func `links, entries that come twice and encrypted ones are refused`() throws {
    let link = ZipWriter.Entry(name: "detail.geojson", bytes: Array("/etc/passwd".utf8), mode: 0o120777)
    #expect(try workshop.failure(good + [link]) == .symbolicLink)
    #expect(try workshop.failure(good + [good[0]]) == .duplicateEntry)
    let other = ZipWriter.Entry(name: good[0].name.uppercased(), bytes: [1])
    #expect(try workshop.failure(good + [other]) == .duplicateEntry)
    var locked = good
    locked[0].flags |= 1
    #expect(try workshop.failure(locked) == .encryptedArchive)
  }

  @Test func `unpacked bytes are counted, whatever is declared`() throws {
    var bomb = ZipWriter.Entry(name: "detail.geojson", bytes: ZipWriter.spaces, method: 8)
    bomb.checksum = ZipWriter.spacesChecksum
    bomb.size = 187_616
    let limits = ArchiveLimits(looseBelow: 10_000)
    let path = try write(ZipWriter.archive(good + [bomb]))
    // Spaces are no JSON, but they are unpacked.
    #expect(workshop.failure(path) == .damagedJSON)
    #expect(workshop.failure(path, limits: limits) == .decompressionBomb)
    #expect(workshop.failure(path, limits: ArchiveLimits(file: 100_000)) == .tooLarge)
    #expect(workshop.failure(path, limits: ArchiveLimits(total: 150_000)) == .tooLarge)
    bomb.size = 10
    let liar = try write(ZipWriter.archive(good + [bomb]))
    #expect(
      workshop.failure(liar, limits: limits) == .decompressionBomb
        || workshop.failure(liar) == .damagedArchive)
    #expect(workshop.failure(liar, limits: ArchiveLimits(file: 100_000)) != nil)
    bomb.size = .max - 1
    #expect(workshop.failure(try write(ZipWriter.archive(good + [bomb]))) == .tooLarge)
    let many = (0..<20).map { ZipWriter.Entry(name: "\($0)", bytes: []) }
    #expect(
      workshop.failure(try write(ZipWriter.archive(good + many)), limits: ArchiveLimits(entries: 20))
        == .tooLarge)
  }

  @Test func `a wrong checksum, another size and cuts are refused`() throws {
    var entries = good
    entries[3].checksum = 1
    #expect(try workshop.failure(entries) == .damagedArchive)
    entries = good
    entries[3].size = 5
    #expect(try workshop.failure(entries) == .damagedArchive)
    let bytes = ZipWriter.archive(good)
    for cut in stride(from: 0, to: bytes.count, by: 997) {
      #expect(workshop.failure(try write(Array(bytes[..<cut]))) == .damagedArchive, "\(cut)")
    }
  }

  @Test(arguments: 0..<60 as Range<Int>)
  func `flipped bits are an error or the same map, and never trap`(seed: Int) throws {
    var bytes = ZipWriter.archive(good)
    let place = (seed * 7919 + 13) % bytes.count
    bytes[place] ^= UInt8(1 << (seed % 8))
    _ = workshop.failure(try write(bytes))
    // The directory is at the end.
    bytes = ZipWriter.archive(good)
    bytes[bytes.count - 1 - seed * 13] ^= UInt8(1 << (seed % 8))
    _ = workshop.failure(try write(bytes))
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `a changed byte in a file is an error or a report, and never traps`(seed: UInt64) throws {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func number(below bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    var entries = good
    let file = number(below: entries.count)
    for _ in 0..<3 {
      let place = number(below: entries[file].bytes.count)
      entries[file].bytes[place] = Array("0123456789-.eE[]{},\":null".utf8)[number(below: 25)]
    }
    let path = try write(ZipWriter.archive(entries))
    guard let extract = try? MapReader.read([path]) else { return }
    var report = CompilationReport()
    #expect(MapCompiler().network(of: extract, &report).firstFault == nil)
  }

  // MARK: The files

  @Test func `files that are missing are named`() throws {
    #expect(try workshop.failure(good.filter { $0.name != "manifest.json" }) == .missingFile)
    #expect(try workshop.failure(good.filter { $0.name != "venue.geojson" }) == .missingFile)
    #expect(try workshop.failure(good.filter { $0.name != "unit.geojson" }) == .missingFile)
    #expect(try workshop.failure(good.filter { $0.name != "level.geojson" }) == .missingFile)
    #expect(try workshop.failure([]) == .missingFile)
    #expect(try workshop.failure(good.filter { $0.name != "opening.geojson" }) == nil)
    let folder = try IMDFHospital().write(to: workshop.folder.appending(path: "folder"))
    try FileManager.default.removeItem(atPath: "\(folder)/manifest.json")
    #expect(throws: MapReadingError.self) { try MapReader.read([folder]) }
  }

  @Test func `links in a folder are refused`() throws {
    let folder = try IMDFHospital().write(to: workshop.folder.appending(path: "folder"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/detail.geojson", withDestinationPath: "/etc/passwd")
    #expect(workshop.failure(folder) == .symbolicLink)
  }

  @Test func `broken JSON is named with its file and line`() throws {
    var hospital = IMDFHospital()
    hospital.texts["unit.geojson"] = "{\"type\": \"FeatureCollection\",\n\"features\": ["
    #expect(try workshop.failure(hospital) == .damagedJSON)
    hospital.texts["unit.geojson"] = #"{"type":"FeatureCollection","features":[],"features":[]}"#
    #expect(try workshop.failure(hospital) == .duplicateKey)
    hospital.texts["unit.geojson"] = String(repeating: "[", count: 100_000)
    #expect(try workshop.failure(hospital) == .deepJSON)
    for text in ["[]", "{}", "1", #"{"type":"FeatureCollection","features":{}}"#] {
      hospital.texts["unit.geojson"] = text
      #expect(try workshop.failure(hospital) == .notIMDF)
    }
    let folder = try hospital.write(to: workshop.folder.appending(path: "folder"))
    do {
      _ = try MapReader.read([folder])
      Issue.record("it was read")
    } catch { #expect("\(error)".contains("unit.geojson") && "\(error)".contains(folder)) }
    hospital = IMDFHospital()
    hospital.texts["manifest.json"] = "[]"
    #expect(try workshop.failure(hospital) == .notIMDF)
  }

  @Test func `a map whose coordinates are swapped throughout is refused`() throws {
    var hospital = IMDFHospital()
    for kind in hospital.features.keys {
      hospital.features[kind] = hospital.features[kind]?.map { Self.swapped($0) }
    }
    #expect(try workshop.failure(hospital) == .swappedCoordinates)
    hospital = IMDFHospital()
    hospital.features["unit"] = hospital.features["unit"]?.map { Self.swapped($0) }
    #expect(try workshop.failure(hospital) != nil)
  }

  private static func swapped(_ text: String) -> String {
    text.replacing(/\[(-?\d+\.\d+),(-?\d+\.\d+)\]/) { "[\($0.2),\($0.1)]" }
  }
}
