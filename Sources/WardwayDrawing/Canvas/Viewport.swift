import Geodesy

/// A part of the map as it lies on the sheet, north up.
struct Viewport {
  /// Where it lies on the sheet.
  let area: Rect
  /// Pixels a metre.
  let scale: Double
  /// What can be seen.
  let box: BoundingBox
  private let frame: LocalFrame

  /// The largest view of a box that fits.
  ///
  /// - Parameter margin: How many metres to show around the box at least.
  init(showing box: BoundingBox, margin: Double, in area: Rect) {
    self.area = area
    let wide = box.expanded(byMetres: margin)
    frame = LocalFrame(origin: wide.center)
    let corner = frame.point(
      Coordinate(latitudeE7: wide.maxLatitudeE7, longitudeE7: wide.maxLongitudeE7))
    scale = min(area.width / max(2 * corner.x, 1), area.height / max(2 * corner.y, 1))
    let half = LocalFrame.Point(x: area.width / scale / 2, y: area.height / scale / 2)
    self.box = BoundingBox([
      frame.coordinate(LocalFrame.Point(x: -half.x, y: -half.y)), frame.coordinate(half),
    ])
  }

  /// Where a coordinate is on the sheet.
  func pixel(_ coordinate: Coordinate) -> Pixel {
    let point = frame.point(coordinate)
    return Pixel(x: area.center.x + point.x * scale, y: area.center.y - point.y * scale)
  }

  /// The width and height of a box in metres.
  static func size(of box: BoundingBox) -> (width: Double, height: Double) {
    let frame = LocalFrame(origin: box.center)
    let corner = frame.point(Coordinate(latitudeE7: box.maxLatitudeE7, longitudeE7: box.maxLongitudeE7))
    return (2 * corner.x, 2 * corner.y)
  }
}

/// Path data: lines and rings in the coordinates of the sheet, to a tenth of a pixel.
struct PathData {
  private(set) var text = ""

  /// Adds a line; points closer than half a pixel to the last one are left out.
  mutating func add(_ points: [Pixel], closed: Bool = false) {
    guard var last = points.first, points.count > 1 else { return }
    text += "M\(SVG.number(last.x)) \(SVG.number(last.y))"
    for (index, point) in points.enumerated().dropFirst() {
      guard index == points.count - 1 || last.distance(to: point) >= 0.5 else { continue }
      text += "L\(SVG.number(point.x)) \(SVG.number(point.y))"
      last = point
    }
    if closed { text += "Z" }
  }
}
