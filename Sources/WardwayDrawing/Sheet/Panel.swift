import Geodesy
import WardwayRouting

/// A framed map on the sheet: what streets and floors have in common.
struct Panel {
  let view: Viewport
  let words: Words
  var svg = SVG()
  var board: LabelBoard
  /// What the legend has to explain.
  var used: Set<LegendItem> = []

  init(_ view: Viewport, words: Words) {
    self.view = view
    self.words = words
    board = LabelBoard(view.area)
  }

  /// Path data for lines of the map that can be seen.
  func data(_ lines: [[Coordinate]], closed: Bool = false) -> String {
    var data = PathData()
    for line in lines where BoundingBox(line).intersects(view.box) {
      data.add(line.map(view.pixel), closed: closed)
    }
    return data.text
  }

  /// Draws the parts of a route, with arrows along it, and keeps labels away.
  mutating func draw(_ lines: [[Coordinate]], _ style: String, arrows: Bool = true) {
    let data = data(lines)
    guard !data.isEmpty else { return }
    svg.path("casing", data)
    svg.path(style, data)
    for line in lines {
      let pixels = line.map(view.pixel)
      board.block(pixels, width: 10)
      if arrows { svg.path("arrow", Self.arrows(along: pixels, in: view.area)) }
    }
  }

  /// Small triangles along a line that point forward.
  private static func arrows(along line: [Pixel], in area: Rect) -> String {
    var data = ""
    var travelled = 0.0
    var next = 26.0
    for (a, b) in zip(line, line.dropFirst()) {
      let length = a.distance(to: b)
      guard length > 0, length < 1e5 else { continue }
      let (dx, dy) = ((b.x - a.x) / length, (b.y - a.y) / length)
      while travelled + length >= next {
        let along = next - travelled
        next += 44
        // Arrows in bends would hang over the line.
        guard along > 4, length - along > 4 else { continue }
        let tip = Pixel(x: a.x + dx * (along + 3.2), y: a.y + dy * (along + 3.2))
        guard area.contains(tip) else { continue }
        let left = Pixel(x: -6 * dx + 2.6 * dy, y: -6 * dy - 2.6 * dx)
        let right = Pixel(x: -5.2 * dy, y: 5.2 * dx)
        data += "M\(SVG.number(tip.x)) \(SVG.number(tip.y))"
        data += "l\(SVG.number(left.x)) \(SVG.number(left.y))l\(SVG.number(right.x)) \(SVG.number(right.y))Z"
      }
      travelled += length
    }
    return data
  }

  // MARK: Labels

  /// Writes a name beside a place where there is room.
  @discardableResult
  mutating func label(
    _ text: String, _ style: String, size: Double, beside place: Pixel, gap: Double, limit: Double = 11,
    toward direction: Pixel? = nil, far: Bool = false
  ) -> Bool {
    guard !text.isEmpty else { return true }
    for count in [2, 1] {
      let lines = wrapped(text, limit: count == 1 ? limit * 2.2 : limit, count: count)
      if count == 1, lines.count == 1, textWidth(lines[0]) <= limit { break }
      // Bold letters are wider.
      let weight = ["strong", "venue", "housename"].contains(style) ? 1.08 : 1
      let width = (lines.map(textWidth).max() ?? 0) * size * weight + 4
      let height = Double(lines.count) * (size + 2) + 2
      guard
        let rect = board.take(
          width: width, height: height, beside: place, gap: gap, toward: direction, far: far)
      else { continue }
      if style == "strong" { lead(from: place, to: rect, beyond: gap + 20) }
      for (index, line) in lines.enumerated() {
        let baseline = rect.y + (size + 2) * Double(index) + size
        svg.write(line, "\(style) halo", at: Pixel(x: rect.center.x, y: baseline), anchor: "middle")
      }
      return true
    }
    return false
  }

  /// Draws a thin line from a mark to its name where that had to be written farther off.
  private mutating func lead(from place: Pixel, to rect: Rect, beyond distance: Double) {
    let edge = Pixel(
      x: min(max(place.x, rect.x), rect.right), y: min(max(place.y, rect.y), rect.bottom))
    guard place.distance(to: edge) > distance else { return }
    var line = PathData()
    line.add([place, edge])
    svg.path("leader", line.text)
  }

  /// Writes a framed note of one or two lines, tied to its place.
  mutating func tag(_ first: String, _ second: String, beside place: Pixel) {
    let second = shortened(second, limit: 16)
    let width = max(textWidth(first) * 13.5, textWidth(second) * 11.5) + 14
    let height = second.isEmpty ? 22.0 : 36
    guard let rect = board.take(width: width, height: height, beside: place, gap: 15, far: true) else {
      return
    }
    let edge = Pixel(
      x: min(max(place.x, rect.x), rect.right), y: min(max(place.y, rect.y), rect.bottom))
    var line = PathData()
    line.add([place, edge])
    svg.path("tag", line.text)
    svg.element(
      "rect",
      [
        "class": "tag", "x": SVG.number(rect.x), "y": SVG.number(rect.y), "width": SVG.number(rect.width),
        "height": SVG.number(rect.height), "rx": "4",
      ])
    svg.write(first, "tagtext", at: Pixel(x: rect.center.x, y: rect.y + 15.5), anchor: "middle")
    if !second.isEmpty {
      svg.write(second, "note", at: Pixel(x: rect.center.x, y: rect.y + 29.5), anchor: "middle")
    }
  }

  // MARK: Ends of the route

  /// Marks where the journey starts or ends, if that can be seen.
  mutating func drawEnd(_ place: Coordinate, name: String, isStart: Bool) {
    let pixel = view.pixel(place)
    guard view.area.contains(pixel) else { return }
    used.insert(isStart ? .start : .destination)
    if isStart {
      Symbols.start(at: pixel, on: &svg)
      label(name, "strong", size: 12.5, beside: pixel, gap: 12, limit: 13, far: true)
    } else {
      Symbols.pin(at: pixel, on: &svg)
      let middle = Pixel(x: pixel.x, y: pixel.y - 12)
      label(name, "strong", size: 12.5, beside: middle, gap: 16, limit: 13, far: true)
    }
  }

  /// Marks a stop on the way, if it can be seen.
  mutating func draw(_ stop: StopOnWay) {
    let pixel = view.pixel(stop.place.coordinate)
    guard view.area.contains(pixel) else { return }
    used.insert(.stop)
    Symbols.stop(stop.number, at: pixel, on: &svg)
    let middle = Pixel(x: pixel.x, y: pixel.y - 12)
    label(words.name(stop.name), "strong", size: 12.5, beside: middle, gap: 16, limit: 13, far: true)
  }

  /// Keeps the marks of a route free before anything is written.
  mutating func reserve(_ place: Coordinate, isPin: Bool = false) {
    let pixel = view.pixel(place)
    board.block(
      Rect(around: Pixel(x: pixel.x, y: pixel.y - (isPin ? 13 : 0)), width: 22, height: isPin ? 28 : 22))
  }

  /// Marks where the car is left.
  mutating func draw(_ handoff: Route.Handoff) {
    let pixel = view.pixel(handoff.place)
    guard view.area.contains(pixel) else { return }
    used.insert(handoff.isDropOff ? .dropOff : .parking)
    svg.path("link", data([[handoff.other, handoff.place]]))
    Symbols.handoff(at: pixel, isDropOff: handoff.isDropOff, on: &svg)
    let name = words.name(handoff.name)
    let text = name.isEmpty ? (handoff.isDropOff ? words.dropOff : words.parking) : name
    label(text, "strong", size: 12.5, beside: pixel, gap: 13, limit: 13, far: true)
  }

  // MARK: Frame

  /// Adds the arrow to the north in the right upper corner, and the scale bar in the left lower one.
  mutating func drawScale() {
    Symbols.north(in: view.area, letter: words.north, on: &svg)
    let lengths = [2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000]
    guard let length = lengths.last(where: { Double($0) * view.scale <= 110 }) ?? lengths.first else {
      return
    }
    let width = Double(length) * view.scale
    let (x, y) = (view.area.x + 14, view.area.bottom - 12)
    svg.path("bar", "M\(SVG.number(x)) \(SVG.number(y - 5))v5h\(SVG.number(width))v-5")
    svg.write(words.scale(length), "note halo", at: Pixel(x: x + width + 8, y: y + 1))
  }

  /// Keeps labels off the scale bar, the arrow to the north and the panel's title.
  mutating func reserveFrame(titleWidth: Double) {
    board.block(Rect(x: view.area.x, y: view.area.bottom - 26, width: 180, height: 26))
    board.block(Rect(x: view.area.x, y: view.area.y, width: titleWidth, height: 40))
    board.block(Rect(x: view.area.right - 36, y: view.area.y, width: 36, height: 50))
  }
}
