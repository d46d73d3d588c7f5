import Geodesy

/// Finds the points of networks that a place may mean; owns the memory that this needs: one a task.
package struct Snapper: ~Copyable, Sendable {
  /// Places farther than this from every usable edge, in metres, are not on the map.
  static let radius = 1000.0
  /// Points this much farther than the nearest one, in metres, are as good: the end of one edge is the
  /// start of the next, and corridors lie above each other.
  static let slack = 1.0

  var search = NearestSearch()
  var areaSearch = NearestSearch()

  /// Starts without memory.
  package init() {}
}
