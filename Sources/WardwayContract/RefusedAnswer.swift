import JSONText
import Wardway

/// An answer that says why there is none.
public struct RefusedAnswer: Sendable {
  private let id: String?
  private let error: PlanningError
  private let language: Language

  /// Makes an answer.
  ///
  /// - Parameters:
  ///   - id: The request's, as JSON.
  ///   - error: The reason.
  ///   - language: The language of the message.
  public init(id: String?, _ error: PlanningError, language: Language = .english) {
    self.id = id
    self.error = error
    self.language = language
  }

  /// The answer as JSON, in UTF-8.
  public var json: [UInt8] { JSONWriter.bytes(write) }

  /// Writes it as an object.
  private func write(to writer: inout JSONWriter) {
    writer.object {
      $0.begin(id: id, status: error.code.rawValue, message: error.text(in: language))
    }
  }
}

extension JSONWriter {
  /// Writes the members that all answers begin with.
  ///
  /// - Parameter id: The request's, as JSON.
  mutating func begin(id: String?, status: String = "ok", message: String = "") {
    if let id {
      key("id")
      raw(id)
    }
    key("status")
    string(status)
    key("message")
    string(message)
  }

  /// Writes a position in the order of GeoJSON (RFC 7946): longitude, latitude.
  mutating func position(_ coordinate: Coordinate, _ level: Level? = nil) {
    array {
      $0.decimal(Int(coordinate.longitudeE7), 7)
      $0.decimal(Int(coordinate.latitudeE7), 7)
      if let level { $0.level(level) }
    }
  }

  /// Writes a coordinate as two members.
  mutating func place(_ coordinate: Coordinate) {
    key("lat")
    decimal(Int(coordinate.latitudeE7), 7)
    key("lon")
    decimal(Int(coordinate.longitudeE7), 7)
  }

  /// Writes a level.
  mutating func level(_ level: Level) { decimal(Int(level.hundredths), 2) }

  /// Writes a level, or `null` where it isn't known.
  mutating func level(orNull level: Level?) {
    if let level { self.level(level) } else { null() }
  }
}
