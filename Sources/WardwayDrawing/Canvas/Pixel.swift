/// A place on the sheet: x to the right, y down.
struct Pixel: Hashable {
  var x: Double
  var y: Double

  /// How far another place is.
  func distance(to other: Pixel) -> Double {
    ((other.x - x) * (other.x - x) + (other.y - y) * (other.y - y)).squareRoot()
  }
}

/// A rectangle on the sheet.
struct Rect: Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }
  var center: Pixel { Pixel(x: x + width / 2, y: y + height / 2) }

  /// The rectangle with its middle at a place.
  init(around center: Pixel, width: Double, height: Double) {
    self.init(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }

  init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The rectangle without a margin on all sides.
  func inset(_ margin: Double) -> Rect {
    Rect(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
  }

  /// Whether the two share more than an edge.
  func overlaps(_ other: Rect) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  /// Whether all of another lies inside.
  func contains(_ other: Rect) -> Bool {
    x <= other.x && other.right <= right && y <= other.y && other.bottom <= bottom
  }

  /// Whether a place lies inside.
  func contains(_ place: Pixel) -> Bool {
    x <= place.x && place.x <= right && y <= place.y && place.y <= bottom
  }
}
