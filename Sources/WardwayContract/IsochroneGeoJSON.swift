import JSONText
import Wardway

/// An isochrone as GeoJSON (RFC 7946): a feature for each limit, the shortest first.
public struct IsochroneGeoJSON: Sendable {
  private let isochrone: Isochrone
  private let request: IsochroneRequest

  /// Makes an answer.
  public init(_ isochrone: Isochrone, _ request: IsochroneRequest) {
    self.isochrone = isochrone
    self.request = request
  }

  /// The answer as JSON, in UTF-8.
  public var json: [UInt8] { JSONWriter.bytes(write) }

  /// Writes it as an object.
  private func write(to writer: inout JSONWriter) {
    writer.featureCollection { writer in
      for contour in isochrone.contours {
        writer.feature(
          "MultiPolygon",
          {
            for polygon in contour.polygons {
              $0.array { for ring in [polygon.outer] + polygon.holes { Self.write(ring, to: &$0) } }
            }
          },
          {
            $0.key("limit_s")
            $0.seconds(contour.limit)
            $0.key("direction")
            $0.string(request.direction.rawValue)
            $0.key("by")
            $0.string(request.mode.rawValue)
            $0.key("place")
            $0.string(isochrone.name)
            $0.key("nodes")
            $0.integer(contour.nodeCount)
            $0.key("edge_m")
            $0.number(contour.metres)
            $0.key("places")
            $0.integer(contour.placeCount)
            $0.key("cell_m")
            $0.number(isochrone.cellSize)
          })
      }
    }
  }

  private static func write(_ ring: [Coordinate], to writer: inout JSONWriter) {
    writer.array(of: ring) { $0.position($1) }
  }
}
