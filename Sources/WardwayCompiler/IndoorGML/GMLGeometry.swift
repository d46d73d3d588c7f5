import Foundation

/// Reads the coordinates of GML geometry.
struct GMLGeometry {
  /// The largest coordinate that is believed.
  private static let largest = 1e10

  let stream: XMLStream
  /// What the feature is called in errors.
  let feature: String
  private(set) var points: [SpacePoint] = []
  private(set) var references: [String] = []
  private(set) var systems: [String] = []
  private(set) var named: [String: [SpacePoint]] = [:]

  init(_ stream: XMLStream, feature: String) {
    self.stream = stream
    self.feature = feature
  }

  /// Reads everything in an element.
  ///
  /// - Throws: ``MapReadingError`` with the code `invalidCoordinate`.
  mutating func read(_ element: XMLElement, dimension: Int? = nil) throws(MapReadingError) {
    let inherited =
      element.attributes["srsDimension"].flatMap { Int($0) } ?? dimension
      ?? (element.name.hasSuffix("2D") ? 2 : element.name.hasSuffix("3D") ? 3 : nil)
    if let system = element.attributes["srsName"], !system.isEmpty { systems.append(system) }
    let first = points.count
    switch element.name {
    case "pos", "posList", "coordinates":
      try append(element, dimension: inherited)
    default:
      if let reference = element.reference { references.append(reference) }
      for child in element.children { try read(child, dimension: inherited) }
      if let id = element.id, first < points.count { named[id] = Array(points[first...]) }
    }
  }

  private mutating func append(_ element: XMLElement, dimension: Int?) throws(MapReadingError) {
    var numbers: [Double] = []
    for part in element.text.utf8.split(whereSeparator: { $0 <= 32 || $0 == 44 }) {
      guard let number = Double(String(decoding: part, as: UTF8.self)), abs(number) <= Self.largest else {
        let text = String(decoding: part.prefix(40), as: UTF8.self)
        throw stream.error(
          .invalidCoordinate, line: element.line,
          "\(feature): the coordinate '\(text)' is no number up to \(Self.largest); correct it")
      }
      numbers.append(number)
    }
    guard !numbers.isEmpty else { return }
    let size = element.name == "pos" ? numbers.count : Self.dimension(of: numbers, stated: dimension)
    guard size == 2 || size == 3, numbers.count.isMultiple(of: size) else {
      throw stream.error(
        .invalidCoordinate, line: element.line,
        "\(feature): \(numbers.count) numbers are no points of two or three coordinates; correct them or "
          + "srsDimension")
    }
    for start in stride(from: 0, to: numbers.count, by: size) {
      points.append(
        SpacePoint(
          plan: PlanPoint(numbers[start], numbers[start + 1]),
          height: size == 3 ? numbers[start + 2] : nil))
    }
  }

  /// Two or three coordinates a point, where nothing or something impossible is stated.
  private static func dimension(of numbers: [Double], stated: Int?) -> Int {
    let fits = [2, 3].filter { numbers.count.isMultiple(of: $0) }
    if let stated, fits.contains(stated) { return stated }
    guard fits.count == 2 else { return fits.first ?? 0 }
    // A ring ends where it begins.
    return Array(numbers.prefix(3)) == Array(numbers.suffix(3))
      ? 3
      : Array(numbers.prefix(2)) == Array(numbers.suffix(2)) ? 2 : 3
  }
}
