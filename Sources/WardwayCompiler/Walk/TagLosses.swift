import WardwayMap

/// What of the tags of rooms, ways and doors isn't understood or isn't used, all of a kind together.
struct TagLosses {
  /// A kind of loss besides values that aren't understood.
  enum Kind: String, CaseIterable {
    case openOutline = "open-outline"
    case openRing = "open-ring"
    case outOfService = "out-of-service"

    fileprivate var text: String {
      switch self {
      case .openOutline: "its outline isn't closed, so it is no room or area; left out. Close its way"
      case .openRing: "its ways don't close to rings; those that don't are walked along. Close them"
      case .outOfService: "its tags say that it doesn't run; it is not used"
      }
    }
  }

  private struct Entry {
    var count = 0
    var examples: [Source] = []

    mutating func add(_ source: Source) {
      count += 1
      if examples.count < 2 { examples.append(source) }
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
  private var kinds: [Kind: Entry] = [:]

  mutating func add(_ kind: Kind, _ source: Source) { kinds[kind, default: Entry()].add(source) }

  /// Notes the values of a feature's tags that the compiler looks at and doesn't know.
  ///
  /// - Parameter isWalked: Whether people walk on it or pass it; of anything else only `indoor` matters.
  mutating func read(_ tags: OSMTags, _ source: Source, isWalked: Bool) {
    guard !tags.isEmpty else { return }
    if let indoor = tags["indoor"], !Self.spaces.contains(indoor) { note("indoor", indoor, source) }
    let isMachine = tags["highway"] == "elevator" || tags["conveying"].map { $0 != "no" } ?? false
    if isMachine, ServiceTags.isOut(tags) { add(.outOfService, source) }
    guard isWalked else { return }
    for (key, value) in tags.pairs where !Self.isUnderstood(key, value, tags) { note(key, value, source) }
  }

  private mutating func note(_ key: String, _ value: String, _ source: Source) {
    values[key, default: [:]][value, default: Entry()].add(source)
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
    let ofKinds = Kind.allCases.compactMap { kind -> Diagnostic? in
      guard let entry = kinds[kind], let first = entry.examples.first else { return nil }
      return Diagnostic(
        kind.rawValue, kind == .outOfService ? .note : .warning, first,
        "\(Self.text(entry)): \(kind.text)")
    }
    let ofKeys = values.sorted { $0.key < $1.key }.compactMap { key, values -> Diagnostic? in
      let order = values.sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
      guard let first = order.first?.value.examples.first else { return nil }
      var parts = order.prefix(Self.mostValues).map { "'\($0.key.prefix(40))' \(Self.text($0.value))" }
      if order.count > Self.mostValues { parts.append("\(order.count - Self.mostValues) more values") }
      return Diagnostic(
        "not-understood", .note, first, "\(key) = \(parts.joined(separator: "; ")): not understood, left out")
    }
    return ofKinds + ofKeys
  }

  private static func text(_ entry: Entry) -> String {
    let more = entry.count > entry.examples.count ? ", …" : ""
    return "\(entry.count) × (\(entry.examples.map(\.description).joined(separator: ", "))\(more))"
  }
}
