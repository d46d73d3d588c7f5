import Wardway

/// A building of polygons alone: floors of rooms with doors on both sides of a corridor, an elevator and stairs.
struct InventedBuilding {
  let floors: Int
  let rooms: Int

  /// Reads `rooms:FLOORSxROOMS`; nil where it is something else.
  init?(_ text: String) {
    guard text.hasPrefix("rooms:") else { return nil }
    let numbers = text.dropFirst(6).split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2, 1...200 ~= numbers[0], 2...2000 ~= numbers[1] else { return nil }
    (floors, rooms) = (numbers[0], numbers[1])
  }

  /// The building as an OpenStreetMap file.
  func xml() -> String {
    let frame = LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)
    var (nodes, ways): ([String], [String]) = ([], [])
    var known: [String: Int] = [:]
    func node(_ x: Double, _ y: Double, isDoor: Bool = false, floor: Int = -1) -> Int {
      let key = "\(x) \(y) \(floor)"
      if let number = known[key] { return number }
      known[key] = known.count + 1
      let at = frame.coordinate(LocalFrame.Point(x: x, y: y))
      let tags = isDoor ? "<tag k=\"door\" v=\"yes\"/>" : ""
      nodes.append(
        "<node id=\"\(known.count)\" lat=\"\(at.latitude)\" lon=\"\(at.longitude)\">\(tags)</node>")
      return known.count
    }
    func way(_ refs: [Int], _ tags: [String: String]) {
      let lines =
        refs.map { "<nd ref=\"\($0)\"/>" }
        + tags.sorted { $0.key < $1.key }.map { "<tag k=\"\($0.key)\" v=\"\($0.value)\"/>" }
      ways.append("<way id=\"\(ways.count + 1)\">\(lines.joined())</way>")
    }
    let end = Double(rooms / 2) * 5
    for floor in 0..<floors {
      var (south, north): ([Int], [Int]) = ([], [])
      for column in 0..<rooms / 2 {
        let (left, right) = (Double(column) * 5, Double(column) * 5 + 5)
        for (near, far) in [(6.0, 0.0), (9.0, 15.0)] {
          let (a, b) = (node(left, near), node(right, near))
          let door = node(left + 2, near, isDoor: true, floor: floor)
          way([a, door, b, node(right, far), node(left, far), a], ["indoor": "room", "level": "\(floor)"])
          if near == 6 { south += [a, door] } else { north += [a, door] }
        }
      }
      way(
        south + [node(end, 6), node(end, 7.5, isDoor: true), node(end, 9)] + north.reversed()
          + [node(0, 7.5, isDoor: true), south[0]],
        ["indoor": "corridor", "level": "\(floor)"])
    }
    let all = "0-\(floors - 1)"
    way(
      [node(end, 6), node(end + 2, 6), node(end + 2, 9), node(end, 9), node(end, 7.5), node(end, 6)],
      ["indoor": "room", "room": "elevator", "highway": "elevator", "level": all])
    way(
      [node(0, 6), node(-4, 6), node(-4, 9), node(0, 9), node(0, 7.5), node(0, 6)],
      ["indoor": "room", "room": "stairs", "stairs": "yes", "level": all])
    return "<osm version=\"0.6\">" + (nodes + ways).joined(separator: "\n") + "</osm>"
  }
}
