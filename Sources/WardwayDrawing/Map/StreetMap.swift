import Geodesy
import WardwayMap
import WardwayRouting

/// The streets between the start and the hospital, with the grounds and the ways inside buildings.
struct StreetMap {
  let streets: WalkNetwork
  let drive: DriveNetwork?
  let venues: [Venue]
  let buildings: [Building]
  let words: Words

  /// Draws the map, with a route on it if there is one.
  func draw(in view: Viewport, route: Route?, ends: (from: String, to: String), titleWidth: Double) -> Panel {
    var panel = Panel(view, words: words)
    panel.reserveFrame(titleWidth: titleWidth)
    for venue in venues where venue.description.outline.box.intersects(view.box) {
      let outline = venue.description.outline
      panel.svg.path(
        "grounds", panel.data((0..<outline.ringCount).map { Array(outline.ring($0)) }, closed: true))
      panel.used.insert(.grounds)
    }
    drawWays(on: &panel)
    if let route { reserve(route, on: &panel) }
    if let route { draw(route, ends, on: &panel) }
    drawVenueNames(on: &panel)
    drawBuildingNames(on: &panel)
    drawStreetNames(on: &panel)
    panel.drawScale()
    return panel
  }

  // MARK: Ways

  private func drawWays(on panel: inout Panel) {
    let view = panel.view
    var roads: [RoadWeight: [[Coordinate]]] = [:]
    if let drive {
      for edge in drive.numbers(in: view.box) {
        let record = drive.edges[edge]
        let weight = RoadWeight(record.roadClass)
        guard record.highLevel >= .ground, record.lowLevel <= .ground, record.roadClass != .ferry,
          view.scale >= weight.smallestScale
        else { continue }
        roads[weight, default: []].append(drive.points(of: edge))
      }
    }
    var indoors: [[Coordinate]] = []
    var footways: [[Coordinate]] = []
    let isClose = view.scale >= 0.35
    let houses = isClose ? buildings.filter { $0.box.intersects(view.box) } : []
    for house in houses { panel.svg.path("house", panel.data(house.rings, closed: true)) }
    if !houses.isEmpty { panel.used.insert(.building) }
    for network in [streets] + venues.map(\.network) where isClose {
      for edge in network.numbers(in: view.box) {
        let record = network.edges[edge]
        guard record.length > 0, !record.kind.isElevator else { continue }
        let isBuried = min(network.tailLevel(of: edge), network.headLevel(of: edge)) < .ground
        if record.attributes.isIndoor {
          let line = network.points(of: edge)
          // Walls show more than a way inside them.
          let middle = Segment(line[0], line[line.count - 1]).coordinate(at: 0.5)
          if !isBuried, !houses.contains(where: { $0.outline.contains(middle) }) { indoors.append(line) }
        } else if record.kind == .road {
          if drive == nil { roads[.side, default: []].append(network.points(of: edge)) }
        } else if network.tailLevel(of: edge) == .ground, network.headLevel(of: edge) == .ground,
          record.kind != .ferry
        {
          footways.append(network.points(of: edge))
        }
      }
    }
    let mass = panel.data(indoors)
    panel.svg.path("mass", mass, width: max(12 * view.scale, 4) + 2)
    panel.svg.path("masscore", mass, width: max(12 * view.scale, 4))
    if !mass.isEmpty { panel.used.insert(.indoorWays) }
    let thin = panel.data(footways)
    panel.svg.path("footway", thin, width: 1.2)
    if !thin.isEmpty { panel.used.insert(.footway) }
    let drawn = RoadWeight.allCases.map { ($0, panel.data(roads[$0] ?? [])) }
    for (weight, data) in drawn {
      panel.svg.path("roadedge", data, width: weight.width(at: view.scale) + 1.8)
    }
    for (weight, data) in drawn {
      panel.svg.path(weight == .main ? "main" : "road", data, width: weight.width(at: view.scale))
    }
  }

  // MARK: Route

  private func reserve(_ route: Route, on panel: inout Panel) {
    panel.reserve(route.start.coordinate)
    panel.reserve(route.end.coordinate, isPin: true)
    for handoff in route.handoffs { panel.reserve(handoff.place) }
    for stop in route.stops { panel.reserve(stop.place.coordinate, isPin: true) }
  }

  private func draw(_ route: Route, _ ends: (from: String, to: String), on panel: inout Panel) {
    let driven = route.lines { $0.mode == .car }
    let walked = route.lines { $0.mode == .walk && !$0.isInside }
    let inside = route.lines { $0.mode == .walk && $0.isInside }
    if !driven.isEmpty { panel.used.insert(.car) }
    if !walked.isEmpty || !inside.isEmpty { panel.used.insert(.walk) }
    panel.draw(inside, "within", arrows: false)
    panel.draw(driven, "car")
    panel.draw(walked, "walk")
    for handoff in route.handoffs { panel.draw(handoff) }
    for stop in route.stops { panel.draw(stop) }
    panel.drawEnd(route.start.coordinate, name: ends.from, isStart: true)
    panel.drawEnd(route.end.coordinate, name: ends.to, isStart: false)
    for (name, source, place) in route.entrances {
      let pixel = panel.view.pixel(place)
      panel.label(words.name(name, of: source), "name", size: 11, beside: pixel, gap: 7, far: true)
    }
  }

  // MARK: Names

  private func drawVenueNames(on panel: inout Panel) {
    for venue in venues {
      let outline = venue.description.outline.box
      guard outline.intersects(panel.view.box) else { continue }
      // In the middle of what can be seen of it.
      let seen = outline.common(with: panel.view.box)
      panel.label(
        words.name(venue.description.name), "venue", size: 14, beside: panel.view.pixel(seen.center), gap: -8,
        limit: 14, far: true)
    }
  }

  /// Names the buildings, the largest first, where there is room on them.
  private func drawBuildingNames(on panel: inout Panel) {
    var written: Set<String> = Set(venues.map { words.name($0.description.name) })
    let seen = buildings.filter { !$0.name.isEmpty && $0.box.intersects(panel.view.box) }
      .map { (house: $0, size: Viewport.size(of: $0.box)) }
      .sorted {
        ($1.size.width * $1.size.height, $0.house.source) < ($0.size.width * $0.size.height, $1.house.source)
      }
    for (house, size) in seen where size.width * panel.view.scale >= 40 {
      let name = words.name(house.name)
      guard written.insert(name).inserted else { continue }
      panel.label(
        name, "housename", size: 12, beside: panel.view.pixel(house.box.center), gap: -7, limit: 9, far: true)
    }
  }

  /// Writes each street's name once, along its longest straight piece with room.
  private func drawStreetNames(on panel: inout Panel) {
    guard let drive else { return }
    var pieces: [String: [(length: Double, a: Pixel, b: Pixel)]] = [:]
    for edge in drive.numbers(in: panel.view.box) {
      let record = drive.edges[edge]
      guard record.name != 0, RoadWeight(record.roadClass) != .service, record.lowLevel <= .ground,
        record.highLevel >= .ground, panel.view.scale >= RoadWeight(record.roadClass).smallestScale
      else { continue }
      let line = drive.points(of: edge).map(panel.view.pixel)
      let travelled = zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
      let (a, b) = (line[0], line[line.count - 1])
      guard travelled > 20, a.distance(to: b) > 0.97 * travelled else { continue }
      pieces[drive.strings[record.name], default: []].append((travelled, a, b))
    }
    let longest = pieces.mapValues { $0.map(\.length).max() ?? 0 }
    for name in pieces.keys.sorted(by: { (longest[$1]!, $0) < (longest[$0]!, $1) }) {
      let text = words.name(name)
      let width = textWidth(text) * 11
      for piece in pieces[name]!.sorted(by: { ($1.length, $0.a.x, $0.a.y) < ($0.length, $1.a.x, $1.a.y) }) {
        if piece.length * 1.15 > width, write(text, width: width, from: piece.a, to: piece.b, on: &panel) {
          break
        }
      }
    }
  }

  private func write(_ text: String, width: Double, from a: Pixel, to b: Pixel, on panel: inout Panel) -> Bool
  {
    let (a, b) = a.x <= b.x ? (a, b) : (b, a)
    let length = a.distance(to: b)
    let (dx, dy) = ((b.x - a.x) / length, (b.y - a.y) / length)
    let middle = Pixel(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
    let count = max(Int((width / 11).rounded(.up)), 1)
    let rects = (0...count).map { step in
      let along = width * (Double(step) / Double(count) - 0.5)
      return Rect(
        around: Pixel(x: middle.x + dx * along, y: middle.y + dy * along), width: 12, height: 12)
    }
    guard panel.board.take(rects) else { return false }
    let matrix =
      [dx, dy, -dy, dx].map { Self.thousandths($0) } + [SVG.number(middle.x), SVG.number(middle.y)]
    panel.svg.element(
      "text",
      [
        "class": "street halo", "transform": "matrix(\(matrix.joined(separator: " ")))", "y": "4",
        "text-anchor": "middle",
      ], text: text)
    return true
  }

  private static func thousandths(_ value: Double) -> String {
    let number = Int((value * 1000).rounded())
    let digits = String(number.magnitude % 1000)
    return "\(number < 0 ? "-" : "")\(number.magnitude / 1000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

/// How prominent a road is.
enum RoadWeight: Int, CaseIterable {
  case service, side, street, main

  init(_ roadClass: RoadClass) {
    switch roadClass {
    case .motorway, .motorwayLink, .trunk, .trunkLink, .primary, .primaryLink: self = .main
    case .secondary, .secondaryLink, .tertiary, .tertiaryLink: self = .street
    case .unclassified, .residential, .livingStreet, .pedestrian, .busway, .unknown: self = .side
    case .service, .parkingAisle, .driveway, .track, .ferry: self = .service
    }
  }

  /// Below how many pixels a metre it is left out.
  var smallestScale: Double {
    switch self {
    case .service: 0.45
    case .side: 0.12
    case .street: 0.03
    case .main: 0
    }
  }

  /// How wide it is drawn, in pixels.
  func width(at scale: Double) -> Double {
    let metres: Double =
      switch self {
      case .service: 4
      case .side: 7
      case .street: 9
      case .main: 12
      }
    return min(max(metres * scale, 0.8 + Double(rawValue) * 0.9), 14)
  }
}
