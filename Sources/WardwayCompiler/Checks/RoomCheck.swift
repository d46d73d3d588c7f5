import Geodesy
import WardwayMap

/// Reports rooms that nobody gets into, all of a kind together.
enum RoomCheck {
  /// Returns what is to be said about the rooms of a network: those that no door leads into, those that no way
  /// leads to, and those that only stairs lead to.
  ///
  /// What nobody is let into isn't meant.
  ///
  /// - Complexity: O(edges + areas).
  static func diagnostics(_ network: SettledNetwork) -> [Diagnostic] {
    let (walked, rolled) = (Parts(network, .walker), Parts(network, .wheelchair))
    var (closed, unreached, stepped, assumed): ([Int], [Int], [Int], [Int]) = ([], [], [], [])
    for area in network.areas.records.indices {
      let attributes = network.areas.records[area].edge.attributes
      guard attributes.isRoom, attributes.access == .everyone else { continue }
      let nodes = network.areas.nodes(of: area)
      if nodes.isEmpty {
        closed.append(area)
      } else if !nodes.contains(where: walked.isMain) {
        unreached.append(area)
      } else if attributes.wheelchair != .no, !nodes.contains(where: rolled.isMain) {
        stepped.append(area)
      }
      if attributes.isEntryAssumed, !nodes.isEmpty { assumed.append(area) }
    }
    return [
      diagnostic(.roomsWithoutDoor, .note, closed, "no door or way leads into them", network),
      diagnostic(
        .unreachedRooms, .warning, unreached,
        "their doors aren't joined to the largest part of the map; check the doors and levels around them",
        network),
      diagnostic(
        .roomsNotStepFree, .note, stepped, "no way without steps is mapped for wheelchairs", network),
      diagnostic(
        .assumedDoor, .note, assumed,
        "no door is mapped; one is taken to come in from what lies beside. Map the doors", network),
    ].compactMap { $0 }
  }

  private static func diagnostic(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ areas: [Int], _ text: String,
    _ network: SettledNetwork
  ) -> Diagnostic? {
    var sources: [FeatureID] = []
    var known: Set<FeatureID> = []
    for area in areas where known.insert(network.areas.records[area].edge.source).inserted {
      sources.append(network.areas.records[area].edge.source)
    }
    guard let first = sources.first else { return nil }
    let levels = Set(areas.map { network.areas.records[$0].level })
    let more =
      sources.count > 1 ? ", such as \(sources.prefix(4).map(\.description).joined(separator: ", "))" : ""
    return Diagnostic(
      code, severity, first, with: sources, at: network.areas.rings(of: areas[0])[0][0],
      on: levels.count == 1 ? levels.first : nil,
      "\(areas.count) \(areas.count == 1 ? "room" : "rooms")\(more): \(text)")
  }
}

/// The parts of a network that a traveller can't get between.
private struct Parts {
  private let part: [Int]
  private let main: Int

  init(_ network: SettledNetwork, _ profile: Profile) {
    var groups = UnionFind(count: network.nodes.count)
    for (number, edge) in network.edges.enumerated() where network.isOpen(number, to: profile) {
      groups.join(Int(edge.tail), Int(edge.head))
    }
    let part = network.nodes.indices.map { groups.root(of: $0) }
    var size: [Int: Int] = [:]
    for root in part { size[root, default: 0] += 1 }
    self.part = part
    main = size.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  func isMain(_ node: UInt32) -> Bool { part[Int(node)] == main }
}
