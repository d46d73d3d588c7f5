import Wardway

/// An isochrone as GeoJSON (RFC 7946): a feature for each limit, the shortest first.
struct IsochroneGeoJSON: Encodable {
  struct Geometry: Encodable {
    var type = "MultiPolygon"
    var coordinates: [[[[Double]]]]
  }

  struct Properties: Encodable {
    var limit_s: Double
    var direction: String
    var by: String
    var place: String
    var nodes: Int
    var edge_m: Double
    var places: Int
    var cell_m: Double
  }

  struct Feature: Encodable {
    var type = "Feature"
    var geometry: Geometry
    var properties: Properties
  }

  var type = "FeatureCollection"
  var features: [Feature]

  init(_ isochrone: Isochrone, _ request: IsochroneRequest) {
    func positions(_ ring: [Coordinate]) -> [[Double]] { ring.map { [$0.longitude, $0.latitude] } }
    features = isochrone.contours.map { contour in
      Feature(
        geometry: Geometry(
          coordinates: contour.polygons.map { [positions($0.outer)] + $0.holes.map(positions) }),
        properties: Properties(
          limit_s: contour.limit, direction: request.direction.rawValue, by: request.mode.rawValue,
          place: isochrone.name, nodes: contour.nodeCount, edge_m: JSON.rounded(contour.metres),
          places: contour.placeCount, cell_m: isochrone.cellSize))
    }
  }
}
