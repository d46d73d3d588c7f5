import Geodesy
import WardwayMap

/// The areas around a place, nearest first, looked for only as far as somebody asks.
struct NearbyAreas {
  /// The most areas to consider for a place.
  private static let most = 64
  /// How far the first look goes at least, in metres.
  private static let shortest = 20.0

  private let place: Coordinate
  private let level: Level?
  private let network: WalkNetwork
  private let isOpen: (Int) -> Bool
  /// The nearest areas, 0 metres off where the place lies in one; the first `taken` were handed out.
  private var found: [(area: Int, distance: Double)] = []
  private var taken = 0
  /// How far was looked, in metres.
  private var reach = -1.0

  /// Looks at nothing yet.
  ///
  /// - Parameters:
  ///   - level: The level that an area has to be on; nil for any.
  ///   - isOpen: Whether the traveller can use an area.
  init(near place: Coordinate, level: Level?, in network: WalkNetwork, isOpen: @escaping (Int) -> Bool) {
    self.place = place
    self.level = level
    self.network = network
    self.isOpen = isOpen
  }

  /// Takes the next area; nil if there is none within so many metres.
  mutating func next(within metres: Double, _ search: inout NearestSearch) -> (area: Int, distance: Double)? {
    if metres > reach, taken < Self.most {
      // Twice as far, as who asks will ask again; what was taken comes first again.
      reach = max(2 * metres, Self.shortest)
      look(&search)
    }
    guard taken < found.count, found[taken].distance <= metres else { return nil }
    taken += 1
    return found[taken - 1]
  }

  private mutating func look(_ search: inout NearestSearch) {
    let areas = network.areas
    var found: [(area: Int, distance: Double)] = []
    search.nearest(
      to: place, in: areas.tree, maximumMetres: reach,
      metres: { number in
        let area = Int(number)
        guard level == nil || areas.records[area].level == level, isOpen(area) else { return nil }
        return areas.distance(of: area, from: place)
      },
      visit: { area, metres in
        found.append((Int(area), metres))
        return found.count < Self.most
      })
    self.found = found
  }
}
