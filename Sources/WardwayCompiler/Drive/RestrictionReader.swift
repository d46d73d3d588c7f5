import WardwayMap

/// Reads the turn restrictions of an extract.
struct RestrictionReader {
  let extract: OSMExtract
  private(set) var diagnostics: [Diagnostic] = []

  init(_ extract: OSMExtract) { self.extract = extract }

  /// Returns the restrictions that bind cars or emergency vehicles, in the order of their ids.
  mutating func read() -> [TurnRestriction] {
    var found: [TurnRestriction] = []
    for relation in extract.relations {
      guard let type = relation.tags["type"], type == "restriction" || type.hasPrefix("restriction:") else {
        continue
      }
      if let restriction = read(relation, type: type) { found.append(restriction) }
    }
    return found
  }

  private mutating func read(_ relation: OSMRelation, type: String) -> TurnRestriction? {
    let source = FeatureID(.relation, relation.id)
    let tags = relation.tags
    guard let value = value(tags, type: type, source) else { return nil }
    guard let isOnly = Self.isOnly(value) else {
      note(.restrictionUnknown, .warning, source, "'\(value)' is no turn restriction; it is not applied")
      return nil
    }
    let binds = Self.binds(tags, isOnly: isOnly, value)
    guard !binds.isEmpty else { return nil }
    var (from, to): ([Int64], [Int64]) = ([], [])
    var (viaNodes, viaWays): ([Int64], [Int64]) = ([], [])
    for member in relation.members {
      switch (member.role, member.kind) {
      case ("from", .way): from.append(member.id)
      case ("to", .way): to.append(member.id)
      case ("via", .node): viaNodes.append(member.id)
      case ("via", .way): viaWays.append(member.id)
      default: break
      }
    }
    guard !from.isEmpty, !to.isEmpty, !viaNodes.isEmpty || !viaWays.isEmpty else {
      note(.restrictionIncomplete, .warning, source, "it lacks a from, via or to; it is not applied")
      return nil
    }
    if viaNodes.count > 1 || !viaNodes.isEmpty && !viaWays.isEmpty {
      note(
        .restrictionVias, .warning, source,
        "it has several nodes as via, or nodes and ways; draw the ways between them; it is not applied")
      return nil
    }
    if isOnly, to.count > 1 {
      note(.restrictionUnclear, .warning, source, "only one way can be the only one; it is not applied")
      return nil
    }
    return TurnRestriction(
      source: source, isOnly: isOnly, binds: binds, from: from,
      via: viaWays.isEmpty ? .node(viaNodes[0]) : .ways(viaWays), to: to)
  }

  // MARK: Tags

  /// The restriction for cars; nil where there is none.
  ///
  /// The most particular key counts.
  private mutating func value(_ tags: OSMTags, type: String, _ source: FeatureID) -> String? {
    let keys = ["restriction:motorcar", "restriction:motor_vehicle", "restriction:vehicle", "restriction"]
    for key in keys where tags[key + ":conditional"] != nil {
      note(.restrictionConditional, .note, source, "its condition can't be known; it is not applied")
      return nil
    }
    if ["day_on", "day_off", "hour_on", "hour_off"].contains(where: { tags[$0] != nil }) {
      note(.restrictionConditional, .note, source, "its hours can't be known; it is not applied")
      return nil
    }
    // An old way to write `restriction:hgv`: for vehicles that are named in the type.
    if type != "restriction", !keys.contains(type) { return nil }
    for key in keys {
      guard let value = tags[key] else { continue }
      return value == "none" || value == "no" ? nil : value
    }
    let others = tags.pairs.contains { $0.key.hasPrefix("restriction:") }
    if !others { note(.restrictionIncomplete, .warning, source, "it doesn't say what it restricts") }
    return nil
  }

  private static func isOnly(_ value: String) -> Bool? {
    switch value {
    case "no_left_turn", "no_right_turn", "no_straight_on", "no_u_turn", "no_entry", "no_exit": false
    case "only_left_turn", "only_right_turn", "only_straight_on", "only_u_turn": true
    default: nil
    }
  }

  /// Whom a restriction binds: emergency vehicles only where it tells how a junction is built.
  private static func binds(_ tags: OSMTags, isOnly: Bool, _ value: String) -> TurnTraits {
    let except = (tags["except"] ?? "").split(separator: ";").map { $0.filter { $0 != " " } }
    if except.contains(where: { ["motorcar", "motor_vehicle", "vehicle"].contains($0) }) { return [] }
    let sparesEmergency = except.contains("emergency") || !isOnly && value != "no_u_turn"
    return sparesEmergency ? .closedToOrdinary : .closed
  }

  private mutating func note(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ source: FeatureID, _ message: String
  ) {
    diagnostics.append(Diagnostic(code, severity, source, message))
  }
}
