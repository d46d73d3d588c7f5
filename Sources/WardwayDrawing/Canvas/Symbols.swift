/// The small signs on a map.
enum Symbols {
  static func start(at place: Pixel, on svg: inout SVG) {
    circle("start", place, 8, on: &svg)
    circle("hole", place, 3, on: &svg)
  }

  /// The pin of a stop on the way, with its number.
  static func stop(_ number: Int, at place: Pixel, on svg: inout SVG) {
    drop("stop", at: place, on: &svg)
    svg.write("\(number)", "stopsign", at: Pixel(x: place.x, y: place.y - 11.8), anchor: "middle")
  }

  private static func drop(_ style: String, at place: Pixel, on svg: inout SVG) {
    let (x, y) = (SVG.number(place.x), SVG.number(place.y))
    svg.path(style, "M\(x) \(y)c-3 -6 -9 -9 -9 -16a9 9 0 1 1 18 0c0 7 -6 10 -9 16Z")
  }

  /// An arrow to the north in the right upper corner of an area.
  static func north(in area: Rect, letter: String, on svg: inout SVG) {
    let place = Pixel(x: area.right - 20, y: area.y + 14)
    let (x, y) = (SVG.number(place.x), SVG.number(place.y))
    svg.path("north", "M\(x) \(y)l6 17l-6 -4l-6 4Z")
    svg.write(letter, "northsign halo", at: Pixel(x: place.x, y: place.y + 30), anchor: "middle")
  }

  /// A pin whose point is at a place.
  static func pin(at place: Pixel, on svg: inout SVG) {
    drop("pin", at: place, on: &svg)
    circle("hole", Pixel(x: place.x, y: place.y - 16), 3.5, on: &svg)
  }

  /// Where the car is left, or somebody lets out of it.
  static func handoff(at place: Pixel, isDropOff: Bool, on svg: inout SVG) {
    square("parking", around: place, side: 20, on: &svg)
    if isDropOff {
      let (x, y) = (place.x, place.y)
      svg.path(
        "hole",
        "M\(SVG.number(x - 5)) \(SVG.number(y - 6))h10l-5 8ZM\(SVG.number(x - 6)) \(SVG.number(y + 4))h12v2h-12Z"
      )
    } else {
      svg.write("P", "sign", at: Pixel(x: place.x, y: place.y + 4.7), anchor: "middle")
    }
  }

  static func elevator(at place: Pixel, isStaffOnly: Bool, on svg: inout SVG) {
    square(isStaffOnly ? "shaftstaff" : "shaft", around: place, side: 14, on: &svg)
    let (x, y) = (SVG.number(place.x), place.y)
    svg.path(
      "arrows", "M\(x) \(SVG.number(y - 5.5))l3.6 4.4h-7.2ZM\(x) \(SVG.number(y + 5.5))l-3.6 -4.4h7.2Z")
  }

  static func toilets(at place: Pixel, on svg: inout SVG) {
    let rect = Rect(around: place, width: toiletsSize.width, height: toiletsSize.height)
    svg.element(
      "rect",
      [
        "class": "toilets", "x": SVG.number(rect.x), "y": SVG.number(rect.y), "width": SVG.number(rect.width),
        "height": SVG.number(rect.height), "rx": "2.5",
      ])
    svg.write("WC", "wc", at: Pixel(x: place.x, y: place.y + 3), anchor: "middle")
  }

  static let toiletsSize = (width: 18.0, height: 12.0)

  /// The number of a change of floor.
  static func number(_ number: Int, at place: Pixel, on svg: inout SVG) {
    circle("move", place, 10, on: &svg)
    svg.write("\(number)", "sign", at: Pixel(x: place.x, y: place.y + 4.7), anchor: "middle")
  }

  static func box(_ style: String, around place: Pixel, on svg: inout SVG) {
    svg.element(
      "rect",
      [
        "class": style, "x": SVG.number(place.x - 12), "y": SVG.number(place.y - 7), "width": "24",
        "height": "14",
      ])
  }

  private static func square(_ style: String, around place: Pixel, side: Double, on svg: inout SVG) {
    svg.element(
      "rect",
      [
        "class": style, "x": SVG.number(place.x - side / 2), "y": SVG.number(place.y - side / 2),
        "width": SVG.number(side), "height": SVG.number(side), "rx": "3",
      ])
  }

  static func circle(_ style: String, _ place: Pixel, _ radius: Double, on svg: inout SVG) {
    svg.element(
      "circle",
      ["class": style, "cx": SVG.number(place.x), "cy": SVG.number(place.y), "r": SVG.number(radius)])
  }
}
