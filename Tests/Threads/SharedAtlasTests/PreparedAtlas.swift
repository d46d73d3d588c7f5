import Foundation
import Wardway

/// An atlas of the map of Lakeside, which Scripts/test-threads has compiled: the compiler of maps is not under test here.
enum PreparedAtlas {
  static func lakeside() throws -> Atlas {
    try Atlas(opening: ProcessInfo.processInfo.environment["WARDWAY_LAKESIDE"] ?? "lakeside")
  }
}
