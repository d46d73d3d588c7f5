import Foundation
import TestSupport
import Wardway
import WardwayCompiler
import WardwayContract

/// The atlases of the demo maps, compiled once for all tests.
enum DemoAtlas: String, CaseIterable, Sendable {
  case riverside, lakeside

  private static let compiled = Dictionary(
    uniqueKeysWithValues: allCases.map { map in
      (
        map,
        Result { () throws -> (folder: TemporaryFolder, atlas: CurrentAtlas) in
          let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path(percentEncoded: false)
          let folder = TemporaryFolder()
          var compiler = MapCompiler(profiles: [.walker, .wheelchair])
          compiler.vehicles = [.car]
          _ = try compiler.compile(["\(root)/Maps/\(map.rawValue).osm"], to: folder.path("atlas"))
          return (folder, try CurrentAtlas(opening: folder.path("atlas")))
        }
      )
    })

  /// The atlas, for answerers.
  func current() throws -> CurrentAtlas { try Self.compiled[self]!.get().atlas }

  /// All places of the streets and the venues.
  func places() throws -> [FoundPlace] {
    let atlas = try current().atlas
    let streets = atlas.streets.foundPlaces(atlas.streets.places.indices, venue: nil)
    return try atlas.venueParts.reduce(streets) { places, part in
      let network = try atlas.venue(part.network).network
      return places + network.foundPlaces(network.places.indices, venue: part.network)
    }
  }

  /// The answers to some lines.
  func answers(_ lines: [String]) throws -> [String] {
    var answerer = Answerer(try current())
    return lines.map { String(decoding: answerer.answer(line: Array($0.utf8)), as: UTF8.self) }
  }
}
