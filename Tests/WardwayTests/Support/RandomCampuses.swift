import TestSupport

/// A town of few streets with a hospital in most of its blocks, whose corridors lead from one street to another.
enum RandomCampuses {
  private static let blocks = 3
  private static let south = 30.58
  private static let west = 114.27
  /// The side of a block, in degrees.
  private static let side = 0.0016

  /// The map as OSM XML.
  static func map(seed: UInt64) -> String {
    var random = SeededNumbers(seed: seed)
    var nodes = ""
    var ways = ""
    var (lastNode, lastWay) = (0, 0)
    func tags(_ tags: [(String, String)]) -> String {
      tags.map { "<tag k=\"\($0.0)\" v=\"\($0.1)\"/>" }.joined()
    }
    /// A node so many blocks from the corner, each moved a little.
    func node(_ x: Double, _ y: Double, _ all: [(String, String)] = []) -> Int {
      lastNode += 1
      let (dx, dy) = (
        Double.random(in: -0.03...0.03, using: &random), Double.random(in: -0.03...0.03, using: &random)
      )
      nodes +=
        "<node id=\"\(lastNode)\" lat=\"\(south + (y + dy) * side)\" lon=\"\(west + (x + dx) * side)\">"
      nodes += tags(all) + "</node>\n"
      return lastNode
    }
    func way(_ refs: [Int], _ all: [(String, String)]) {
      lastWay += 1
      ways += "<way id=\"\(lastWay)\">" + refs.map { "<nd ref=\"\($0)\"/>" }.joined() + tags(all) + "</way>\n"
    }
    let corners = (0...blocks).map { y in (0...blocks).map { x in node(Double(x), Double(y)) } }
    // The middle of each side: of those that run east, and of those that run north.
    let east = (0...blocks).map { y in (0..<blocks).map { x in node(Double(x) + 0.5, Double(y)) } }
    let north = (0..<blocks).map { y in (0...blocks).map { x in node(Double(x), Double(y) + 0.5) } }
    let street = [("highway", "residential")]
    for y in 0...blocks { way(zip(corners[y], east[y]).flatMap { [$0, $1] } + [corners[y][blocks]], street) }
    for y in 0..<blocks {
      for x in 0...blocks {
        // Of those that run north, many lead to their middle alone, from one side or the other.
        let cut = Int.random(in: 0...3, using: &random)
        if cut != 0 { way([corners[y][x], north[y][x]], street) }
        if cut != 1 { way([north[y][x], corners[y + 1][x]], street) }
      }
    }
    for y in 0..<blocks {
      for x in 0..<blocks where !random.once(in: 4) {
        let (left, low) = (Double(x), Double(y))
        func ring(_ inset: Double, doors: [Int?]) -> [Int] {
          let corners = [
            (left + inset, low + inset), (left + 1 - inset, low + inset), (left + 1 - inset, low + 1 - inset),
            (left + inset, low + 1 - inset),
          ].map { node($0.0, $0.1) }
          return zip(corners, doors).flatMap { [$0, $1].compactMap { $0 } } + [corners[0]]
        }
        let sides = [(0.5, 0.25), (0.75, 0.5), (0.5, 0.75), (0.25, 0.5)]
        let doors = sides.map { place -> Int? in
          random.once(in: 5) ? nil : node(left + place.0, low + place.1, [("entrance", "yes")])
        }
        let name = ("name", "Hospital \(x)-\(y)")
        way(ring(0.1, doors: [nil, nil, nil, nil]), [("amenity", "hospital"), name])
        way(
          ring(0.25, doors: doors), [("building", "hospital"), ("building:levels", "1"), name])
        let hall = node(left + 0.5, low + 0.5)
        let streets = [east[y][x], north[y][x + 1], east[y + 1][x], north[y][x]]
        for (door, street) in zip(doors, streets) {
          guard let door else { continue }
          var corridor = [("highway", "corridor"), ("indoor", "yes"), ("level", "0")]
          if random.once(in: 6) { corridor.append(("oneway", "yes")) }
          way([door, hall], corridor)
          way([street, door], [("highway", "footway")])
        }
      }
    }
    return "<?xml version=\"1.0\"?><osm version=\"0.6\">\n\(nodes)\(ways)</osm>\n"
  }
}
