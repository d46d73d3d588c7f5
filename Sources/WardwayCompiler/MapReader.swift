import Foundation

/// Reads map files of all formats into one extract.
enum MapReader {
  /// Reads files and folders; several make one map.
  ///
  /// - Throws: The reading error of the first that can't be read; it names the file, the place and the way out.
  static func read(_ paths: [String]) throws -> OSMExtract {
    // What OpenStreetMap's reader takes together it also sorts and merges.
    try OSMExtract.read(paths: paths)
  }
}
