import Geodesy
import WardwayMap

/// Where a handoff is on foot: its points of the streets' network and of a venue's.
struct SitePoints: Sendable {
  var streets: [SnapPoint] = []
  var inside: [SnapPoint] = []
}

/// Where the handoffs of a vicinity are on foot, for one traveller.
struct SiteWalks: Sendable {
  /// The venue that ``inside`` is about.
  let venue: JoinedVenue?
  let streets: PointSet<SnapPoint>
  let inside: PointSet<SnapPoint>
  /// The same, site by site.
  let points: [SitePoints]
  /// Where the sites are.
  let coordinates: [Coordinate]

  init(venue: JoinedVenue?, _ points: [SitePoints], at coordinates: [Coordinate]) {
    self.venue = venue
    self.points = points
    self.coordinates = coordinates
    streets = PointSet(points.map(\.streets))
    inside = PointSet(points.map(\.inside))
  }
}
