import Geodesy

/// Finds the level of everything in a building, out of what is written and out of heights.
///
/// IndoorGML has no storeys. Where labels say them they hold; elsewhere heights are gathered into storeys: a
/// height that many have is a storey, what lies between belongs to the nearest.
struct StoreyFinder {
  /// Storeys are at least this far apart, in metres: more than the landing of a flight is above its foot.
  static let usualLeastHeight = 2.4

  /// What is known of one thing.
  struct Clue {
    var label: String?
    /// Metres.
    var height: Double?
  }

  /// Where something is.
  struct Storey: Equatable {
    var level: Level
    /// The name as it is posted, or "".
    var name: String
  }

  /// The storey of each clue, in their order.
  private(set) var storeys: [Storey] = []
  /// The levels that were made of heights alone, with the height of each.
  private(set) var fromHeights: [(level: Level, height: Double)] = []
  /// Labels that say no level.
  private(set) var unreadable: Set<String> = []

  /// - Parameter leastHeight: How far apart storeys are at least, in metres.
  /// - Complexity: O(*n* · storeys).
  init(_ clues: [Clue], leastHeight: Double = usualLeastHeight) {
    var labelled: [Level: [Double]] = [:]
    var names: [Level: String] = [:]
    let levels = clues.map { clue -> Level? in
      guard let label = clue.label else { return nil }
      guard let level = StoreyLabel.level(label) else {
        unreadable.insert(label)
        return nil
      }
      names[level] = min(names[level] ?? label, label)
      labelled[level, default: []] += clue.height.map { [$0] } ?? []
      return level
    }
    var known = labelled.compactMap { level, heights in
      heights.isEmpty ? nil : (level, height: heights.reduce(0, +) / Double(heights.count))
    }.sorted { $0.0 < $1.0 }.map { (level: $0.0, height: $0.height) }
    let open = zip(clues, levels).compactMap { clue, level in level == nil ? clue.height : nil }
    let floors = Self.gather(
      open.filter { height in !known.contains { abs($0.height - height) < leastHeight } },
      apart: leastHeight)
    fromHeights = Self.number(floors, among: known)
    known += fromHeights
    let fallback = known.map(\.level).min { abs($0.value) < abs($1.value) } ?? labelled.keys.min() ?? .ground
    storeys = zip(clues, levels).map { clue, level in
      let level =
        level
        ?? clue.height.flatMap { height in
          known.min { (abs($0.height - height), $0.level) < (abs($1.height - height), $1.level) }?.level
        } ?? fallback
      return Storey(level: level, name: names[level] ?? "")
    }
    if known.count < 2, labelled.isEmpty { fromHeights = [] }
  }

  /// Heights of storeys, ascending: those that most have, each far enough from the others.
  private static func gather(_ heights: [Double], apart leastHeight: Double) -> [Double] {
    var count: [Int: Int] = [:]
    // Centimetres: what is written on one floor differs by rounding.
    for height in heights { count[Int((height * 100).rounded()), default: 0] += 1 }
    var floors: [Double] = []
    for (centimetres, _) in count.sorted(by: { (-$0.value, $0.key) < (-$1.value, $1.key) }) {
      let height = Double(centimetres) / 100
      if floors.allSatisfy({ abs($0 - height) >= leastHeight }) { floors.append(height) }
    }
    return floors.sorted()
  }

  /// Numbers storeys: between known ones by halves, beyond them onwards; with none known, the lowest that isn't
  /// clearly below zero is the ground.
  private static func number(
    _ floors: [Double], among known: [(level: Level, height: Double)]
  ) -> [(level: Level, height: Double)] {
    guard let top = known.max(by: { $0.height < $1.height }),
      let bottom = known.min(by: { $0.height < $1.height })
    else {
      let ground = floors.firstIndex { $0 > -1 } ?? floors.count
      return floors.enumerated().compactMap { index, height in
        Level(Double(index - ground)).map { ($0, height) }
      }
    }
    let above = floors.filter { $0 > top.height }
    let below = Array(floors.filter { $0 < bottom.height }.reversed())
    let between = floors.filter { bottom.height < $0 && $0 < top.height }
    var result: [(level: Level, height: Double)] = []
    for (index, height) in above.enumerated() {
      if let level = Level(top.level.value.rounded(.down) + Double(index + 1)) {
        result.append((level, height))
      }
    }
    for (index, height) in below.enumerated() {
      if let level = Level(bottom.level.value.rounded(.up) - Double(index + 1)) {
        result.append((level, height))
      }
    }
    for height in between {
      let under = known.filter { $0.height < height }.max { $0.height < $1.height } ?? bottom
      if let level = Level(hundredths: under.level.hundredths + 50) { result.append((level, height)) }
    }
    return result
  }
}
