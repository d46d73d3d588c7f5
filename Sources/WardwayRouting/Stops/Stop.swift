import Geodesy
import WardwayMap

/// A stop of a journey, found in the networks that it may be in.
struct Stop: Sendable {
  var place: ResolvedPlace
  /// Its points in the streets' network.
  var streets: [SnapPoint]
  /// Its points in a venue's network.
  var inside: [SnapPoint] = []
  /// That venue.
  var venue: JoinedVenue?
  /// What it is known by, if it is kept.
  var key: Place?
}

extension Stop {
  /// The same stop at each of its points alone.
  var choices: [Stop] {
    Self.sites(streets).map { Stop(place: place, streets: $0) }
      + Self.sites(inside).map { Stop(place: place, streets: [], inside: $0, venue: venue) }
  }

  /// Points by where they are: each alone, but those of a place in an area together.
  private static func sites(_ points: [SnapPoint]) -> [[SnapPoint]] {
    var sites: [[SnapPoint]] = []
    for point in points {
      if point.area != nil, let site = sites.firstIndex(where: { $0[0].area == point.area }) {
        sites[site].append(point)
      } else {
        sites.append([point])
      }
    }
    return sites
  }

  /// Whether the place is on a way for certain, or in an area within walls.
  var isOnWay: Bool {
    (streets + inside).contains { $0.distance <= StopFinder.exact && ($0.area == nil || $0.isEnclosed) }
  }

  /// How far the nearest point is, in metres; infinite where there is none.
  var distance: Double {
    min(streets.first?.distance ?? .infinity, inside.first?.distance ?? .infinity)
  }
}

extension Tariff {
  /// Where places of the map are, by name or id; homes are asked for once.
  var stops: Kept<Place, Stop> { companions.value { Kept(most: 4096) } }
}

extension JoinedAtlas {
  /// The walk networks that some stops may be in, the streets first.
  func networks(near stops: [Stop]) throws(PlanningError) -> [JoinedNetwork] {
    var found = [streets]
    for stop in stops {
      for venue in try venues(near: stop.place) where !found.contains(where: { $0 === venue.walks }) {
        found.append(venue.walks)
      }
    }
    return found
  }
}
