import Wardway
import WardwayCompiler
import WardwayContract

extension Finding {
  /// What the compiler has to say about its sources, in the words that these use for their features.
  init(_ diagnostic: Diagnostic, _ names: FeatureNames) {
    self.init(
      code: Code(rawValue: diagnostic.code.rawValue), severity: Severity(diagnostic.severity),
      source: diagnostic.source == .none ? nil : names.name(of: diagnostic.source),
      sources: diagnostic.sources.map { names.name(of: $0) }, at: diagnostic.coordinate,
      on: diagnostic.level, message: names.spelled(diagnostic.message), fix: diagnostic.fix)
  }

  /// All findings of a code on one line: their number, and the first with its feature and place.
  static func summary(_ group: [Diagnostic], _ names: FeatureNames) -> String {
    let first = Finding(group[0], names)
    var text = "\(first.severity.rawValue) \(first.code.rawValue)"
    if group.count > 1 { text += " × \(group.count), first" }
    if let source = first.source { text += " " + Terminal.shown(source) }
    if let place = first.coordinate {
      text += " at \(Number.text(place.latitude, 5)),\(Number.text(place.longitude, 5))"
    }
    text += ": " + Terminal.shown(first.message)
    return first.fix.isEmpty ? text : text + ". " + first.fix
  }
}

extension Finding.Severity {
  init(_ severity: Diagnostic.Severity) {
    self =
      switch severity {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
  }
}

extension CompilationAnswer {
  /// What a compilation came to.
  init(_ report: CompilationReport) {
    self.init(
      nodes: report.nodes, edges: report.edges, places: report.places, islandEdges: report.islandEdges,
      findings: report.diagnostics.map { Finding($0, report.names) })
  }
}

extension AdditionAnswer {
  /// What a file came to.
  init(_ file: AdditionReport.File) {
    self.init(
      file: file.path, status: Status(file.outcome),
      venues: file.venues.map { Venue(id: $0.id.rawValue, name: $0.name) },
      findings: file.diagnostics.map { Finding($0, file.names) })
  }
}

extension AdditionAnswer.Status {
  init(_ outcome: AdditionReport.Outcome) {
    self =
      switch outcome {
      case .added: .added
      case .unchanged: .unchanged
      case .failed: .failed
      }
  }
}
