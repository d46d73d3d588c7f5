/// What a relationship of an archive says: from where, by what, to where.
struct IMDFRelationship {
  /// Something that a way between units passes.
  enum Stop: Hashable {
    /// The position of a unit.
    case unit(Int)
    /// The id of an opening, in lower case.
    case opening(String)
  }

  var feature: IMDFFeature
  var stops: [Stop] = []
  var isDirected: Bool

  var connector: UnitUse.Connector? { UnitUse.Connector(rawValue: feature.category) }

  /// The ids that a relationship refers to, from its origin to its destination.
  static func references(of feature: IMDFFeature) -> [String] {
    let properties = feature.properties
    let all = [properties["origin"]] + (properties["intermediary"].array ?? []) + [properties["destination"]]
    return all.compactMap { $0["id"].string ?? $0.string }
  }
}

extension IMDFImporter {
  /// The openings that relationships let one through in one direction alone, with the unit that one comes from.
  func oneWayOpenings() -> [String: Int] {
    var found: [String: Int] = [:]
    for feature in collection["relationship"]
    where feature.category.hasPrefix("traversal") && feature.text("direction") == "directed" {
      let ids = IMDFRelationship.references(of: feature)
      for (id, next) in zip(ids, ids.dropFirst()) {
        if let unit = unitIndex[id.lowercased()], collection.feature(next, "opening") != nil {
          found[next.lowercased()] = unit
        }
      }
    }
    return found
  }

  /// Reads the relationships; what refers to nothing is reported.
  mutating func relationships() -> [IMDFRelationship] {
    let known = ["elevator", "escalator", "stairs", "ramp", "movingwalkway", "traversal", "traversal.path"]
    return collection["relationship"].compactMap { feature -> IMDFRelationship? in
      guard known.contains(feature.category) else {
        report.add(
          .imdfUnknownRelationship, feature.file, feature.id,
          "'\(feature.category.prefix(40))' is no category of relationships; it isn't used")
        return nil
      }
      var relationship = IMDFRelationship(
        feature: feature, isDirected: feature.text("direction") == "directed")
      for id in IMDFRelationship.references(of: feature) {
        if let unit = unitIndex[id.lowercased()] {
          relationship.stops.append(.unit(unit))
        } else if openings[id.lowercased()] != nil {
          relationship.stops.append(.opening(id.lowercased()))
        } else {
          dangling(feature, "unit or opening", id, "the relationship goes without it")
        }
      }
      return relationship
    }
  }

  /// The connectors of a kind among a relationship's stops; an opening stands for the one that it opens.
  func connectors(of relationship: IMDFRelationship, _ kind: UnitUse.Connector) -> [Int] {
    var found: [Int] = []
    for stop in relationship.stops {
      let candidates: [Int] =
        switch stop {
        case .unit(let unit): [unit]
        case .opening(let id): openings[id]?.units ?? []
        }
      for unit in candidates where isOne(units[unit].connector, kind) && !found.contains(unit) {
        found.append(unit)
      }
    }
    return found
  }

  /// Whether a unit may be what a relationship calls it; some draw stairs as steps.
  func isOne(_ connector: UnitUse.Connector?, _ kind: UnitUse.Connector) -> Bool {
    connector == kind || kind == .stairs && connector == .steps
  }
}
