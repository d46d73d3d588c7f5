import Geodesy

/// A sheet with a title, framed maps below each other or side by side, a legend and whom to credit.
struct Sheet {
  /// Draws a map in a view; the title takes a width of its upper left corner.
  typealias Drawer = (_ view: Viewport, _ titleWidth: Double) -> Panel

  private struct Entry {
    var badge: String
    var name: String
    var box: BoundingBox
    var margin: Double
    var isWide: Bool
    var draw: Drawer
  }

  let width: Double
  let words: Words
  let attribution: String
  var title = ""
  var summary = ""
  /// Styles besides those of all sheets.
  var styles = ""
  private var entries: [Entry] = []

  private static let edge = 24.0
  private static let gap = 16.0

  init(width: Double, words: Words, attribution: String) {
    self.width = width
    self.words = words
    self.attribution = attribution
  }

  /// Adds a map.
  ///
  /// - Parameters:
  ///   - badge: The floor as posted, or "".
  ///   - name: What it is called.
  ///   - box: What has to be seen.
  ///   - margin: How many metres around it are seen at least.
  ///   - isWide: Whether it takes the sheet's whole width; else there are two in a row.
  ///   - draw: Draws it.
  mutating func add(
    badge: String, name: String, box: BoundingBox, margin: Double, isWide: Bool = false,
    draw: @escaping Drawer
  ) {
    entries.append(Entry(badge: badge, name: name, box: box, margin: margin, isWide: isWide, draw: draw))
  }

  /// Lays everything out and draws it.
  func svg() -> String {
    let inner = width - 2 * Self.edge
    var body = SVG()
    var used: Set<LegendItem> = []
    var y = Self.edge + (summary.isEmpty ? 34 : 58)
    var index = 0
    while index < entries.count {
      let entry = entries[index]
      let hasPartner = index + 1 < entries.count && !entries[index + 1].isWide
      let row = entry.isWide || !hasPartner ? [entry] : [entry, entries[index + 1]]
      index += row.count
      let columns = Double(row.count)
      let cell = (inner - Self.gap * (columns - 1)) / columns
      let limits =
        row.count == 1
        ? (low: 300.0, high: (entry.isWide ? 0.5 : 0.4) * inner) : (low: 280.0, high: 1.1 * cell)
      let height = row.map { Self.height(of: $0, width: cell, limits) }.max() ?? limits.low
      for (column, entry) in row.enumerated() {
        let x = Self.edge + Double(column) * (cell + Self.gap)
        let area = Rect(x: x, y: y, width: cell, height: height)
        draw(entry, in: area, number: index - row.count + column, on: &body, &used)
      }
      y += height + Self.gap
    }
    let legend = Legend(used, words: words, width: inner)
    legend.draw(at: Pixel(x: Self.edge, y: y - 2), on: &body)
    y += legend.height + 8
    for line in wrapped(attribution, limit: inner / 11, count: 6) {
      body.write(line, "credit", at: Pixel(x: Self.edge, y: y + 10))
      y += 15
    }
    return framed(body, height: (y + 14).rounded(.up))
  }

  /// As high as what has to be seen wants.
  private static func height(of entry: Entry, width: Double, _ limits: (low: Double, high: Double)) -> Double
  {
    let size = Viewport.size(of: entry.box.expanded(byMetres: entry.margin))
    let wanted = width * size.height / max(size.width, 1)
    return min(max(wanted, limits.low), limits.high).rounded()
  }

  private func draw(
    _ entry: Entry, in area: Rect, number: Int, on body: inout SVG, _ used: inout Set<LegendItem>
  ) {
    let badgeWidth = entry.badge.isEmpty ? 0 : max(textWidth(entry.badge) * 17 + 18, 38)
    let name = shortened(entry.name, limit: (area.width - badgeWidth - 40) / 13)
    let titleWidth = badgeWidth + textWidth(name) * 13 + 26
    let view = Viewport(showing: entry.box, margin: entry.margin, in: area)
    let panel = entry.draw(view, titleWidth)
    used.formUnion(panel.used)
    let shape: KeyValuePairs = [
      "x": SVG.number(area.x), "y": SVG.number(area.y), "width": SVG.number(area.width),
      "height": SVG.number(area.height), "rx": "8",
    ]
    body.open("clipPath", ["id": "panel\(number)"])
    body.element("rect", shape)
    body.close("clipPath")
    body.open("g", ["clip-path": "url(#panel\(number))"])
    body.element("rect", Self.with("card", shape))
    body.append(panel.svg)
    drawTitle(entry.badge, badgeWidth, name, in: area, on: &body)
    body.close("g")
    body.element("rect", Self.with("frame", shape))
  }

  private func drawTitle(
    _ badge: String, _ badgeWidth: Double, _ name: String, in area: Rect, on body: inout SVG
  ) {
    let width = badgeWidth + textWidth(name) * 13 + (badge.isEmpty || name.isEmpty ? 22 : 30)
    body.element(
      "rect",
      [
        "class": "titleback", "x": SVG.number(area.x), "y": SVG.number(area.y), "width": SVG.number(width),
        "height": "44", "rx": "8",
      ])
    if !badge.isEmpty {
      body.element(
        "rect",
        [
          "class": "badge", "x": SVG.number(area.x + 10), "y": SVG.number(area.y + 10),
          "width": SVG.number(badgeWidth), "height": "28", "rx": "5",
        ])
      body.write(
        badge, "badgetext", at: Pixel(x: area.x + 10 + badgeWidth / 2, y: area.y + 30), anchor: "middle")
    }
    let x = area.x + (badge.isEmpty ? 14 : 18 + badgeWidth)
    body.write(name, "panelname halo", at: Pixel(x: x, y: area.y + 28.5))
  }

  private static func with(
    _ style: String, _ shape: KeyValuePairs<String, String>
  ) -> KeyValuePairs<String, String> {
    [
      "class": style, "x": shape[0].value, "y": shape[1].value, "width": shape[2].value,
      "height": shape[3].value, "rx": shape[4].value,
    ]
  }

  private func framed(_ body: SVG, height: Double) -> String {
    var svg = SVG()
    let (w, h) = (SVG.number(width), SVG.number(height))
    svg.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": w, "height": h, "viewBox": "0 0 \(w) \(h)",
        "role": "img",
      ])
    svg.element("title", text: title)
    svg.element("desc", text: [summary, attribution].filter { !$0.isEmpty }.joined(separator: ". "))
    svg.open("style")
    svg.append(Stylesheet.text + styles + "\n")
    svg.close("style")
    svg.element("rect", ["class": "sheet", "width": w, "height": h])
    svg.write(
      shortened(title, limit: (width - 2 * Self.edge) / 22), "title",
      at: Pixel(x: Self.edge, y: Self.edge + 18))
    if !summary.isEmpty { svg.write(summary, "summary", at: Pixel(x: Self.edge, y: Self.edge + 41)) }
    svg.append(body)
    svg.close("svg")
    return svg.text
  }
}
