import JSONText
import Wardway

/// A journey as GeoJSON (RFC 7946): a feature for its whole line, and one for each step.
public struct RouteGeoJSON: Sendable {
  private let journey: Journey
  private let language: Language

  /// Makes an answer.
  public init(_ journey: Journey, language: Language) {
    self.journey = journey
    self.language = language
  }

  /// The answer as JSON, in UTF-8.
  public var json: [UInt8] { JSONWriter.bytes(write) }

  /// Writes it as an object.
  private func write(to writer: inout JSONWriter) {
    writer.featureCollection { writer in
      feature(0...journey.geometry.count - 1, &writer) {
        $0.key("duration_s")
        $0.seconds(journey.duration)
        $0.key("distance_m")
        $0.number(journey.distance)
      }
      for step in journey.steps(in: language) {
        feature(step.geometryRange, &writer) {
          $0.key("text")
          $0.string(step.text)
          $0.key("maneuver")
          $0.string(step.maneuver.rawValue)
          $0.key("from_level")
          $0.level(step.fromLevel)
          $0.key("to_level")
          $0.level(step.toLevel)
          $0.key("duration_s")
          $0.seconds(step.duration)
          $0.key("distance_m")
          $0.number(step.distance)
        }
      }
    }
  }

  private func feature(
    _ range: ClosedRange<Int>, _ writer: inout JSONWriter, _ properties: (inout JSONWriter) -> Void
  ) {
    writer.feature(
      "LineString",
      {
        for point in journey.geometry[range] { $0.position(point.coordinate) }
        // Two positions at least are wanted.
        if range.count == 1 { $0.position(journey.geometry[range.lowerBound].coordinate) }
      }, properties)
  }
}

extension JSONWriter {
  /// Writes a `FeatureCollection` whose features `body` writes.
  mutating func featureCollection(_ body: (inout JSONWriter) -> Void) {
    object {
      $0.key("type")
      $0.string("FeatureCollection")
      $0.key("features")
      $0.array(body)
    }
  }

  /// Writes a feature with a geometry of a type.
  mutating func feature(
    _ type: String, _ coordinates: (inout JSONWriter) -> Void, _ properties: (inout JSONWriter) -> Void
  ) {
    object {
      $0.key("type")
      $0.string("Feature")
      $0.key("geometry")
      $0.object {
        $0.key("type")
        $0.string(type)
        $0.key("coordinates")
        $0.array(coordinates)
      }
      $0.key("properties")
      $0.object(properties)
    }
  }
}
