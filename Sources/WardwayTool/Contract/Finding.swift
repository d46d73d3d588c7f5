import Wardway
import WardwayCompiler

/// Something that a map's maker should know, as the contract has it.
struct Finding: Encodable {
  var code: String
  var severity: String
  var source: Nullable<String>
  var sources: [String]
  var lat: Nullable<Double>
  var lon: Nullable<Double>
  var level: Nullable<Double>
  var message: String
  var fix: String

  init(_ diagnostic: Diagnostic, _ names: FeatureNames) {
    code = diagnostic.code
    severity = diagnostic.severity.rawValue
    source = Nullable(diagnostic.source == .none ? nil : names.name(of: diagnostic.source))
    sources = diagnostic.sources.map { names.name(of: $0) }
    lat = Nullable(diagnostic.coordinate?.latitude)
    lon = Nullable(diagnostic.coordinate?.longitude)
    level = Nullable(diagnostic.level?.value)
    message = names.spelled(diagnostic.message)
    fix = diagnostic.fix
  }

  /// All findings of a code on one line: their number, and the first with its feature and place.
  static func summary(_ group: [Diagnostic], _ names: FeatureNames) -> String {
    let first = group[0]
    var text = "\(first.severity.rawValue) \(first.code)"
    if group.count > 1 { text += " × \(group.count), first" }
    if first.source != .none { text += " " + Terminal.shown(names.name(of: first.source)) }
    if let place = first.coordinate {
      text += " at \(JSON.rounded(place.latitude, 5)),\(JSON.rounded(place.longitude, 5))"
    }
    text += ": " + Terminal.shown(names.spelled(first.message))
    return first.fix.isEmpty ? text : text + ". " + first.fix
  }
}
