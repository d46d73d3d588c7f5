import Foundation
import Wardway
import WardwayCompiler
import WardwayMap

/// Files of atlases with any content and the checksums that belong to it.
enum AtlasForger {
  /// A reader of forged streets, which plans on what opens.
  static func target(_ maps: String) throws -> Reader.Target {
    let folder = try Scratch()
    let atlas = "\(folder.path)/atlas"
    _ = try MapCompiler().compile(["\(maps)/riverside.osm"], to: atlas)
    let names = try FileManager.default.contentsOfDirectory(atPath: atlas).filter { $0.hasSuffix(".network") }
      .sorted()
    let inputs = try names.map { [UInt8](try Data(contentsOf: URL(filePath: "\(atlas)/\($0)"))) }
    let streets = try Atlas(opening: atlas).manifest.parts[0]
    return Reader.Target(inputs: inputs, words: []) { bytes in
      var forged = bytes
      guard let checksum = seal(&forged) else { return }
      try folder.write(forged, "atlas/forged.network")
      var part = streets
      part.file = "forged.network"
      part.bytes = forged.count
      part.checksum = checksum
      try folder.write(Manifest(parts: [part], attribution: "").json, "atlas/manifest.json")
      ask(atlas)
    }
  }

  /// Asks whatever opens for ways, points, places and a picture of where one gets to.
  private static func ask(_ path: String) {
    guard let atlas = try? Atlas(opening: path) else { return }
    let planner = Planner(atlas)
    let places = ["12 Willow Street", "Pharmacy", "29.9000722,122.9004763", "29.901,122.901@1"].compactMap {
      try? Place($0)
    }
    for from in places {
      for to in places {
        for profile in [Profile.walker, .wheelchair] {
          _ = try? planner.plan(JourneyRequest(from: from, to: to, profile: profile)).steps(in: .english)
        }
        _ = try? planner.plan(JourneyRequest(from: from, to: to, car: .parks)).steps(in: .simplifiedChinese)
      }
      _ = try? planner.nearest(to: from, number: 5)
      _ = try? planner.isochrone(IsochroneRequest(.from, from, within: [.seconds(60), .seconds(300)]))
    }
    _ = try? atlas.places(named: "clinic")
  }

  /// Puts right all checksums of a file as far as its tables make sense; nil where they don't.
  private static func seal(_ bytes: inout [UInt8]) -> UInt64? {
    func number(_ at: Int, _ width: Int) -> Int? {
      guard at >= 0, at + width <= bytes.count else { return nil }
      return Int(exactly: bytes[at..<at + width].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
    func put(_ value: UInt64, at place: Int) {
      for offset in 0..<8 { bytes[place + offset] = UInt8(truncatingIfNeeded: value >> (UInt64(offset) * 8)) }
    }
    guard let sections = number(12, 4), sections < 500, bytes.count >= 64 + sections * 64 else { return nil }
    let table = 64 + sections * 64
    put(UInt64(bytes.count), at: 16)
    var blocks = 0
    for section in 0..<sections {
      let entry = 64 + section * 64
      guard let offset = number(entry + 32, 8), let count = number(entry + 40, 8),
        let stride = number(entry + 48, 4),
        let shift = number(entry + 52, 4), stride > 0, shift < 20, offset <= bytes.count,
        count <= (bytes.count - offset) / stride
      else { return nil }
      put(UInt64(blocks), at: entry + 56)
      let size = stride << shift
      for start in Swift.stride(from: 0, to: count * stride, by: size) {
        let place = table + blocks * 8
        guard place + 8 <= bytes.count else { return nil }
        put(Checksum.of(Array(bytes[offset + start..<offset + min(start + size, count * stride)])), at: place)
        blocks += 1
      }
    }
    guard table + blocks * 8 <= bytes.count else { return nil }
    put(UInt64(blocks), at: 40)
    put(Checksum.of(Array(bytes[64..<table])), at: 24)
    put(Checksum.of(Array(bytes[table..<table + blocks * 8])), at: 32)
    let checksum = Checksum.of(Array(bytes[..<56]))
    put(checksum, at: 56)
    return checksum
  }
}
