/// Speed limits, as mappers write them.
enum SpeedLimit {
  /// What `none` is driven at in the end, in km/h.
  static let unlimited = 150.0

  /// The limit in km/h that a value of `maxspeed` states: `50`, `30 mph`, `walk`, `DE:urban`; nil if none.
  ///
  /// Of several values the lowest counts.
  static func kmh(_ text: String?) -> Double? {
    guard let text else { return nil }
    return text.split(whereSeparator: { $0 == ";" || $0 == "|" }).compactMap { one(String($0)) }.min()
  }

  /// The limit of a road in a direction, from the most particular tag that states one.
  static func kmh(_ tags: OSMTags, forward: Bool) -> Double? {
    let direction = forward ? "forward" : "backward"
    let keys = [
      "maxspeed:motorcar:\(direction)", "maxspeed:motorcar", "maxspeed:\(direction)", "maxspeed",
      "maxspeed:type", "zone:maxspeed", "source:maxspeed", "zone:traffic",
    ]
    for key in keys {
      if let limit = kmh(tags[key]) { return limit }
    }
    return nil
  }

  private static func one(_ text: String) -> Double? {
    let plain = text.replacing(" ", with: "").lowercased()
    switch plain {
    case "none", "unlimited": return unlimited
    case "walk", "walking", "footpath": return 7
    default: break
    }
    var value: Double?
    if plain.hasSuffix("mph") {
      value = Double(plain.dropLast(3)).map { $0 * 1.609344 }
    } else if plain.hasSuffix("knots") {
      value = Double(plain.dropLast(5)).map { $0 * 1.852 }
    } else if plain.hasSuffix("km/h") || plain.hasSuffix("kmh") || plain.hasSuffix("kph") {
      value = Double(plain.prefix { $0.isNumber || $0 == "." })
    } else if let number = Double(plain) {
      value = number
    } else {
      value = code(plain)
    }
    guard let value, value.isFinite, value >= 1, value <= 400 else { return nil }
    return value
  }

  /// `de:urban`, `zone30`, `gb:nsl_single` and the like.
  private static func code(_ text: String) -> Double? {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let country = parts.count == 2 ? parts[0] : ""
    guard let rule = parts.last, parts.count == 2 || rule.hasPrefix("zone") else { return nil }
    if rule.hasPrefix("zone") || rule.hasPrefix("bicycle_road") {
      return Double(rule.filter(\.isNumber)) ?? 30
    }
    switch rule {
    case "living_street", "pedestrian_zone": return living[country] ?? 10
    case "urban", "nsl_restricted": return urban[country] ?? 50
    case "rural", "nsl_single", "single_carriageway": return rural[country] ?? 90
    case "trunk", "nsl_dual", "expressway", "dual_carriageway": return trunk[country] ?? 100
    case "motorway": return motorway[country] ?? 120
    default: return Double(rule)
    }
  }

  // Where a country differs from what is usual; the others have the usual figure.
  private static let living: [String: Double] = [
    "de": 7, "fr": 20, "at": 10, "be": 20, "ch": 20, "ru": 20, "pl": 20,
  ]
  private static let urban: [String: Double] = [
    "gb": 48.28032, "us": 40, "ua": 50, "ru": 60, "jp": 60, "cn": 50,
  ]
  private static let rural: [String: Double] = [
    "de": 100, "at": 100, "gb": 96.56064, "fr": 80, "nl": 80, "ch": 80, "dk": 80, "no": 80, "se": 70,
    "fi": 80,
    "mt": 80, "jp": 60, "cn": 70, "us": 88,
  ]
  private static let trunk: [String: Double] = [
    "gb": 112.65408, "fr": 110, "ro": 100, "it": 110, "cz": 110, "cn": 100,
  ]
  private static let motorway: [String: Double] = [
    "de": unlimited, "gb": 112.65408, "fr": 130, "it": 130, "at": 130, "nl": 100, "pl": 140, "cz": 130,
    "us": 110,
    "jp": 100,
  ]
}
