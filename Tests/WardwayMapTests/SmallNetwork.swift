import Geodesy
import ShortestPaths
import Testing

@testable import WardwayMap

/// A street, a door, stairs and an elevator between two floors, with two places.
///
///     level 1     4 --- 5          a street (0, 1), a door (1, 2), stairs (2, 4), an elevator (3, 5)
///                 |     ‖
///     level 0 0 - 1|2 - 3
enum SmallNetwork {
  static let network: WalkNetwork = {
    var strings = StringTableBuilder()
    func node(_ number: Int64, _ north: Int32, _ east: Int32, _ level: Double, _ name: String) -> NodeRecord {
      NodeRecord(
        source: FeatureID(.node, number), coordinate: coordinate(north, east), level: Level(level)!,
        levelName: strings.number(of: name))
    }
    let nodes = [
      node(1, 0, 0, 0, ""), node(2, 0, 5000, 0, ""), node(2, 0, 5000, 0, "G"), node(3, 0, 9000, 0, "G"),
      node(4, 900, 5000, 1, "1F"), node(5, 0, 9000, 1, "1F"),
    ]
    func edge(
      _ kind: EdgeKind, _ way: Int64, _ tail: UInt32, _ head: UInt32, _ metres: Double, _ name: String = ""
    ) -> EdgeRecord {
      var edge = EdgeRecord(
        kind, source: FeatureID(.way, way), tail: tail, head: head, length: UInt32(metres * 1000))
      edge.name = strings.number(of: name)
      edge.attributes.isIndoor = tail > 1
      return edge
    }
    var edges = [
      edge(.footway, 10, 0, 1, 60, "Hospital Road"), edge(.door, 11, 1, 2, 0, "Main entrance"),
      edge(.corridor, 12, 2, 3, 40), edge(.stairs, 13, 2, 4, 10), edge(.elevatorBoard, 14, 3, 5, 0),
      edge(.corridor, 15, 4, 5, 41),
    ]
    edges[3].stepCount = 22
    edges[3].attributes.rises = .yes
    edges[4].directions = 1
    let places = [
      PlaceRecord(
        source: FeatureID(.node, 3), coordinate: coordinate(0, 9000), level: .ground,
        name: strings.number(of: "Pharmacy"), search: strings.number(of: "pharmacy\n药房"),
        kind: strings.number(of: "pharmacy")),
      PlaceRecord(
        source: FeatureID(.way, -9), coordinate: coordinate(10, 10), level: nil,
        name: strings.number(of: "Hospital Road 1"), search: strings.number(of: "hospital road 1"),
        kind: strings.number(of: "address")),
    ]
    return WalkNetwork(
      nodes: nodes, edges: edges, shapeStart: [0, 2, 2, 2, 3, 3, 3],
      shape: [coordinate(40, 1500), coordinate(30, 3000), coordinate(500, 5100)], places: places,
      strings: strings.table())
  }()

  /// The metrics of profiles, with their hierarchies.
  static func metrics(_ profiles: [Profile]) -> [Metric] {
    let topology = network.customizableHierarchy()
    return profiles.map { Metric(network, profile: $0, on: topology) }
  }

  static let attribution = "© OpenStreetMap contributors"

  /// The bytes of a network file with some profiles.
  static func bytes(_ profiles: [Profile]) -> [UInt8] {
    NetworkFile.bytes(network, metrics: metrics(profiles), attribution: attribution)
  }

  private static func coordinate(_ north: Int32, _ east: Int32) -> Coordinate {
    Coordinate(latitudeE7: 305_800_000 + north, longitudeE7: 1_142_700_000 + east)
  }
}

extension Atlas {
  /// All that the streets file says, written once more; what isn't the same atlas has other bytes.
  func rewritten() throws(AtlasError) -> [UInt8] {
    var metrics: [Metric] = []
    for section in sections where section.name.hasSuffix(".weight") {
      let name = section.name.split(separator: ".")[1]
      if let profile = Profile.named(String(name)) { metrics.append(try metric(for: profile)) }
    }
    metrics.sort { $0.profile.name < $1.profile.name }
    return NetworkFile.bytes(streets, metrics: metrics, attribution: attribution)
  }
}
