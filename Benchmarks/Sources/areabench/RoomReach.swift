import Wardway

/// How many rooms with a door reach all the others and are reached from them.
struct RoomReach: CustomStringConvertible {
  /// Rooms, and those that something leads into.
  private(set) var rooms = 0, withDoor = 0
  /// The rooms of the largest group of which each reaches each.
  private(set) var joined = 0
  /// The levels that they are on.
  private(set) var levels = 0
  /// How many rooms are in each of the other groups, the largest first.
  private(set) var groups: [Int] = []
  /// Some that are in no such group.
  private(set) var others: [FeatureID] = []

  /// Looks from a room in the largest part of the network, forwards and backwards.
  ///
  /// - Complexity: O(edges).
  init(_ network: WalkNetwork, profile: Profile) {
    var doors: [Int: UInt32] = [:]
    for area in network.areas.records.indices where network.areas.records[area].edge.attributes.isRoom {
      rooms += 1
      let source = network.areas.records[area].edge.source
      let door = network.areas.nodes(of: area).sorted().first { node in
        network.edges(at: node).contains {
          !network.edges[$0].attributes.isMesh || network.edges[$0].source != source
        }
      }
      if let door { doors[area] = door }
    }
    withDoor = doors.count
    var (ahead, back) = (Self.noNodes(network), Self.noNodes(network))
    for (number, edge) in network.edges.enumerated() {
      for (from, to, forward) in [(edge.tail, edge.head, true), (edge.head, edge.tail, false)]
      where network.price(of: number, forward: forward, for: profile) != nil {
        ahead[Int(from)].append(to)
        back[Int(to)].append(from)
      }
    }
    var open = Set(doors.values)
    var best: Set<UInt32> = []
    while let start = open.min() {
      let group = Self.nodes(from: start, ahead).intersection(Self.nodes(from: start, back))
      let own = open.intersection(group)
      groups.append(doors.values.count { own.contains($0) })
      if own.count > best.count { best = own }
      open.subtract(own)
    }
    groups.sort(by: >)
    groups = Array(groups.dropFirst())
    joined = doors.values.count { best.contains($0) }
    levels = Set(best.map { network.nodes[Int($0)].level }).count
    others = doors.filter { !best.contains($0.value) }.keys.sorted().map {
      network.areas.records[$0].edge.source
    }
  }

  private static func noNodes(_ network: WalkNetwork) -> [[UInt32]] {
    Array(repeating: [], count: network.nodes.count)
  }

  private static func nodes(from start: UInt32, _ links: [[UInt32]]) -> Set<UInt32> {
    var seen: Set<UInt32> = [start]
    var open = [start]
    while let node = open.popLast() {
      for next in links[Int(node)] where seen.insert(next).inserted { open.append(next) }
    }
    return seen
  }

  var description: String {
    let rest = groups.prefix(8).map(String.init).joined(separator: ", ")
    let examples = others.prefix(5).map(\.description).joined(separator: ", ")
    return "\(joined) of \(withDoor) rooms with a door reach each other, on \(levels) levels; "
      + "\(rooms) rooms in all"
      + (others.isEmpty
        ? "" : "; other groups of \(rest)\(groups.count > 8 ? ", …" : ""), such as \(examples)")
  }
}
