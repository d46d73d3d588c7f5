/// What a picture explains; only what it shows.
enum LegendItem: Int, CaseIterable {
  case walk, car, start, stop, destination, parking, dropOff, floorChange, grounds, building, indoorWays
  case footway, corridor, room
  case staffOnly, stairs, escalator, ramp, elevator, door, entrance, toilets, place
  case mesh, way, climb, island, node, doorNode, cutOff

  func text(in words: Words) -> String {
    switch self {
    case .walk: words.walkRoute
    case .car: words.carRoute
    case .start: words.start
    case .stop: words.stop
    case .destination: words.destination
    case .parking: words.parking
    case .dropOff: words.dropOff
    case .floorChange: words.floorChange
    case .grounds: words.grounds
    case .building: words.building
    case .indoorWays: words.indoorWays
    case .footway: words.footway
    case .corridor: words.corridor
    case .room: words.room
    case .staffOnly: words.staffOnly
    case .stairs: words.stairs
    case .escalator: words.escalator
    case .ramp: words.ramp
    case .elevator: words.elevator
    case .door: words.door
    case .entrance: words.entrance
    case .toilets: words.toilets
    case .place: words.place
    case .mesh: words.mesh
    case .way: words.way
    case .climb: words.climb
    case .island: words.island
    case .node: words.node
    case .doorNode: words.doorNode
    case .cutOff: words.cutOff
    }
  }

  /// Draws its symbol around a place.
  func draw(at place: Pixel, on svg: inout SVG) {
    var line = PathData()
    line.add([Pixel(x: place.x - 13, y: place.y), Pixel(x: place.x + 13, y: place.y)])
    func band(_ outer: String, _ inner: String) {
      svg.path(outer, line.text, width: 9)
      svg.path(inner, line.text, width: 7)
    }
    switch self {
    case .walk: svg.path("walk", line.text)
    case .car: svg.path("car", line.text)
    case .start: Symbols.start(at: place, on: &svg)
    case .stop: Symbols.stop(1, at: Pixel(x: place.x, y: place.y + 9), on: &svg)
    case .destination: Symbols.pin(at: Pixel(x: place.x, y: place.y + 9), on: &svg)
    case .parking: Symbols.handoff(at: place, isDropOff: false, on: &svg)
    case .dropOff: Symbols.handoff(at: place, isDropOff: true, on: &svg)
    case .floorChange: Symbols.number(1, at: place, on: &svg)
    case .grounds: Symbols.box("grounds", around: place, on: &svg)
    case .building: Symbols.box("house", around: place, on: &svg)
    case .indoorWays: band("mass", "masscore")
    case .footway: svg.path("footway", line.text, width: 1.4)
    case .corridor: band("wall", "corridor")
    case .room: Symbols.box("room", around: place, on: &svg)
    case .staffOnly: band("wall", "staff")
    case .stairs: band("steps", "treads")
    case .escalator: band("rolling", "treads")
    case .ramp: band("wall", "ramp")
    case .elevator: Symbols.elevator(at: place, isStaffOnly: false, on: &svg)
    case .door: svg.path("door", "M\(SVG.number(place.x)) \(SVG.number(place.y - 6))v12")
    case .entrance: svg.path("entrance", "M\(SVG.number(place.x)) \(SVG.number(place.y - 6))v12")
    case .toilets: Symbols.toilets(at: place, on: &svg)
    case .place:
      svg.element("circle", ["class": "dot", "cx": SVG.number(place.x), "cy": SVG.number(place.y), "r": "3"])
    case .mesh: svg.path("mesh", line.text)
    case .way: svg.path("way", line.text)
    case .climb: svg.path("climb", line.text)
    case .island: svg.path("island", line.text)
    case .node: Symbols.circle("node", place, 2, on: &svg)
    case .doorNode: Symbols.circle("doornode", place, 3, on: &svg)
    case .cutOff: Symbols.box("cutoff", around: place, on: &svg)
    }
  }
}

/// Lays a legend out in rows.
struct Legend {
  private let items: [(item: LegendItem, text: String, place: Pixel)]
  /// How high it is.
  let height: Double

  /// Lays out items in a width, at the sheet's left upper corner.
  init(_ used: Set<LegendItem>, words: Words, width: Double) {
    var items: [(item: LegendItem, text: String, place: Pixel)] = []
    var (x, y) = (0.0, 0.0)
    for item in LegendItem.allCases where used.contains(item) {
      let text = item.text(in: words)
      let needed = 40 + textWidth(text) * 12 + 22
      if x > 0, x + needed > width { (x, y) = (0, y + 26) }
      items.append((item, text, Pixel(x: x + 17, y: y + 13)))
      x += needed
    }
    self.items = items
    height = items.isEmpty ? 0 : y + 26
  }

  func draw(at corner: Pixel, on svg: inout SVG) {
    for entry in items {
      let place = Pixel(x: corner.x + entry.place.x, y: corner.y + entry.place.y)
      entry.item.draw(at: place, on: &svg)
      svg.write(entry.text, "summary", at: Pixel(x: place.x + 21, y: place.y + 4.5))
    }
  }
}
