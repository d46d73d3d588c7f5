import WardwayMap

/// What the tags of a car park, or of one side of a street, say about parking there.
struct ParkingTags {
  /// Whom it is meant for.
  var users: HandoffUsers
  /// Whether all of it is for disabled people.
  var isForDisabledOnly: Bool
  /// As in ``HandoffRecord``.
  var capacity: UInt16 = 0
  var disabledCapacity = HandoffRecord.unknownCapacity
  var charges = false
  var maximumHeight: UInt16 = 0
  var maximumStay: UInt16 = 0

  /// Reads tags; nil where no car of a visitor, a patient or the staff may be left.
  ///
  /// - Parameters:
  ///   - isCampus: Whether it lies on a hospital's campus, where `private` means staff.
  ///   - value: Returns the value of a plain key such as `access`.
  init?(isCampus: Bool, _ value: (String) -> String?) {
    let isDisabled =
      value("parking_space") == "disabled" || ["designated", "only"].contains(value("disabled"))
    let access = Self.accessKeys.compactMap { value($0) }.first
    isForDisabledOnly = isDisabled || access == "disabled" || access == "no" && value("disabled") == "yes"
    guard let users = isForDisabledOnly && access == "no" ? .everyone : Self.users(access, isCampus) else {
      return nil
    }
    self.users = users
    if value("motorcar") == nil, Self.others.contains(where: { value($0) == "designated" }) { return nil }
    capacity = Self.count(value("capacity")) ?? 0
    switch value("capacity:disabled") {
    case "no", "none": disabledCapacity = 0
    case "yes": disabledCapacity = HandoffRecord.someCapacity
    case let text: disabledCapacity = Self.count(text) ?? HandoffRecord.unknownCapacity
    }
    if isForDisabledOnly, disabledCapacity == 0 || disabledCapacity == HandoffRecord.unknownCapacity {
      disabledCapacity = capacity > 0 ? capacity : HandoffRecord.someCapacity
    }
    if capacity > 0, capacity == disabledCapacity { isForDisabledOnly = true }
    charges = Self.charges(value)
    maximumHeight = Self.hundredths(value("maxheight") ?? value("maxheight:physical"))
    maximumStay = Self.minutes(value("maxstay"))
  }

  /// The keys that speak of cars, the most particular first.
  private static let accessKeys = ["motorcar", "motor_vehicle", "vehicle", "access"]
  /// Vehicles that have car parks of their own.
  private static let others = [
    "bus", "coach", "tourist_bus", "hgv", "motorcycle", "moped", "mofa", "bicycle", "taxi", "caravan",
    "motorhome", "trailer",
  ]

  // MARK: Values

  /// Whom an access value admits, of several the most; nil for nobody of ours.
  static func users(_ access: String?, _ isCampus: Bool) -> HandoffUsers? {
    guard let access else { return .everyone }
    return access.split(separator: ";").compactMap { one($0.drop { $0 == " " }, isCampus) }.min()
  }

  /// Whom a road admits by car; nil for nobody of ours.
  static func users(ofRoad tags: OSMTags, _ isCampus: Bool) -> HandoffUsers? {
    users(accessKeys.lazy.compactMap { tags[$0] }.first, isCampus)
  }

  private static func one(_ value: some StringProtocol, _ isCampus: Bool) -> HandoffUsers? {
    switch value {
    case "customers", "customer", "visitors", "visitor", "guests", "patients", "destination": .customers
    case "employees", "employee", "staff", "doctors": .staff
    case "private", "privat": isCampus ? .staff : nil
    case "no", "none", "residents", "resident", "residential", "tenants", "permit", "members", "restricted",
      "students", "delivery", "loading", "agricultural", "forestry", "military", "emergency", "psv", "bus",
      "taxi", "hgv", "bicycle", "foot", "diplomat":
      nil
    default: .everyone
    }
  }

  private static func charges(_ value: (String) -> String?) -> Bool {
    if let fee = value("fee") { return !["no", "0", "free", "none"].contains(fee) }
    return value("charge") != nil || value("fee:conditional") != nil
      || value("authentication:ticket") == "yes"
  }

  /// A number that may be followed by something, as in `10-12`.
  static func count(_ text: String?) -> UInt16? {
    guard let number = text.flatMap({ Int($0.prefix { ("0"..."9").contains($0) }) }) else { return nil }
    return UInt16(min(number, Int(HandoffRecord.someCapacity) - 1))
  }

  private static func hundredths(_ text: String?) -> UInt16 {
    // A second height after a slash is that of another way in.
    let first = text?.split(separator: "/").first.map(String.init)
    return Measure.metres(first).map { UInt16(min(($0 * 100).rounded(), 65_000)) } ?? 0
  }

  /// The minutes of `30 minutes`, `2 h`, `1 hour` or `120`; 0 where there is no limit.
  static func minutes(_ text: String?) -> UInt16 {
    guard let text else { return 0 }
    let plain = text.replacing(",", with: ".").replacing(" ", with: "").lowercased()
    let digits = plain.prefix { ("0"..."9").contains($0) || $0 == "." }
    guard let number = Double(digits), number > 0 else { return 0 }
    let factor: Double
    switch plain.dropFirst(digits.count).prefix(1) {
    case "", "m": factor = plain.contains("mo") ? 43_200 : 1
    case "h": factor = 60
    case "d": factor = 1440
    case "w": factor = 10_080
    default: return 0
    }
    return UInt16(min((number * factor).rounded(.up), 65_000))
  }
}
