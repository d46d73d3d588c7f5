import WardwayGuidance

/// The text of an SVG picture, written element by element.
///
/// Attributes are numbers and words of this module. Whatever comes from a map or a request is content.
struct SVG {
  /// What is written so far.
  private(set) var text = ""

  /// Writes an element without content.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    text += "<\(name)\(Self.written(attributes))/>\n"
  }

  /// Starts an element that ``close(_:)`` ends.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    text += "<\(name)\(Self.written(attributes))>\n"
  }

  /// Adds what was written elsewhere.
  mutating func append(_ other: SVG) { text += other.text }

  /// Adds text of this module as it stands.
  mutating func append(_ raw: String) { text += raw }

  /// Ends an element.
  mutating func close(_ name: String) { text += "</\(name)>\n" }

  /// Writes an element that holds nothing but text.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text words: String)
  {
    text += "<\(name)\(Self.written(attributes))>\(Self.escaped(words))</\(name)>\n"
  }

  /// Writes a path; nothing if there is nothing to draw.
  mutating func path(_ style: String, _ data: String, width: Double? = nil) {
    guard !data.isEmpty else { return }
    if let width {
      element("path", ["class": style, "stroke-width": Self.number(width), "d": data])
    } else {
      element("path", ["class": style, "d": data])
    }
  }

  /// Writes text with its baseline's start, middle or end at a place.
  mutating func write(_ words: String, _ style: String, at place: Pixel, anchor: String = "start") {
    let (x, y) = (Self.number(place.x), Self.number(place.y))
    if anchor == "start" {
      element("text", ["class": style, "x": x, "y": y], text: words)
    } else {
      element("text", ["class": style, "x": x, "y": y, "text-anchor": anchor], text: words)
    }
  }

  private static func written(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0)=\"\($1)\"" }.joined()
  }

  /// Text as XML may hold it: names come from maps that anyone can edit.
  ///
  /// What steers the display is gone, bidirectional overrides among them; what XML forbids, too.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in cleanName(text, limit: .max).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        // Noncharacters such as U+FFFE are no XML.
        if scalar.properties.generalCategory != .unassigned { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// A number with at most one decimal, the same everywhere.
  static func number(_ value: Double) -> String {
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
