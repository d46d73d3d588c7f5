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
  /// Nodes where levels don't merge because an elevator or a stairwell joins them.
  private let shaftNodes: Set<Int>
  /// What nodes themselves say of their levels.
  private let ownLevels: [Int: [Level]]

  /// For each feature the levels it lies on (`flat`), or the level at each of its nodes (`climb`).
  private(set) var levels: [[Level]]

  init(
    _ features: [WalkFeature], uses: NodeUses, shaftNodes: Set<Int>, ownLevels: [Int: [Level]] = [:]
  ) {
    self.ownLevels = ownLevels
    self.features = features
    self.uses = uses
    self.shaftNodes = shaftNodes
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

  /// Gives a group of untagged ways that hang together the one level that its neighbours state.
  private mutating func inferFlats() {
    let open = features.indices.filter {
      features[$0].stated.isEmpty && !isClimb($0) && features[$0].role == .flat && !features[$0].isRoad
    }
    let isOpen = Set(open)
    var group = UnionFind(count: features.count)
    var stated: [Int: Set<Level>] = [:]
    for feature in open {
      for node in features[feature].nodes where !shaftNodes.contains(node) {
        for use in uses[node] where isOpen.contains(use.feature) { group.join(feature, use.feature) }
      }
    }
    for feature in open {
      var found: Set<Level> = []
      for node in features[feature].nodes where !shaftNodes.contains(node) {
        for use in uses[node] where !isOpen.contains(use.feature) {
          let other = features[use.feature]
          if isClimb(use.feature) {
            if !levels[use.feature].isEmpty { found.insert(levels[use.feature][use.position]) }
          } else if other.role == .flat {
            found.formUnion(other.stated.isEmpty ? [.ground] : other.stated)
          }
        }
      }
      stated[group.root(of: feature), default: []].formUnion(found)
    }
    for feature in features.indices where levels[feature].isEmpty && !isClimb(feature) {
      guard features[feature].role == .flat else { continue }
      let found = isOpen.contains(feature) ? stated[group.root(of: feature)] ?? [] : []
      levels[feature] = [found.count == 1 ? found.first! : .ground]
    }
  }
}
