import WardwayMap

/// What the tags of a road say about parking on one of its sides.
///
/// Reads the street parking scheme (`parking:right=lane`) and the older one (`parking:lane:right=parallel`,
/// `parking:condition:right=ticket`).
enum StreetParking {
  /// A side of a road, looking along it as it is drawn.
  enum Side: String, CaseIterable {
    case left, right
  }

  private static let places: Set<String> = [
    "lane", "street_side", "on_kerb", "half_on_kerb", "shoulder", "yes", "parallel", "diagonal",
    "perpendicular", "orthogonal", "marked", "inline", "on_street", "lay_by", "painted_area_only",
  ]
  /// Rules under which nobody may leave a car.
  private static let forbidding: Set<String> = [
    "no_parking", "no_stopping", "no_standing", "loading_only", "charging_only", "loading", "charging",
    "private", "diplomat",
  ]
  /// A stay up to this many minutes is a drop-off.
  private static let shortStay = 15

  /// Whether any of this is said at all.
  static func isMentioned(_ tags: OSMTags) -> Bool { tags.pairs.contains { $0.key.hasPrefix("parking:") } }

  /// Returns how and for whom cars stop on a side; nil where they don't.
  ///
  /// What is forbidden at certain times is left out: a visitor comes by day.
  static func read(
    _ side: Side, of tags: OSMTags, isCampus: Bool
  ) -> (kind: HandoffKind, parking: ParkingTags)? {
    let name = side.rawValue
    func stated(_ scheme: String, _ key: String) -> String? {
      tags["\(scheme)\(name)\(key)"] ?? tags["\(scheme)both\(key)"]
    }
    let place = stated("parking:", "") ?? stated("parking:lane:", "")
    guard let place, places.contains(place) else { return nil }
    func detail(_ key: String) -> String? {
      stated("parking:", ":" + key) ?? stated("parking:condition:", ":" + key)
        ?? stated("parking:lane:", ":" + key)
    }
    let condition = stated("parking:condition:", "")
    let restriction = detail("restriction")
    let isService = tags["highway"] == "service"
    // On a forecourt one may stop to let people out where one mayn't park.
    let letsOut = restriction == "no_parking" && isService
    if let restriction, restriction != "none", restriction != "no", !letsOut { return nil }
    if let condition, forbidding.contains(condition) { return nil }
    if [detail("restriction:conditional"), detail("access:conditional")].contains(where: forbidsAtTimes) {
      return nil
    }
    if let vehicles = detail("vehicles"),
      !vehicles.split(separator: ";").contains(where: { ["car", "motorcar", "motor_vehicle"].contains($0) })
    {
      return nil
    }
    guard let road = ParkingTags.users(ofRoad: tags, isCampus) else { return nil }
    let parking = ParkingTags(isCampus: isCampus) { key in
      switch key {
      case "access": detail(key) ?? (condition == "residents" || condition == "customers" ? condition : nil)
      case "fee": detail(key) ?? (condition == "ticket" ? "yes" : nil)
      case "disabled":
        detail(key) ?? (condition == "wheelchair" || condition == "disabled" ? "only" : nil)
      default: detail(key)
      }
    }
    guard var parking else { return nil }
    parking.users = max(parking.users, road)
    let isShort = 1...shortStay ~= Int(parking.maximumStay)
    return (letsOut || isShort ? .dropOff : .streetParking, parking)
  }

  private static func forbidsAtTimes(_ value: String?) -> Bool {
    guard let value else { return false }
    return ["no_", "no @", "private", "residents", "permit"].contains { value.contains($0) }
  }
}
