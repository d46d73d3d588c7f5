import JSONText
import Wardway

/// The answer to a route request.
public struct RouteAnswer: Sendable {
  private let id: String?
  private let found: [Alternative]
  private let language: Language
  private let withEdges: Bool

  /// Makes an answer: the best journey, with the alternatives to it if there are any.
  ///
  /// - Parameters:
  ///   - id: The request's, as JSON.
  ///   - found: One at least.
  ///   - language: The language of the texts.
  ///   - edges: Whether to list the travelled edges.
  public init(id: String?, _ found: [Alternative], language: Language, edges: Bool) {
    self.id = id
    self.found = found
    self.language = language
    withEdges = edges
  }

  /// The answer as JSON, in UTF-8.
  public var json: [UInt8] { JSONWriter.bytes(write) }

  /// Writes it as an object.
  private func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.begin(id: id)
      write(found[0], to: &writer)
      guard found.count > 1 else { return }
      writer.key("alternatives")
      writer.array(of: found.dropFirst()) { writer, other in
        writer.object {
          $0.begin(id: nil)
          write(other, to: &$0)
        }
      }
    }
  }

  private func write(_ alternative: Alternative, to writer: inout JSONWriter) {
    let journey = alternative.journey
    if found.count > 1 {
      writer.key("reason")
      writer.string(alternative.reason.rawValue)
      writer.key("reason_text")
      writer.string(alternative.text(in: language))
    }
    writer.key("notices")
    writer.array(of: journey.notices) { writer, notice in
      writer.object {
        $0.key("code")
        $0.string(notice.code.rawValue)
        $0.key("text")
        $0.string(notice.text(in: language))
        $0.key("count")
        $0.integer(notice.count)
        $0.key("source")
        $0.string(notice.source.description)
      }
    }
    if let handoff = journey.handoff {
      writer.key("handoff")
      Self.write(handoff, to: &writer)
    }
    writer.key("duration_s")
    writer.seconds(journey.duration)
    writer.key("cost_s")
    writer.seconds(journey.cost)
    writer.key("distance_m")
    writer.number(journey.distance)
    writer.key("snap")
    writer.object {
      $0.key("from_m")
      $0.number(journey.snapFrom, decimals: 2)
      $0.key("from_s")
      $0.seconds(journey.snapFromDuration)
      $0.key("to_m")
      $0.number(journey.snapTo, decimals: 2)
      $0.key("to_s")
      $0.seconds(journey.snapToDuration)
    }
    writer.key("geometry")
    writer.array(of: journey.geometry) { $0.position($1.coordinate, $1.level) }
    writer.key("legs")
    writer.array(of: zip(journey.legs, journey.stepsByLeg(in: language))) { writer, leg in
      Self.write(leg.0, leg.1, to: &writer)
    }
    guard withEdges else { return }
    writer.key("edges")
    writer.array { writer in
      for leg in journey.legs { for edge in leg.edges { Self.write(edge, to: &writer) } }
    }
  }

  private static func write(_ leg: Leg, _ steps: [Step], to writer: inout JSONWriter) {
    writer.object {
      $0.key("by")
      $0.string(leg.mode.rawValue)
      $0.key("network")
      $0.string(leg.network.rawValue)
      $0.key("network_name")
      $0.string(leg.networkName)
      $0.key("duration_s")
      $0.seconds(leg.duration)
      $0.key("transfer_s")
      $0.decimal(Int(leg.transferMilliseconds), 3)
      $0.key("distance_m")
      $0.number(leg.distance)
      $0.key("steps")
      $0.array(of: steps) { write($1, to: &$0) }
    }
  }

  private static func write(_ step: Step, to writer: inout JSONWriter) {
    let instruction = step.instruction
    writer.object {
      $0.key("maneuver")
      $0.string(instruction.maneuver.rawValue)
      $0.key("modifier")
      $0.string(instruction.modifier?.rawValue)
      $0.key("text")
      $0.string(step.text)
      $0.key("name")
      $0.string(step.name)
      $0.key("from_level")
      $0.level(instruction.fromLevel)
      $0.key("to_level")
      $0.level(instruction.toLevel)
      $0.key("distance_m")
      $0.number(instruction.distance)
      $0.key("duration_s")
      $0.seconds(instruction.duration)
      $0.key("geometry_range")
      $0.array {
        $0.integer(instruction.geometryRange.lowerBound)
        $0.integer(instruction.geometryRange.upperBound)
      }
    }
  }

  private static func write(_ edge: TravelledEdge, to writer: inout JSONWriter) {
    writer.object {
      $0.key("source")
      $0.string(edge.source.description)
      $0.key("from_node")
      $0.string(id(edge.fromNode))
      $0.key("to_node")
      $0.string(id(edge.toNode))
      $0.key("kind")
      $0.string(edge.kind.name)
      $0.key("name")
      $0.string(edge.name)
      $0.key("ref")
      $0.string(edge.ref)
      $0.key("from_level")
      $0.level(edge.fromLevel)
      $0.key("to_level")
      $0.level(edge.toLevel)
      $0.key("distance_m")
      $0.decimal(Int(edge.length), 3)
      $0.key("duration_s")
      $0.decimal(Int(edge.durationMilliseconds), 3)
    }
  }

  private static func write(_ handoff: Handoff, to writer: inout JSONWriter) {
    writer.object {
      $0.key("kind")
      $0.string(handoff.kind.name)
      $0.key("source")
      $0.string(handoff.source.description)
      $0.key("name")
      $0.string(handoff.name)
      $0.place(handoff.coordinate)
      $0.key("level")
      $0.level(orNull: handoff.level)
      $0.key("fee")
      $0.bool(handoff.charges)
      $0.key("assumed")
      $0.bool(handoff.isAssumed)
    }
  }

  private static func id(_ source: FeatureID) -> String? { source == .none ? nil : source.description }
}
