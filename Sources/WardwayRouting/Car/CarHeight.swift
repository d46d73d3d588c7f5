import Geodesy
import WardwayMap

/// What fits into where a car is left: a car higher than usual may have to pass by the nearest car park.
extension CarJourney {
  /// Whether the car fits in, as far as the map says.
  func fits(into record: HandoffRecord) -> Bool {
    guard let height = request.carHeight, let most = record.mostHeight else { return true }
    return height <= most
  }

  /// The handoffs that serve but for the height of the car, those nearer to the stop next to them than `chosen` is, the
  /// nearest first.
  func tooLow(_ sites: [HandoffSite], nearerThan chosen: HandoffRecord) -> [HandoffRecord] {
    guard request.carHeight != nil else { return [] }
    func metres(_ record: HandoffRecord) -> Double { distance(record.walk, near.place.coordinate) }
    return sites.map(\.record).filter { isFor($0) && !fits(into: $0) && metres($0) < metres(chosen) }
      .sorted { metres($0) < metres($1) }
  }

  /// What somebody should know who asked for a car of some height.
  func heightNotices(at record: HandoffRecord, passing tooLow: [HandoffRecord]) -> [Notice] {
    guard request.carHeight != nil else { return [] }
    var notices: [Notice] = []
    if let nearest = tooLow.first {
      notices.append(Notice(.lowCarPark, count: tooLow.count, source: nearest.source))
    }
    if record.mostHeight == nil, record.kind.isCovered {
      notices.append(Notice(.unknownHeight, source: record.source))
    }
    return notices
  }
}

extension JourneyRequest {
  /// The heights that a car may have, in metres.
  private static let carHeights = 0.5...10.0

  /// - Throws: `invalidRequest` for a height that no car has.
  func checkCarHeight() throws(PlanningError) {
    guard let carHeight, !Self.carHeights.contains(carHeight) else { return }
    throw PlanningError(
      .invalidRequest, "no car is \(carHeight) m high; give its height in metres, from 0.5 to 10")
  }
}
