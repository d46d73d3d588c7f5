import TestSupport

/// A random town on a grid: streets of one to three blocks, some one-way, some private, with barriers and
/// turn restrictions of all kinds.
struct RandomRoads {
  private(set) var map: DrawnRoads
  /// The streets by their nodes, with their direction (bit 0 along, bit 1 against).
  private(set) var roads: [(name: [Character], directions: UInt8)] = []
  private(set) var barriers: [Character: String] = [:]
  private(set) var restrictions: [Restriction] = []

  struct Restriction {
    var isOnly: Bool
    /// Indices of streets; each begins where the one before ends.
    var path: [Int]
    /// The nodes where one street of the path ends and the next begins.
    var joints: [Character]
  }

  private var random: SeededNumbers
  private static let side = 4

  init(seed: UInt64) {
    random = SeededNumbers(seed: seed)
    var drawing = ""
    for row in 0..<Self.side {
      // Lines of different offsets make blocks of different lengths.
      drawing += String(repeating: "-", count: Int.random(in: 0...2, using: &random))
      for column in 0..<Self.side {
        drawing.append(Self.letter(row, column))
        drawing += String(repeating: "-", count: Int.random(in: 3...6, using: &random))
      }
      drawing += "\n"
    }
    map = DrawnRoads(drawing)
    addRoads()
    addBarriers()
    for _ in 0..<Int.random(in: 2...9, using: &random) { addRestriction() }
  }

  private static func letter(_ row: Int, _ column: Int) -> Character {
    Character(UnicodeScalar(UInt8(97 + row * side + column)))
  }

  private mutating func addRoads() {
    for line in 0..<Self.side {
      for isRow in [true, false] {
        var at = 0
        while at < Self.side - 1 {
          let blocks = min(Int.random(in: 1...3, using: &random), Self.side - 1 - at)
          var name = (at...at + blocks).map { isRow ? Self.letter(line, $0) : Self.letter($0, line) }
          if random.once(in: 2) { name.reverse() }
          at += blocks
          if random.once(in: 6) { continue }
          var tags: [String: String] = [:]
          var directions: UInt8 = 3
          if random.once(in: 4) {
            directions = random.once(in: 3) ? 2 : 1
            tags["oneway"] = directions == 1 ? "yes" : "-1"
          }
          if random.once(in: 6) { tags["access"] = "private" }
          if random.once(in: 3) { tags["highway"] = "secondary" }
          roads.append((name, directions))
          map.road(String(name), tags)
        }
      }
    }
  }

  private mutating func addBarriers() {
    for _ in 0..<2 where random.once(in: 2) {
      let node = Self.letter(
        Int.random(in: 0..<Self.side, using: &random), Int.random(in: 0..<Self.side, using: &random))
      let isGate = random.once(in: 2)
      barriers[node] = isGate ? "gate" : "bollard"
      map.tag(node, isGate ? ["barrier": "gate", "access": "private"] : ["barrier": "bollard"])
    }
  }

  /// Adds a restriction along two to four streets that begin where the one before ends.
  private mutating func addRestriction() {
    guard !roads.isEmpty else { return }
    var path = [Int.random(in: 0..<roads.count, using: &random)]
    var joints: [Character] = []
    var end = random.once(in: 2) ? roads[path[0]].name.first! : roads[path[0]].name.last!
    let length = [2, 2, 3, 3, 4][Int.random(in: 0..<5, using: &random)]
    while path.count < length {
      let next = roads.indices.filter { road in
        !path.contains(road) && (roads[road].name.first == end || roads[road].name.last == end)
      }
      guard let road = next.randomElement(using: &random) else { return }
      joints.append(end)
      path.append(road)
      end = roads[road].name.first == end ? roads[road].name.last! : roads[road].name.first!
    }
    let isOnly = random.once(in: 4)
    let kinds =
      isOnly ? ["only_straight_on", "only_left_turn"] : ["no_left_turn", "no_right_turn", "no_u_turn"]
    let names = path.map { String(roads[$0].name) }
    map.restriction(
      kinds.randomElement(using: &random)!, from: [names[0]],
      via: path.count == 2 ? [String(joints[0])] : names[1..<names.count - 1].shuffled(using: &random),
      to: [names[names.count - 1]])
    restrictions.append(Restriction(isOnly: isOnly, path: path, joints: joints))
  }
}
