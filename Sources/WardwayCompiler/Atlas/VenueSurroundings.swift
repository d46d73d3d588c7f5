import Geodesy
import WardwayMap

/// The streets around a venue in the atlas that it is added to.
struct VenueSurroundings: ~Copyable {
  /// How far from a road a car park may lie, in metres.
  private static let roadReach = 100.0
  /// How far to look for a street to name, in metres.
  private static let radius = 1000.0

  private let atlas: Atlas?
  private var search = NearestSearch()

  /// Takes the atlas; nil where its streets aren't known.
  init(_ atlas: Atlas?) { self.atlas = atlas }

  /// Says which portals and car parks the streets don't reach.
  mutating func diagnostics(of venue: CompiledVenue) -> [Diagnostic] {
    guard let atlas else { return [] }
    var found = reusedIDs(of: venue, atlas.streets)
    let portals = venue.description.portals
    let reused = found.count
    for portal in portals {
      let nearest = metresTo(atlas.streets, portal.coordinate, portal.level, within: PortalRecord.reach)
      guard nearest == nil else { continue }
      let any = metresTo(atlas.streets, portal.coordinate, nil, within: Self.radius)
      let street = any.map { "the nearest on any level is \(Int($0.rounded())) m off" } ?? "none is near"
      found.append(
        Diagnostic(
          .entranceOffStreets, .warning, portal.source, at: portal.coordinate,
          "no street on level \(portal.level) comes within \(Int(PortalRecord.reach)) m of this entrance of "
            + "\(venue.description.name), \(street); map a way up to it in the streets"))
    }
    if !portals.isEmpty, found.count == portals.count + reused {
      let source = venue.description.id.feature
      found.append(
        Diagnostic(
          .venueOffStreets, .warning, source, at: venue.description.outline.box.center,
          "no entrance of \(venue.description.name) meets a street; nobody gets in from outside"))
    }
    guard let drive = atlas.drive else { return found }
    for handoff in venue.network.handoffs where metresToRoad(handoff.drive, drive) == nil {
      found.append(
        Diagnostic(
          .carParkOffRoads, .warning, handoff.source, at: handoff.drive,
          "no road for cars comes within \(Int(Self.roadReach)) m of this car park of "
            + "\(venue.description.name); it can't be driven to"))
    }
    return found
  }

  /// How far apart, in metres, nodes of one id may lie that are the same.
  private static let sameNode = 1.0

  /// Says which ids of a venue's nodes are other things in the streets; they are kept apart.
  private func reusedIDs(of venue: CompiledVenue, _ streets: WalkNetwork) -> [Diagnostic] {
    var reused: [(source: FeatureID, place: Coordinate)] = []
    var seen: Set<FeatureID> = [.none]
    for node in venue.network.nodes where node.source.kind == .node && seen.insert(node.source).inserted {
      let others = streets.nodes(from: node.source).map { streets.nodes[$0].coordinate }
      guard !others.isEmpty, others.allSatisfy({ distance($0, node.coordinate) > Self.sameNode }) else {
        continue
      }
      reused.append((node.source, node.coordinate))
    }
    reused.sort { $0.source < $1.source }
    guard let first = reused.first else { return [] }
    let sources = reused.map(\.source)
    let examples = sources.prefix(3).map(\.description).joined(separator: ", ")
    let those =
      reused.count == 1
      ? "1 id of \(venue.description.name) stands" : "\(reused.count) ids of \(venue.description.name) stand"
    return [
      Diagnostic(
        .reusedID, .warning, first.source, with: sources, at: first.place,
        "\(those) for something else in the streets: \(examples)\(reused.count > 3 ? ", …" : ""). They are kept apart, "
          + "but a closure of one of them closes both", fix: "Give every file ids of its own.")
    ]
  }

  private mutating func metresTo(
    _ streets: WalkNetwork, _ place: Coordinate, _ level: Level?, within metres: Double
  ) -> Double? {
    let frame = LocalFrame(origin: place)
    var found: Double?
    search.nearest(
      to: place, in: streets.tree, maximumMetres: metres,
      metres: { number in
        let edge = Int(number)
        guard streets.edges[edge].kind.isSnappable else { return nil }
        if let level, streets.tailLevel(of: edge) != level, streets.headLevel(of: edge) != level {
          return nil
        }
        var best = Double.infinity
        streets.forEachSegment(of: edge) { a, b in
          best = min(best, Segment(a, b).nearest(toOriginOf: frame).metres)
        }
        return best
      },
      visit: { _, distance in
        found = distance
        return false
      })
    return found
  }

  private mutating func metresToRoad(_ place: Coordinate, _ drive: DriveNetwork) -> Double? {
    var found: Double?
    let frame = LocalFrame(origin: place)
    search.nearest(
      to: place, in: drive.tree, maximumMetres: Self.roadReach,
      metres: { number in
        // Nobody stops on these.
        if [.motorway, .motorwayLink, .ferry].contains(drive.edges[Int(number)].roadClass) { return nil }
        var best = Double.infinity
        drive.forEachSegment(of: Int(number)) { a, b in
          best = min(best, Segment(a, b).nearest(toOriginOf: frame).metres)
        }
        return best
      },
      visit: { _, distance in
        found = distance
        return false
      })
    return found
  }
}
