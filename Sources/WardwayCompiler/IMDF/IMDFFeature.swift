import Geodesy
import JSONText

/// A feature of IMDF: what all kinds have in common.
struct IMDFFeature {
  var id: String
  /// The kind, such as `unit`; also its file's name.
  var kind: String
  var shape: IMDFShape
  var properties: JSONValue

  /// A property that is a text.
  func text(_ key: String) -> String? { properties[key].string }

  /// A property that is a list of texts; one text is a list too.
  func texts(_ key: String) -> [String] {
    properties[key].string.map { [$0] } ?? properties[key].array?.compactMap(\.string) ?? []
  }

  var category: String { text("category") ?? "" }
  var isWheelchairAccessible: Bool { texts("accessibility").contains("wheelchair") }
  var file: String { kind + ".geojson" }

  /// Where it is shown: its display point, its point, or nil.
  var point: Coordinate? {
    if case .point(let place) = shape { return place }
    return IMDFShape.position(properties["display_point"]["coordinates"])
  }
}

/// Where a feature lies.
enum IMDFShape {
  case none
  case point(Coordinate)
  case lines([[Coordinate]])
  /// Each polygon an outer ring and its holes, as they are written.
  case polygons([[[Coordinate]]])

  /// Why a geometry can't be used.
  enum Fault: Error {
    /// It isn't of a type that IMDF has, or its coordinates aren't nested as that type asks.
    case malformed
    /// A position isn't on the globe.
    case offGlobe
    /// A position isn't on the globe, but would be if latitude and longitude changed places.
    case swapped

    var code: Diagnostic.Code {
      switch self {
      case .malformed: .imdfMalformedGeometry
      case .offGlobe: .imdfCoordinateOffGlobe
      case .swapped: .imdfSwappedCoordinates
      }
    }

    var message: String {
      switch self {
      case .malformed: "its geometry is no GeoJSON; it is left out"
      case .offGlobe: "a position isn't on the globe; it is left out. Write [longitude, latitude] in degrees"
      case .swapped: "its latitude stands before its longitude; it is left out. Write [longitude, latitude]"
      }
    }
  }

  /// Reads a GeoJSON geometry.
  init(_ json: JSONValue) throws(Fault) {
    guard !json.isNull else {
      self = .none
      return
    }
    let coordinates = json["coordinates"]
    switch json["type"].string {
    case "Point": self = .point(try Self.place(coordinates))
    case "LineString": self = .lines([try Self.line(coordinates)])
    case "MultiLineString": self = .lines(try Self.list(coordinates, Self.line))
    case "Polygon": self = .polygons([try Self.list(coordinates, Self.line)])
    case "MultiPolygon":
      self = .polygons(try Self.list(coordinates) { rings throws(Fault) in try Self.list(rings, Self.line) })
    default: throw .malformed
    }
  }

  /// A position, if it is one.
  static func position(_ json: JSONValue) -> Coordinate? { try? place(json) }

  /// The first position.
  var first: Coordinate? {
    switch self {
    case .none: nil
    case .point(let place): place
    case .lines(let lines): lines.lazy.compactMap(\.first).first
    case .polygons(let polygons): polygons.lazy.compactMap { $0.first?.first }.first
    }
  }

  private static func place(_ json: JSONValue) throws(Fault) -> Coordinate {
    guard let numbers = json.array, numbers.count >= 2, let x = numbers[0].number, let y = numbers[1].number
    else {
      throw .malformed
    }
    if let place = Coordinate(latitude: y, longitude: x) { return place }
    throw Coordinate(latitude: x, longitude: y) == nil ? .offGlobe : .swapped
  }

  private static func line(_ json: JSONValue) throws(Fault) -> [Coordinate] { try list(json, place) }

  private static func list<Element>(
    _ json: JSONValue, _ read: (JSONValue) throws(Fault) -> Element
  ) throws(Fault) -> [Element] {
    guard let values = json.array else { throw .malformed }
    var elements: [Element] = []
    for value in values { elements.append(try read(value)) }
    return elements
  }
}
