import Geodesy
import WardwayMap

/// Reports places on levels that nobody walks on near them: people are led to another floor.
enum PlaceLevelCheck {
  /// How far from a place a way on its level may be, in metres; a planner looks no farther before it tries others.
  private static let reach = 50.0

  /// Returns a diagnostic for each level that has such places.
  ///
  /// - Complexity: O(places × log edges) typical.
  static func diagnostics(_ network: SettledNetwork, _ edges: EdgeIndex) -> [Diagnostic] {
    var lost: [Level: [Int]] = [:]
    for index in network.places.indices {
      let place = network.places[index]
      guard place.hasLevel, !place.isCutOff else { continue }
      if !isWalked(place.level, near: place.coordinate, network, edges) {
        lost[place.level, default: []].append(index)
      }
    }
    return lost.sorted { $0.key < $1.key }.map { level, places in
      let first = network.places[places[0]]
      let others =
        places.count == 1 ? "" : places.count == 2 ? " and one other" : " and \(places.count - 1) others"
      return Diagnostic(
        .placeLevelEmpty, .warning, first.source, with: places.map { network.places[$0].source },
        at: first.coordinate, on: level,
        "'\(network.strings[first.name])'\(others): no way on level \(level) is within \(Int(reach)) m, so that people are "
          + "led to another level",
        fix: "Draw the ways of that level, or correct the level of the place.")
    }
  }

  private static func isWalked(
    _ level: Level, near place: Coordinate, _ network: SettledNetwork, _ edges: EdgeIndex
  ) -> Bool {
    var isFound = false
    func visit(_ edge: UInt32) {
      guard !isFound else { return }
      let edge = Int(edge)
      guard network.edges[edge].kind.isSnappable else { return }
      if network.tailLevel(of: edge) == level || network.headLevel(of: edge) == level { isFound = true }
    }
    edges.tree.search(in: BoundingBox(place).expanded(byMetres: reach), visit: visit)
    if isFound { return true }
    network.areas.tree.search(in: BoundingBox(place).expanded(byMetres: reach)) { area in
      if network.areas.records[Int(area)].level == level { isFound = true }
    }
    return isFound
  }
}
