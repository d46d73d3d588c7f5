import WardwayMap

/// What an importer did not understand, could not use or mended: counts and examples, by code.
struct ImportReport {
  private struct Entry {
    var isNote: Bool
    var file: String
    var id: String
    var text: String
    var count = 1
    var others: [String] = []
  }

  /// How many further features are named.
  private static let examples = 3

  private var entries: [Diagnostic.Code: Entry] = [:]

  /// Notes something about a feature.
  ///
  /// - Parameters:
  ///   - code: What it is.
  ///   - file: The file that the feature is in.
  ///   - isNote: Whether nothing is lost by it.
  ///   - message: What is wrong, and what was done about it.
  mutating func add(
    _ code: Diagnostic.Code, _ file: String, _ id: String, isNote: Bool = false, _ message: String
  ) {
    guard var entry = entries[code] else {
      entries[code] = Entry(isNote: isNote, file: file, id: id, text: message)
      return
    }
    entry.count += 1
    if entry.others.count < Self.examples { entry.others.append(id) }
    entries[code] = entry
  }

  /// The warnings, one a code.
  func warnings(about path: String) -> [OSMReadingWarning] {
    entries.sorted { $0.key.rawValue < $1.key.rawValue }.map { code, entry in
      var text = "\(entry.file) \(shortened(entry.id)): \(entry.text)"
      if entry.count > 1 {
        let others = entry.others.map { shortened($0) }.joined(separator: ", ")
        text += " (and \(entry.count - 1) more, such as \(others))"
      }
      return OSMReadingWarning(
        code: code, file: path, kind: .node,
        id: FeatureID.number(ofFeature: entry.id), count: entry.count, text: text, isNote: entry.isNote)
    }
  }

  private func shortened(_ id: String) -> String { id.count > 60 ? id.prefix(60) + "…" : id }
}
