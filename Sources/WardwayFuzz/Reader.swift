import Foundation
import JSONText
import Wardway
import WardwayCompiler
import WardwayContract

/// What reads bytes that anybody may have made.
enum Reader: String, CaseIterable {
  case osm, pbf, imdf, gml, placement, atlas, profile, request

  /// A reader with inputs that are sound.
  struct Target {
    var inputs: [[UInt8]]
    var words: [String]
    var read: ([UInt8]) throws -> Void
  }

  func target(maps: String) throws -> Target {
    switch self {
    case .osm:
      return Target(
        inputs: [try Corpus.osm(maps)] + Corpus.smallOSM, words: Corpus.tags, read: try compiling("map.osm"))
    case .pbf: return Target(inputs: Corpus.pbf, words: [], read: try compiling("map.osm.pbf"))
    case .imdf:
      return Target(inputs: Corpus.imdf, words: Corpus.imdfWords, read: { try Self.compileIMDF($0) })
    case .gml: return Target(inputs: Corpus.gml, words: Corpus.gmlWords, read: try compiling("plan.gml"))
    case .placement:
      return Target(inputs: Corpus.placement, words: Corpus.placementWords) {
        _ = try? PlacementFile.placements(json: $0, inputs: ["a.gml", "b.osm"])
      }
    case .profile:
      return Target(inputs: Profile.standard.map(\.json), words: ["speed", "rolls", "name"]) {
        _ = try? Profile(json: $0, file: "profile")
      }
    case .atlas: return try AtlasForger.target(maps)
    case .request: return try requests(maps)
    }
  }

  /// Compiles a file that holds an input, and asks what came of it.
  private func compiling(_ name: String) throws -> ([UInt8]) throws -> Void {
    let folder = try Scratch()
    return { bytes in
      try folder.write(bytes, name)
      _ = try? MapCompiler().compile(["\(folder.path)/\(name)"], to: "\(folder.path)/atlas")
    }
  }

  /// The files of an archive stand one after the other, divided by a zero byte.
  private static func compileIMDF(_ bytes: [UInt8]) throws {
    let folder = try Scratch()
    for (name, part) in zip(Corpus.imdfNames, bytes.split(separator: 0, omittingEmptySubsequences: false)) {
      try folder.write(Array(part), name)
    }
    _ = try? MapCompiler().compile([folder.path], to: "\(folder.path).atlas")
    try? FileManager.default.removeItem(atPath: "\(folder.path).atlas")
  }

  private func requests(_ maps: String) throws -> Target {
    let folder = try Scratch()
    _ = try MapCompiler().compile(["\(maps)/riverside.osm"], to: "\(folder.path)/atlas")
    let answerer = SharedAnswerer(try CurrentAtlas(opening: "\(folder.path)/atlas"))
    return Target(inputs: Corpus.requests, words: Corpus.requestWords) { bytes in
      for line in bytes.split(separator: 10) {
        let answer = answerer.answer(Array(line))
        precondition((try? JSONReader.value(of: answer)) != nil, "an answer that is no JSON")
      }
      withExtendedLifetime(folder) {}
    }
  }
}

/// An answerer in a closure.
private final class SharedAnswerer {
  private var answerer: Answerer

  init(_ atlas: CurrentAtlas) { answerer = Answerer(atlas) }

  func answer(_ line: [UInt8]) -> [UInt8] { answerer.answer(line: line) }
}

/// A folder that is gone with this object.
final class Scratch {
  let path = FileManager.default.temporaryDirectory.appending(path: "wardway-fuzz-\(UUID())").path

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
  }
}
