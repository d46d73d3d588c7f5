import JSONText
import Wardway
import WardwayCompiler

/// Something that a map's maker should know, in words.
enum Finding {
  /// All findings of a code on one line: their number, and the first with its feature and place.
  static func summary(_ group: [Diagnostic], _ names: FeatureNames) -> String {
    let first = group[0]
    var text = "\(first.severity.rawValue) \(first.code)"
    if group.count > 1 { text += " × \(group.count), first" }
    if first.source != .none { text += " " + Terminal.shown(names.name(of: first.source)) }
    if let place = first.coordinate {
      text += " at \(Number.text(place.latitude, 5)),\(Number.text(place.longitude, 5))"
    }
    text += ": " + Terminal.shown(names.spelled(first.message))
    return first.fix.isEmpty ? text : text + ". " + first.fix
  }
}

extension JSONWriter {
  /// Writes findings as the contract has them, and in the shape that they had before as `diagnostics`.
  mutating func findings(_ diagnostics: [Diagnostic], _ names: FeatureNames) {
    key("findings")
    array(of: diagnostics) { $0.finding($1, names) }
    key("diagnostics")
    array(of: diagnostics) { writer, diagnostic in
      writer.object {
        $0.key("code")
        $0.string(diagnostic.code)
        $0.key("severity")
        $0.string(diagnostic.severity.rawValue)
        $0.key("source")
        $0.string(names.name(of: diagnostic.source))
        if let place = diagnostic.coordinate {
          $0.key("place")
          $0.array {
            $0.decimal(Int(place.longitudeE7), 7)
            $0.decimal(Int(place.latitudeE7), 7)
          }
        }
        $0.key("message")
        $0.string(names.spelled(diagnostic.message))
      }
    }
  }

  private mutating func finding(_ diagnostic: Diagnostic, _ names: FeatureNames) {
    object {
      $0.key("code")
      $0.string(diagnostic.code)
      $0.key("severity")
      $0.string(diagnostic.severity.rawValue)
      $0.key("source")
      $0.string(diagnostic.source == .none ? nil : names.name(of: diagnostic.source))
      $0.key("sources")
      $0.array(of: diagnostic.sources) { $0.string(names.name(of: $1)) }
      $0.key("lat")
      if let place = diagnostic.coordinate { $0.decimal(Int(place.latitudeE7), 7) } else { $0.null() }
      $0.key("lon")
      if let place = diagnostic.coordinate { $0.decimal(Int(place.longitudeE7), 7) } else { $0.null() }
      $0.key("level")
      if let level = diagnostic.level { $0.decimal(Int(level.hundredths), 2) } else { $0.null() }
      $0.key("message")
      $0.string(names.spelled(diagnostic.message))
      $0.key("fix")
      $0.string(diagnostic.fix)
    }
  }
}
