import Geodesy
import WardwayMap

/// Finds where people get out of cars: car parks, streets where cars may stand, and drop-offs.
///
/// What is only for residents, permit holders or other vehicles is left out; what is for customers or for
/// staff says so in its record.
struct HandoffFinder {
  let extract: OSMExtract
  let hospitals: [FoundVenue]
  /// Hospitals without an outline.
  let points: [FoundVenue]
  private let campuses: PackedRTree

  init(extract: OSMExtract, hospitals: [FoundVenue], points: [FoundVenue] = []) {
    self.extract = extract
    self.hospitals = hospitals
    self.points = points
    campuses = PackedRTree(hospitals.map(\.outline.box))
  }

  /// Returns all handoffs, in the order of their sources; those of a source along the way.
  ///
  /// - Complexity: O(*n* log *n*) for *n* objects of the extract.
  func handoffs() -> [HandoffRecord] {
    var found = CarParkFinder(extract, isCampus: isCampus).handoffs()
    let dropOffs = PointIndex(found.filter { $0.kind == .dropOff }.map { ($0.walk, $0) })
    for way in extract.ways where !way.tags.isEmpty && StreetParking.isMentioned(way.tags) {
      found += alongStreet(way).filter { record in
        // The place to get out is drawn by itself.
        record.kind != .dropOff
          || dropOffs.within(BoundingBox(record.walk).expanded(byMetres: Self.stretch)).isEmpty
      }
    }
    found += DropOffFinder(extract, hospitals + points).handoffs(
      besides: found.filter { $0.kind == .dropOff })
    // Equal sources keep their order.
    return found.enumerated().sorted { ($0.1.source, $0.0) < ($1.1.source, $1.0) }.map(\.1)
  }

  /// Whether a place lies on the campus of a hospital.
  private func isCampus(_ place: Coordinate) -> Bool {
    guard !hospitals.isEmpty else { return false }
    var isInside = false
    campuses.search(in: BoundingBox(place)) {
      isInside = isInside || hospitals[Int($0)].outline.contains(place)
    }
    return isInside
  }

  // MARK: Streets

  /// The longest stretch of a street that one handoff stands for, in metres.
  private static let stretch = 60.0
  /// The shortest way on which a car may stand clear of both its ends, in metres.
  private static let shortest = 12.0
  /// How far from the middle of the road one steps onto the sidewalk, in metres.
  private static let toKerb = 4.0

  private func alongStreet(_ way: OSMWay) -> [HandoffRecord] {
    guard let road = RoadClassifier.classify(way.tags), road.access != .nobody else { return [] }
    let line = way.nodes.compactMap { extract.coordinate(ofNode: $0) }
    let metres = NetworkDraft.length(line)
    guard line.count > 1, metres >= Self.shortest else { return [] }
    let campus = isCampus(line[line.count / 2])
    let level = LevelTag(way.tags["level"] ?? "").levels.first
    var found: [HandoffRecord] = []
    for side in StreetParking.Side.allCases {
      guard let (kind, parking) = StreetParking.read(side, of: way.tags, isCampus: campus) else { continue }
      let count = Int((metres / Self.stretch).rounded(.up))
      for index in 0..<count {
        let (place, kerb) = Self.point(
          on: line, at: metres * (Double(index) + 0.5) / Double(count), side)
        var record = HandoffRecord(
          kind, source: FeatureID(.way, way.id), drive: place, walk: kerb, level: level,
          charges: parking.charges
        )
        record.apply(parking)
        // The map counts the spaces of the whole street.
        record.capacity = parking.capacity == 0 ? 0 : max(parking.capacity / UInt16(count), 1)
        found.append(record)
      }
    }
    return found
  }

  /// Returns the place some metres along a line, and the kerb beside it.
  private static func point(
    on line: [Coordinate], at metres: Double, _ side: StreetParking.Side
  ) -> (place: Coordinate, kerb: Coordinate) {
    var left = metres
    for (start, end) in zip(line, line.dropFirst()) {
      let length = distance(start, end)
      guard length > 0, left <= length || end == line.last else {
        left -= length
        continue
      }
      let place = Segment(start, end).coordinate(at: left / length)
      let frame = LocalFrame(origin: place)
      let (a, b) = (frame.point(start), frame.point(end))
      let sign = side == .left ? toKerb / length : -toKerb / length
      return (place, frame.coordinate(LocalFrame.Point(x: (a.y - b.y) * sign, y: (b.x - a.x) * sign)))
    }
    return (line[0], line[0])
  }
}

extension HandoffRecord {
  /// Takes over what the map says.
  mutating func apply(_ parking: ParkingTags) {
    users = parking.users
    isForDisabledOnly = parking.isForDisabledOnly
    capacity = parking.capacity
    disabledCapacity = parking.disabledCapacity
    maximumHeight = parking.maximumHeight
    maximumStay = parking.maximumStay
  }
}
