import WardwayMap
import WardwayRouting

/// What the names of a journey are in other languages.
struct NameTable {
  /// By language, then by name, as the map has it and as it is shown.
  private var texts: [String: [String: String]]
  /// What features are called that go by another name than those of theirs.
  private let byFeature: [String: [FeatureID: String]]

  init(_ journey: Journey) {
    texts = journey.translations
    byFeature = journey.namesByFeature
    for (language, known) in texts {
      for (name, text) in known {
        let shown = cleanName(text)
        texts[language]![name] = shown
        texts[language]![cleanName(name)] = shown
      }
    }
  }

  /// Adds to an instruction what the names in it are in other languages.
  ///
  /// - Parameter edges: Those that it is about.
  func translate(_ instruction: inout Instruction, on edges: some Collection<TravelledEdge>) {
    if texts.isEmpty, byFeature.isEmpty { return }
    var names = [instruction.name]
    instruction.facts.forEachName { names.append($0) }
    for (language, known) in texts {
      for name in names {
        if let text = known[name], text != name {
          instruction.translations[language, default: [:]][name] = text
        }
      }
    }
    for (language, own) in byFeature {
      for edge in edges.reversed() {
        guard let text = own[edge.source] else { continue }
        let name = cleanName(edge.name)
        if names.contains(name) { instruction.translations[language, default: [:]][name] = cleanName(text) }
      }
    }
  }
}
