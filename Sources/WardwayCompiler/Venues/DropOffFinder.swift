import Geodesy
import WardwayMap

/// Finds where people are let out before a hospital whose drop-off the map doesn't show: the road in front of
/// each main entrance, else those near what the map shows of ways in, else the one nearest to the middle.
///
/// The map has no agreed tag for a drop-off, and few are drawn; so these are assumed, and say so. Of several the
/// planner takes the one that fits the journey.
struct DropOffFinder {
  /// How far from a main entrance its forecourt may lie, in metres.
  private static let forecourt = 15.0
  /// How far from a hospital the road may lie where it has no forecourt, in metres.
  private static let nearby = 60.0
  /// How near to a door another drop-off makes one needless, in metres.
  private static let besides = 60.0
  /// The most drop-offs to assume for a hospital without a main entrance.
  private static let most = 8

  /// A stretch of road where a car may stop.
  private struct Stretch {
    var segment: Segment
    var users: HandoffUsers
  }

  private let hospitals: [FoundVenue]
  private let doors: HospitalDoors
  /// Points on a campus that say they are the hospital: mappers mark entrances and departments so.
  private let marks: PointIndex<OSMNode>
  private let stretches: [Stretch]
  private let tree: PackedRTree

  init(_ extract: OSMExtract, _ hospitals: [FoundVenue]) {
    self.hospitals = hospitals
    doors = HospitalDoors(extract)
    let nodes = hospitals.isEmpty ? [] : extract.taggedNodes.map { extract.node(at: $0) }
    marks = PointIndex(nodes.filter { HospitalTags.isHospital($0.tags) }.map { ($0.coordinate, $0) })
    let boxes = PackedRTree(hospitals.map { Self.box($0).expanded(byMetres: Self.nearby) })
    var stretches: [Stretch] = []
    for way in extract.ways where !hospitals.isEmpty && way.tags["highway"] != nil {
      guard let users = Self.users(of: way.tags) else { continue }
      let line = way.nodes.compactMap { extract.coordinate(ofNode: $0) }
      for (a, b) in zip(line, line.dropFirst()) {
        var isNear = false
        boxes.search(in: BoundingBox([a, b])) { _ in isNear = true }
        if isNear { stretches.append(Stretch(segment: Segment(a, b), users: users)) }
      }
    }
    self.stretches = stretches
    tree = PackedRTree(stretches.map { BoundingBox([$0.segment.start, $0.segment.end]) })
  }

  private static func box(_ hospital: FoundVenue) -> BoundingBox {
    hospital.place.map { hospital.outline.box.union(BoundingBox($0)) } ?? hospital.outline.box
  }

  /// Whom a road lets stop, as far as the map says; nil where nobody should.
  private static func users(of tags: OSMTags) -> HandoffUsers? {
    guard let road = RoadClassifier.classify(tags), road.access != .nobody,
      !road.traits.contains(.tunnel), (road.levels ?? .ground ... .ground).contains(.ground)
    else { return nil }
    switch road.roadClass {
    case .service, .driveway, .parkingAisle, .residential, .livingStreet, .unclassified, .tertiary,
      .secondary,
      .unknown:
      break
    default: return nil
    }
    if ["left", "right"].allSatisfy({ side in
      ["no_stopping", "no_standing"].contains(
        tags["parking:\(side):restriction"] ?? tags["parking:both:restriction"]
          ?? tags["parking:lane:\(side)"] ?? tags["parking:lane:both"])
    }) {
      return nil
    }
    return ParkingTags.users(ofRoad: tags, false).flatMap { $0 == .staff ? nil : $0 }
  }

  /// Returns the assumed drop-offs of all hospitals.
  ///
  /// - Parameter mapped: Those that the map shows.
  func handoffs(besides mapped: [HandoffRecord]) -> [HandoffRecord] {
    hospitals.flatMap { hospital -> [HandoffRecord] in
      let own = mapped.filter { Self.box(hospital).expanded(byMetres: Self.nearby).contains($0.walk) }
      let entrances = doors.main(of: hospital.outline)
      var found: [HandoffRecord] = []
      for door in entrances where door.tags["entrance"] == "main" {
        if own.contains(where: { distance($0.walk, door.coordinate) <= Self.besides }) { continue }
        if let stop = nearest(to: door.coordinate, within: Self.forecourt) {
          found.append(record(stop.place, stop.users, FeatureID(.node, door.id)))
        }
      }
      guard found.isEmpty, own.isEmpty else { return found }
      let middle = hospital.place ?? hospital.outline.box.center
      let marked = marks.within(hospital.outline).map(\.place) + [middle]
      let ways = entrances.isEmpty ? marked : entrances.map(\.coordinate)
      for way in ways.sorted(by: { nearer($0, $1, to: middle) }) where found.count < Self.most {
        guard !found.contains(where: { distance($0.drive, way) <= Self.besides }),
          let stop = nearest(to: way, within: Self.nearby)
        else { continue }
        found.append(record(stop.place, stop.users, hospital.source))
      }
      guard found.isEmpty else { return found }
      // On the campus or beside it: a road across the middle is in front of more doors than one at a corner.
      let reach = Self.nearby + distance(middle, Self.corner(hospital))
      return nearest(to: middle, within: reach).map { [record($0.place, $0.users, hospital.source)] } ?? []
    }
  }

  private func record(_ place: Coordinate, _ users: HandoffUsers, _ source: FeatureID) -> HandoffRecord {
    var record = HandoffRecord(.dropOff, source: source, drive: place, walk: place, level: nil)
    record.users = users
    record.isAssumed = true
    return record
  }

  private static func corner(_ hospital: FoundVenue) -> Coordinate {
    let box = box(hospital)
    return Coordinate(latitudeE7: box.maxLatitudeE7, longitudeE7: box.maxLongitudeE7)
  }

  private func nearer(_ a: Coordinate, _ b: Coordinate, to middle: Coordinate) -> Bool {
    (distance(a, middle), a.latitudeE7, a.longitudeE7) < (distance(b, middle), b.latitudeE7, b.longitudeE7)
  }

  /// The place on a road that lies nearest, the first of equals.
  private func nearest(
    to place: Coordinate, within metres: Double
  ) -> (place: Coordinate, metres: Double, users: HandoffUsers)? {
    guard !stretches.isEmpty else { return nil }
    var best: (place: Coordinate, metres: Double, number: Int)?
    tree.search(in: BoundingBox(place).expanded(byMetres: metres)) { item in
      let segment = stretches[Int(item)].segment
      let projection = segment.nearest(to: place)
      let limit = best.map { ($0.metres, $0.number) } ?? (metres, .max)
      guard (projection.metres, Int(item)) < limit else { return }
      best = (segment.coordinate(at: projection.fraction), projection.metres, Int(item))
    }
    return best.map { ($0.place, $0.metres, stretches[$0.number].users) }
  }
}
