import Foundation
import TestSupport
import Wardway
import WardwayCompiler

/// The map of Riverside Hospital, compiled once for all tests.
enum Riverside {
  /// The package's root.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let source = "\(root)/Maps/riverside.osm"

  private static let compiled = Result { () throws -> (folder: TemporaryFolder, atlas: Atlas) in
    let folder = TemporaryFolder()
    let path = "\(folder.path)/riverside"
    _ = try MapCompiler().compile([source], to: path)
    return (folder, try Atlas(opening: path))
  }

  static func atlas() throws -> Atlas { try compiled.get().atlas }
}
