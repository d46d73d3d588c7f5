import Geodesy
import WardwayMap

/// Finds out on which level every part of every feature is.
///
/// Tags come first. What they leave open is inferred from what touches it: stairs lead between the levels
/// at their ends, an untagged footway lies on the one level that its neighbours state, everything else that
/// is untagged lies on the ground.
struct LevelStitcher {
  private let features: [WalkFeature]
  /// The places in features that use each node.
  private let uses: NodeUses
  /// Elevators and stairwells; at their nodes levels don't merge.
  private let shafts: Shafts
  /// What nodes themselves say of their levels.
  private let ownLevels: [Int: [Level]]

  /// For each feature the levels it lies on (`flat`), or the level at each of its nodes (`climb`).
  private(set) var levels: [[Level]]

  init(
    _ features: [WalkFeature], uses: NodeUses, shafts: Shafts, ownLevels: [Int: [Level]] = [:]
  ) {
    self.ownLevels = ownLevels
    self.features = features
    self.uses = uses
    self.shafts = shafts
    levels = features.map { $0.role == .climb ? [] : $0.stated }
    decideSlopes()
    // What a slope states is no level of its nodes yet.
    for slope in slopes { levels[slope] = [] }
    for feature in features.indices where isClimb(feature) && !features[feature].stated.isEmpty {
      levels[feature] = climb(feature)
    }
    inferFlats()
    for feature in features.indices where isClimb(feature) && features[feature].stated.isEmpty {
      levels[feature] = climb(feature)
    }
  }

  /// Flat features with several levels that turned out to slope from one to another.
  private var slopes: Set<Int> = []

  /// Whether a feature leads from one level to another along its nodes.
  func isClimb(_ feature: Int) -> Bool { features[feature].role == .climb || slopes.contains(feature) }

  /// The levels of a feature at one of its nodes: one, or one for each repetition.
  func levels(of feature: Int, at position: Int) -> [Level] {
    isClimb(feature) ? [levels[feature][position]] : levels[feature]
  }

  // MARK: Slopes

  /// A line with two or more levels that isn't repeated is a slope if its ends touch different ones.
  private mutating func decideSlopes() {
    for (index, feature) in features.enumerated()
    where feature.role == .flat && !feature.isRing && !feature.repeats && feature.stated.count > 1 {
      let first = contacts(of: index, at: 0).intersection(feature.stated)
      let last = contacts(of: index, at: feature.nodes.count - 1).intersection(feature.stated)
      let isSame = first == last && first.count > 1
      let isOutdoor = !feature.attributes.isIndoor && feature.kind != .platform
      if !isSame, first != last || isOutdoor && feature.stated.count == 2 { slopes.insert(index) }
    }
  }

  /// The levels that flat features state at a node of a feature.
  private func contacts(of feature: Int, at position: Int) -> Set<Level> {
    let node = features[feature].nodes[position]
    var found: Set<Level> = []
    for use in uses[node] where use.feature != feature && !isClimb(use.feature) {
      found.formUnion(levels[use.feature])
    }
    return found
  }

  // MARK: Stairs, escalators, ramps

  /// The level at each node of a climbing feature.
  private func climb(_ index: Int) -> [Level] {
    let feature = features[index]
    let last = feature.nodes.count - 1
    let (low, high) = ends(of: index)
    var found = Array(repeating: low, count: last + 1)
    found[last] = high
    let bounds = min(low, high)...max(low, high)
    var current = low
    for position in 1..<max(last, 1) {
      let touched = contacts(of: index, at: position).filter { bounds.contains($0) }
      let onward = low <= high ? touched.filter { $0 >= current } : touched.filter { $0 <= current }
      if let next = low <= high ? onward.min() : onward.max() { current = next }
      found[position] = current
    }
    return found
  }

  /// The levels at the first and the last node: the pair that agrees best with tags and neighbours.
  private func ends(of index: Int) -> (Level, Level) {
    let feature = features[index]
    let first = touching(index, at: 0)
    let last = touching(index, at: feature.nodes.count - 1)
    let own = feature.stated
    let starts = own.isEmpty ? candidates(first) : own
    let ends = own.isEmpty ? candidates(last) : own
    var best: (Level, Level) = (starts[0], ends[ends.count - 1])
    var bestScore = -Double.infinity
    for a in starts {
      for b in ends {
        var score = (first[a] ?? 0) + (last[b] ?? 0)
        if !own.isEmpty {
          if a == own.first || a == own.last { score += 1 }
          if b == own.first || b == own.last { score += 1 }
          if a == b, own.count > 1 { score -= 6 }
        } else {
          score -= abs(a.value - b.value) / 100
        }
        if let rises = feature.attributes.rises.flag, a != b { score += (a < b) == rises ? 1.5 : -1.5 }
        if a < b { score += 0.1 }
        if score > bestScore {
          bestScore = score
          best = (a, b)
        }
      }
    }
    return best
  }

  private func candidates(_ touching: [Level: Double]) -> [Level] {
    touching.isEmpty ? [.ground] : touching.keys.sorted()
  }

  /// How strongly what touches a climb's end speaks for each level.
  private func touching(_ index: Int, at position: Int) -> [Level: Double] {
    let node = features[index].nodes[position]
    var strength: [Level: Double] = [:]
    func vote(_ level: Level, _ weight: Double) { strength[level] = max(strength[level] ?? 0, weight) }
    // A door may be drawn on several floors; one level is a statement.
    if let own = ownLevels[node], own.count == 1 { vote(own[0], 3.75) }
    for use in uses[node] where use.feature != index {
      let other = features[use.feature]
      if isClimb(use.feature) {
        if levels[use.feature].isEmpty {
          for level in other.stated { vote(level, 2) }
        } else {
          vote(levels[use.feature][use.position], 3)
        }
      } else if !other.stated.isEmpty {
        for level in other.stated { vote(level, 4) }
      } else if let level = levels[use.feature].first {
        vote(level, 3.5)
      } else if other.isRoad {
        vote(.ground, 1.5)
      }
    }
    return strength
  }

  // MARK: Untagged ways

  /// Untagged ways whose level the elevators that they meet decide, or leave open.
  struct Guess {
    /// They hang together.
    var features: [Int]
    /// Where they are taken to lie.
    var level: Level
    /// The elevators.
    var shafts: [Int]
    /// Whether one level alone was left.
    var isCertain: Bool
  }

  /// What was guessed, in the order of the features.
  private(set) var guesses: [Guess] = []

  /// Untagged ways that hang together.
  private struct Group {
    var features: [Int] = []
    /// The levels that their neighbours state.
    var neighbours: Set<Level> = []
    /// The elevators that they meet.
    var shafts: Set<Int> = []
    var isIndoor = true
  }

  /// Gives a group of untagged ways that hang together the one level that its neighbours state.
  private mutating func inferFlats() {
    let open = features.indices.filter {
      features[$0].stated.isEmpty && !isClimb($0) && features[$0].role == .flat && !features[$0].isRoad
    }
    let groups = groups(of: open)
    for feature in features.indices where levels[feature].isEmpty && !isClimb(feature) {
      if features[feature].role == .flat { levels[feature] = [.ground] }
    }
    var hanging: [Group] = []
    for group in groups {
      if group.neighbours.isEmpty, group.isIndoor,
        group.shafts.contains(where: { shafts.all[$0].isElevator && shafts.all[$0].stated.count > 1 })
      {
        hanging.append(group)
      } else {
        place(group, on: level(of: group))
      }
    }
    // What hangs at an elevator alone isn't there where something else is.
    for group in hanging { for feature in group.features { levels[feature] = [] } }
    for group in hanging { place(atShafts: group) }
  }

  private func groups(of open: [Int]) -> [Group] {
    let isOpen = Set(open)
    var union = UnionFind(count: features.count)
    // One open feature at each node: the others there are joined to it.
    var first: [Int: Int] = [:]
    // What else is there, looked up once a node.
    var closed: [Int: [NodeUse]] = [:]
    for feature in open {
      for node in features[feature].nodes where shafts.atNode[node] == nil {
        if let other = first[node] {
          union.join(other, feature)
        } else {
          first[node] = feature
          closed[node] = uses[node].filter { !isOpen.contains($0.feature) }
        }
      }
    }
    var groups: [Int: Group] = [:]
    var stated: [Int: Set<Level>] = [:]
    for feature in open {
      var (found, meets): (Set<Level>, Set<Int>) = ([], [])
      for node in features[feature].nodes {
        if let here = shafts.atNode[node] {
          meets.formUnion(here)
          continue
        }
        if let own = ownLevels[node], own.count == 1 {
          stated[union.root(of: feature), default: []].insert(own[0])
        }
        for use in closed[node] ?? [] {
          let other = features[use.feature]
          if features[feature].standsOnGround, isClimb(use.feature) || other.attributes.isIndoor { continue }
          if isClimb(use.feature) {
            if !levels[use.feature].isEmpty {
              found.insert(levels[use.feature][use.position])
            }
          } else if other.role == .flat {
            found.formUnion(other.stated.isEmpty ? [.ground] : other.stated)
          }
        }
      }
      let root = union.root(of: feature)
      groups[root, default: Group()].features.append(feature)
      groups[root]!.neighbours.formUnion(found)
      groups[root]!.shafts.formUnion(meets)
      if !features[feature].attributes.isIndoor { groups[root]!.isIndoor = false }
    }
    return groups.keys.sorted().map { root in
      var group = groups[root]!
      // Outdoors a node's level is that of the building behind its door.
      if group.isIndoor { group.neighbours.formUnion(stated[root] ?? []) }
      return group
    }
  }

  private func level(of group: Group) -> Level {
    group.neighbours.count == 1 ? group.neighbours.first! : .ground
  }

  private mutating func place(_ group: Group, on level: Level) {
    for feature in group.features { levels[feature] = [level] }
  }

  /// Puts ways that hang at elevators alone on the level where nothing else meets those, or on their layer.
  private mutating func place(atShafts group: Group) {
    let elevators = group.shafts.sorted().filter {
      shafts.all[$0].isElevator && shafts.all[$0].stated.count > 1
    }
    var free: Set<Level>?
    for elevator in elevators {
      let shaft = shafts.all[elevator]
      var left = Set(shaft.stated)
      for node in shaft.nodes {
        for use in uses[node] where !group.features.contains(use.feature) && !levels[use.feature].isEmpty {
          left.subtract(levels(of: use.feature, at: use.position))
        }
      }
      free = free?.intersection(left) ?? left
    }
    let layers = Set(group.features.compactMap { features[$0].layer })
    let candidates = (free ?? []).sorted()
    let byLayer = layers.count == 1 ? candidates.first { $0 == layers.first } : nil
    let certain = byLayer ?? (candidates.count == 1 ? candidates[0] : nil)
    let level = certain ?? (candidates.contains(.ground) ? .ground : candidates.first ?? .ground)
    place(group, on: level)
    guesses.append(
      Guess(features: group.features, level: level, shafts: elevators, isCertain: certain != nil))
  }
}
