import Geodesy
import WardwayMap

/// What of the tags of rooms, ways and doors isn't understood or isn't used, all of a kind together.
struct TagLosses {
  /// What may be lost besides values that aren't understood, in the order in which it is said.
  private static let kinds: [(code: Diagnostic.Code, severity: Diagnostic.Severity, text: String)] = [
    (.openOutline, .warning, "its outline isn't closed, so it is no room or area; left out. Close its way"),
    (.openRing, .warning, "its ways don't close to rings; those that don't are walked along. Close them"),
    (.outOfService, .note, "its tags say that it doesn't run; it is not used"),
    (.conditionalAccess, .note, "its conditional access is not applied"),
    (.hoursNotApplied, .note, "its opening hours are not applied; it counts as open"),
  ]

  private struct Entry {
    var sources: [FeatureID] = []
    /// Where the first of them is.
    var place: Coordinate?
    var count: Int { sources.count }
    var examples: ArraySlice<FeatureID> { sources.prefix(2) }

    mutating func add(_ source: FeatureID, _ place: Coordinate?) {
      if sources.isEmpty { self.place = place }
      sources.append(source)
    }
  }

  /// The most values of a key that are named.
  private static let mostValues = 5
  private static let spaces: Set<String> = [
    "room", "corridor", "area", "wall", "column", "level", "door", "yes", "no", "pathway",
  ]
  private static let conveyors: Set<String> = ["yes", "no", "forward", "backward", "reversible"]

  /// By key and value.
  private var values: [String: [String: Entry]] = [:]
  private var losses: [Diagnostic.Code: Entry] = [:]

  mutating func add(_ code: Diagnostic.Code, _ source: FeatureID, at place: Coordinate? = nil) {
    assert(Self.kinds.contains { $0.code == code })
    losses[code, default: Entry()].add(source, place)
  }

  /// Notes the values of a feature's tags that the compiler looks at and doesn't know.
  ///
  /// - Parameters:
  ///   - isWalked: Whether people walk on it or pass it; of anything else only `indoor` matters.
  ///   - place: Where it is.
  mutating func read(_ tags: OSMTags, _ source: FeatureID, isWalked: Bool, at place: Coordinate? = nil) {
    guard !tags.isEmpty else { return }
    if let indoor = tags["indoor"], !Self.spaces.contains(indoor) { note("indoor", indoor, source, place) }
    // What is closed but at times is in no network.
    if isWalked || tags["highway"] != nil || tags["entrance"] != nil || tags["barrier"] != nil {
      if ["access", "foot", "wheelchair"].contains(where: { tags[$0 + ":conditional"] != nil }) {
        add(.conditionalAccess, source, at: place)
      }
    }
    if isWalked, Self.isOpening(tags), let hours = tags["opening_hours"], hours != "24/7" {
      add(.hoursNotApplied, source, at: place)
    }
    let isMachine = tags["highway"] == "elevator" || tags["conveying"].map { $0 != "no" } ?? false
    if isMachine, ServiceTags.isOut(tags) { add(.outOfService, source, at: place) }
    guard isWalked else { return }
    for (key, value) in tags.pairs where !Self.isUnderstood(key, value, tags) {
      note(key, value, source, place)
    }
  }

  private mutating func note(_ key: String, _ value: String, _ source: FeatureID, _ place: Coordinate?) {
    values[key, default: [:]][value, default: Entry()].add(source, place)
  }

  /// Whether hours of something are those of a way through it, not of a shop or a clinic in a room.
  private static func isOpening(_ tags: OSMTags) -> Bool {
    ["highway", "entrance", "door", "barrier"].contains { tags[$0].map { $0 != "no" } ?? false }
      || tags["indoor"] == "corridor" || tags["indoor"] == "door"
  }

  /// Whether the compiler has no use for a key, or knows what its value means.
  private static func isUnderstood(_ key: String, _ value: String, _ tags: OSMTags) -> Bool {
    switch key {
    case "width", "est_width", "door:width", "entrance:width", "maxwidth:physical":
      return Measure.metres(value) != nil
    case "maxweight": return !isElevator(tags) || Measure.kilograms(value) != nil
    case "capacity", "capacity:persons": return !isElevator(tags) || Measure.count(value) != nil
    case "incline": return value == "up" || value == "down" || Measure.incline(value) != nil
    case "step_count": return UInt16(value) != nil
    case "conveying": return conveyors.contains(value)
    case "wheelchair": return value == "unknown" || AttributeTags.wheelchair(value) != .unknown
    case "kerb": return AttributeTags.kerb(value) != .unknown
    case "foot": return ["unknown", "discouraged"].contains(value) || FootAccess.knows(value)
    case "access":
      // What `foot` says counts, so this needn't be understood.
      return value == "unknown" || tags["foot"] != nil || FootAccess.knows(value)
    default: return true
    }
  }

  private static func isElevator(_ tags: OSMTags) -> Bool {
    tags["highway"] == "elevator" || tags["room"] == "elevator"
  }

  /// One diagnostic for each kind and for each key, with counts and examples.
  var diagnostics: [Diagnostic] {
    let ofKinds = Self.kinds.compactMap { code, severity, text -> Diagnostic? in
      guard let entry = losses[code], let first = entry.examples.first else { return nil }
      return Diagnostic(
        code, severity, first, with: entry.sources, at: entry.place, "\(Self.text(entry)): \(text)")
    }
    let ofKeys = values.sorted { $0.key < $1.key }.compactMap { key, values -> Diagnostic? in
      let order = values.sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
      guard let first = order.first?.value.examples.first else { return nil }
      var parts = order.prefix(Self.mostValues).map { "'\($0.key.prefix(40))' \(Self.text($0.value))" }
      if order.count > Self.mostValues { parts.append("\(order.count - Self.mostValues) more values") }
      return Diagnostic(
        .notUnderstood, .note, first, with: order.flatMap { $0.value.sources },
        at: order.first?.value.place, "\(key) = \(parts.joined(separator: "; ")): not understood, left out")
    }
    return ofKinds + ofKeys
  }

  private static func text(_ entry: Entry) -> String {
    let more = entry.count > entry.examples.count ? ", …" : ""
    return "\(entry.count) × (\(entry.examples.map(\.description).joined(separator: ", "))\(more))"
  }
}
