import WardwayMap

/// Something that was mended or left out of a file, all of its kind together.
package struct OSMReadingWarning: Hashable, Sendable {
  /// What it was.
  package let code: Diagnostic.Code
  /// The file.
  package let file: String
  /// The kind of the first object concerned.
  package let kind: OSMKind
  /// The number of the first object concerned.
  package let id: Int64
  /// How many were concerned.
  package private(set) var count: Int
  /// The numbers of the other objects concerned, where they are known.
  package private(set) var others: [Int64] = []
  /// What it was in words, where that doesn't follow from the code.
  var text: String?
  /// Whether it is worth knowing, and no loss.
  var isNote = false

  /// What was done, as "node 5: left out, it has no location (and 3 more)".
  package var message: String {
    if let text { return text }
    let what =
      switch code {
      case .nodeWithoutLocation: "left out, it has no location"
      case .nodeOffGlobe: "left out, its location is not on the globe"
      case .idOutOfRange: "left out, ids are below 2^53 here; give it a smaller one"
      case .controlCharacters: "control characters dropped from a tag or role"
      case .invalidUTF8: "invalid UTF-8 replaced in a tag or role"
      case .reusedID:
        "the files have several objects of this id, the last of which is kept; give every file ids of its own"
      default: "a tag or role cut off after 4,096 bytes"
      }
    return "\(kind) \(id): \(what)" + (count > 1 ? " (and \(count - 1) more)" : "")
  }

  /// The same warnings, those about ids that are used twice as one for each kind of object.
  static func summedUp(_ warnings: [OSMReadingWarning]) -> [OSMReadingWarning] {
    var sums: [OSMReadingWarning] = []
    for warning in warnings {
      let isReused = warning.code == .reusedID
      if isReused, let last = sums.indices.last, sums[last].code == .reusedID, sums[last].kind == warning.kind
      {
        sums[last].count += 1
        if warning.id != sums[last].id, sums[last].others.last != warning.id {
          sums[last].others.append(warning.id)
        }
      } else {
        sums.append(warning)
      }
    }
    return sums
  }
}

extension Diagnostic {
  /// Says what was mended or left out while reading.
  init(_ warning: OSMReadingWarning) {
    let kind: FeatureID.Kind =
      switch warning.kind {
      case .node: .node
      case .way: .way
      case .relation: .relation
      }
    self.init(
      warning.code, warning.isNote ? .note : .warning, FeatureID(kind, warning.id),
      with: warning.others.map { FeatureID(kind, $0) },
      "\(warning.message) (\(warning.file))")
  }
}
