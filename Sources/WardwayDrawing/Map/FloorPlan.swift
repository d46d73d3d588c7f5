import Geodesy
import WardwayMap
import WardwayRouting

/// A floor: its ways, doors, shafts and places, and the route on it.
struct FloorPlan {
  let contents: FloorContents
  let buildings: [Building]
  let words: Words
  /// The posted names of all floors.
  let floorName: (Level) -> String

  func draw(in view: Viewport, route: Route?, ends: (from: String, to: String), titleWidth: Double) -> Panel {
    var panel = Panel(view, words: words)
    panel.reserveFrame(titleWidth: titleWidth)
    drawBuildings(on: &panel)
    drawAreas(on: &panel)
    drawBands(on: &panel)
    drawDoors(on: &panel)
    for shaft in contents.shafts {
      let pixel = view.pixel(shaft.place)
      guard view.area.contains(pixel) else { continue }
      panel.used.insert(.elevator)
      Symbols.elevator(at: pixel, isStaffOnly: shaft.isStaffOnly, on: &panel.svg)
      panel.board.block(Rect(around: pixel, width: 15, height: 15))
    }
    drawPlaces(on: &panel)
    if let route { draw(route, ends, on: &panel) }
    drawNames(on: &panel, route: route)
    panel.drawScale()
    return panel
  }

  // MARK: Floor

  private func drawBuildings(on panel: inout Panel) {
    for house in buildings where house.levels.contains(contents.level) {
      let data = panel.data(house.rings, closed: true)
      guard !data.isEmpty else { continue }
      panel.svg.path("shell", data)
      panel.used.insert(.building)
    }
  }

  private func drawAreas(on panel: inout Panel) {
    // Halls lie below rooms.
    for isRoom in [false, true] {
      for area in contents.areas where area.isRoom == isRoom {
        let data = panel.data(area.rings, closed: true)
        guard !data.isEmpty else { continue }
        panel.svg.path(area.isStaffOnly ? "closed" : isRoom ? "room" : "hall", data)
        panel.used.insert(area.isStaffOnly ? .staffOnly : .room)
      }
    }
  }

  private func drawBands(on panel: inout Panel) {
    let scale = panel.view.scale
    func width(_ metres: Double) -> Double { (min(max(metres * scale, 4.5), 18) * 2).rounded() / 2 }
    for band in FloorContents.Band.allCases where band != .footway {
      for (line, _) in contents.bands[band] ?? [] where BoundingBox(line).intersects(panel.view.box) {
        panel.board.avoid(line.map(panel.view.pixel))
      }
    }
    for edge in [true, false] {
      for band in FloorContents.Band.allCases {
        let lines = contents.bands[band] ?? []
        let byWidth = Dictionary(grouping: lines) { width($0.width) }
        for wide in byWidth.keys.sorted() {
          let data = panel.data(byWidth[wide]!.map(\.line))
          guard !data.isEmpty else { continue }
          switch (band, edge) {
          case (.road, true): panel.svg.path("laneedge", data, width: wide + 2)
          case (.road, false): panel.svg.path("lane", data, width: wide)
          case (.footway, true): break
          case (.footway, false):
            panel.svg.path("footway", data, width: 1.4)
            panel.used.insert(.footway)
          case (.staff, true), (.corridor, true), (.ramp, true): panel.svg.path("wall", data, width: wide + 2)
          case (.staff, false):
            panel.svg.path("staff", data, width: wide)
            panel.used.insert(.staffOnly)
          case (.corridor, false):
            panel.svg.path("corridor", data, width: wide)
            panel.used.insert(.corridor)
          case (.ramp, false):
            panel.svg.path("ramp", data, width: wide)
            panel.used.insert(.ramp)
          case (.stairs, true), (.escalator, true): break
          case (.stairs, false):
            panel.svg.path("steps", data, width: wide)
            panel.svg.path("treads", data, width: wide - 1.5)
            panel.used.insert(.stairs)
          case (.escalator, false):
            panel.svg.path("rolling", data, width: wide)
            panel.svg.path("treads", data, width: wide - 2.5)
            panel.used.insert(.escalator)
          }
        }
      }
    }
  }

  private func drawDoors(on panel: inout Panel) {
    let scale = panel.view.scale
    for isEntrance in [false, true] {
      var data = ""
      let half = isEntrance ? max(1.7 * scale, 5.5) : max(1 * scale, 3.2)
      for door in contents.doors where door.isEntrance == isEntrance {
        let (a, b) = (panel.view.pixel(door.place), panel.view.pixel(door.toward))
        let length = a.distance(to: b)
        guard panel.view.area.contains(a), length > 0 else { continue }
        let across = Pixel(x: -(b.y - a.y) / length * half, y: (b.x - a.x) / length * half)
        data += "M\(SVG.number(a.x - across.x)) \(SVG.number(a.y - across.y))"
        data += "L\(SVG.number(a.x + across.x)) \(SVG.number(a.y + across.y))"
      }
      panel.svg.path(isEntrance ? "entrance" : "door", data)
      if !data.isEmpty { panel.used.insert(isEntrance ? .entrance : .door) }
    }
  }

  private func drawPlaces(on panel: inout Panel) {
    let seen = places(in: panel.view)
    for place in seen where place.kind == "toilets" {
      let pixel = panel.view.pixel(place.place)
      panel.used.insert(.toilets)
      Symbols.toilets(at: pixel, on: &panel.svg)
      let size = Symbols.toiletsSize
      panel.board.block(Rect(around: pixel, width: size.width, height: size.height))
    }
    let dots = seen.filter { !["elevator", "entrance", "main", "toilets"].contains($0.kind) }
    for place in dots {
      panel.used.insert(.place)
      Symbols.circle("dot", panel.view.pixel(place.place), 2.4, on: &panel.svg)
    }
  }

  private func places(in view: Viewport) -> [FloorContents.NamedPlace] {
    contents.places.filter { view.area.contains(view.pixel($0.place)) }
  }

  // MARK: Route

  private func draw(_ route: Route, _ ends: (from: String, to: String), on panel: inout Panel) {
    let level = contents.level
    let driven = route.lines { $0.mode == .car && $0.touches(level) }
    let walked = route.lines { $0.mode == .walk && $0.touches(level) && !$0.edge.kind.isElevator }
    let handoffs = route.handoffs.filter { $0.level == level }
    for handoff in handoffs { panel.reserve(handoff.place) }
    if route.start.level == level { panel.reserve(route.start.coordinate) }
    if route.end.level == level { panel.reserve(route.end.coordinate, isPin: true) }
    let stops = route.stops.filter { $0.place.level == level }
    for stop in stops { panel.reserve(stop.place.coordinate, isPin: true) }
    panel.draw(driven, "car")
    panel.draw(walked, "walk")
    if !driven.isEmpty { panel.used.insert(.car) }
    if !walked.isEmpty { panel.used.insert(.walk) }
    for handoff in handoffs { panel.draw(handoff) }
    for stop in stops { panel.draw(stop) }
    if route.start.level == level { panel.drawEnd(route.start.coordinate, name: ends.from, isStart: true) }
    if route.end.level == level { panel.drawEnd(route.end.coordinate, name: ends.to, isStart: false) }
    drawMoves(of: route, on: &panel)
  }

  private func drawMoves(of route: Route, on panel: inout Panel) {
    let level = contents.level
    let here = route.moves.filter { $0.from == level || $0.to == level }
    for move in here { panel.reserve(move.from == level ? move.fromPlace : move.toPlace) }
    for move in here {
      let leaves = move.from == level
      let pixel = panel.view.pixel(leaves ? move.fromPlace : move.toPlace)
      guard panel.view.area.contains(pixel) else { continue }
      panel.used.insert(.floorChange)
      let means = words.means(move.connector, name: move.name, of: move.source)
      if leaves {
        panel.tag(words.move(up: move.isUp, to: floorName(move.to)), means, beside: pixel)
      } else {
        panel.tag(words.arrival(from: floorName(move.from)), "", beside: pixel)
      }
      Symbols.number(move.number, at: pixel, on: &panel.svg)
    }
  }

  // MARK: Names

  /// The buildings that have rooms or ways on the floor, those with most of them first; none where many have.
  var title: String {
    let rooms = contents.areas.map { BoundingBox($0.rings[0]).center }
    let ways = [FloorContents.Band.corridor, .staff].flatMap { contents.bands[$0] ?? [] }.map { $0.line[0] }
    var count: [String: Int] = [:]
    for place in rooms + ways {
      guard let name = BuildingNames.name(at: place, on: contents.level, among: buildings) else { continue }
      count[name, default: 0] += 1
    }
    guard count.count <= 3 else { return "" }
    return count.keys.sorted { (-count[$0]!, $0) < (-count[$1]!, $1) }.map { words.name($0) }
      .joined(separator: words.listSeparator)
  }

  private func drawNames(on panel: inout Panel, route: Route?) {
    let seen = places(in: panel.view)
    let path = (route?.parts ?? []).filter { $0.touches(contents.level) }.flatMap(\.points)
    // What lies along the route is what one looks out for.
    let order = seen.enumerated().map { index, place in
      let pixel = panel.view.pixel(place.place)
      let nearest = path.map { panel.view.pixel($0).distance(to: pixel) }.min() ?? 0
      return (rank: FloorPlan.rank(of: place.kind), distance: (nearest / 40).rounded(), index: index)
    }.sorted { ($0.rank + $0.distance, Double($0.index)) < ($1.rank + $1.distance, Double($1.index)) }
    var written: [String: [Pixel]] = [:]
    // What has a label of its own already.
    let marked = (route?.handoffs ?? []).filter { $0.level == contents.level }.map { words.name($0.name) }
    for door in contents.doors where door.isEntrance && !door.name.isEmpty {
      let (place, toward) = (panel.view.pixel(door.place), panel.view.pixel(door.toward))
      let outward = Pixel(x: place.x - toward.x, y: place.y - toward.y)
      let name = words.name(door.name, of: door.source)
      guard written[name] == nil else { continue }
      written[name] = [place]
      panel.label(name, "name", size: 11, beside: place, gap: 7, toward: outward)
    }
    let outward = outwardDirections(panel.view)
    let ends = ([route?.start, route?.end].compactMap { $0 } + (route?.stops ?? []).map(\.place)).filter {
      $0.level == contents.level
    }
    for entry in order {
      let place = seen[entry.index]
      guard place.kind != "toilets" else { continue }
      let pixel = panel.view.pixel(place.place)
      // The ends of the route have their names already.
      guard !ends.contains(where: { panel.view.pixel($0.coordinate).distance(to: pixel) < 8 }) else {
        continue
      }
      let name = words.name(place.name, of: place.source)
      guard !marked.contains(name), !(written[name] ?? []).contains(where: { $0.distance(to: pixel) < 160 })
      else { continue }
      written[name, default: []].append(pixel)
      panel.label(
        name, "name", size: 11, beside: pixel, gap: place.kind == "elevator" ? 8 : 4,
        toward: outward[place.place])
    }
    drawBuildingNames(on: &panel, besides: Set(written.keys))
  }

  /// Names the buildings where several can be seen, and a place doesn't say it.
  private func drawBuildingNames(on panel: inout Panel, besides written: Set<String>) {
    let seen = buildings.filter {
      !$0.name.isEmpty && $0.levels.contains(contents.level) && $0.box.intersects(panel.view.box)
    }
    guard Set(seen.map(\.name)).count > 1 else { return }
    for house in seen where !written.contains(words.name(house.name)) {
      // In the middle of what can be seen of it.
      let middle = house.box.common(with: panel.view.box).center
      panel.label(
        words.name(house.name), "housename", size: 12, beside: panel.view.pixel(middle), gap: -7, limit: 9,
        far: true)
    }
  }

  /// For the ends of ways, which way they lead: a room's name belongs behind its door.
  private func outwardDirections(_ view: Viewport) -> [Coordinate: Pixel] {
    var directions: [Coordinate: Pixel] = [:]
    var ends: [Coordinate: Int] = [:]
    for band in [FloorContents.Band.corridor, .staff] {
      for (line, _) in contents.bands[band] ?? [] where line.count > 1 {
        for (end, before) in [(line[line.count - 1], line[line.count - 2]), (line[0], line[1])] {
          let (a, b) = (view.pixel(before), view.pixel(end))
          directions[end] = Pixel(x: b.x - a.x, y: b.y - a.y)
          ends[end, default: 0] += 1
        }
      }
    }
    return directions.filter { ends[$0.key] == 1 }
  }

  /// How far back a place stands where there is no room for all names.
  private static func rank(of kind: String) -> Double {
    switch kind {
    case "elevator", "entrance", "main": 3
    case "storage", "technical", "office", "parking_space", "waiting", "vending_machine": 4
    case "apartments", "residential", "house", "building", "address": 6
    default: 0
    }
  }
}
