/// What kind of road an edge of a drive network is.
@usableFromInline
package enum RoadClass: UInt8, Codable, Sendable, CaseIterable {
  /// A motorway.
  case motorway = 0
  /// A ramp of a motorway.
  case motorwayLink = 1
  /// A trunk road.
  case trunk = 2
  /// A ramp of a trunk road.
  case trunkLink = 3
  /// A primary road.
  case primary = 4
  /// A ramp of a primary road.
  case primaryLink = 5
  /// A secondary road.
  case secondary = 6
  /// A ramp of a secondary road.
  case secondaryLink = 7
  /// A tertiary road.
  case tertiary = 8
  /// A ramp of a tertiary road.
  case tertiaryLink = 9
  /// A minor road outside of residential areas.
  case unclassified = 10
  /// A residential street.
  case residential = 11
  /// A street where people on foot come first.
  case livingStreet = 12
  /// A way to or on a property: an access road, a forecourt, an alley.
  case service = 13
  /// A lane between parking spaces.
  case parkingAisle = 14
  /// A way to a house.
  case driveway = 15
  /// A track through fields or woods.
  case track = 16
  /// A street for people on foot that some vehicles may use.
  case pedestrian = 17
  /// A road for buses.
  case busway = 18
  /// A ferry, or a train that carries cars.
  case ferry = 19
  /// A road that nobody has classified.
  case unknown = 20
}

extension RoadClass {
  /// Whether it only joins roads: a ramp, a slip road, a lane for turning.
  package var isLink: Bool {
    switch self {
    case .motorwayLink, .trunkLink, .primaryLink, .secondaryLink, .tertiaryLink: true
    default: false
    }
  }
}

/// Which ordinary vehicles may use a road.
@usableFromInline
package enum DriveAccess: UInt8, Sendable {
  /// All.
  case everyone = 0
  /// Those that start or end their journey there: private, destination, customers.
  case endsOnly = 1
  /// None; emergency vehicles at most.
  case nobody = 2
}
