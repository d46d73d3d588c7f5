/// An element of XML with all that is in it; names are without their prefixes.
final class XMLElement {
  let name: String
  let attributes: [String: String]
  /// The line of the file where it starts.
  let line: Int
  var children: [XMLElement] = []
  /// The text directly in it.
  var text = ""

  init(_ name: String, _ attributes: [String: String], line: Int) {
    self.name = name
    self.attributes = attributes
    self.line = line
  }

  /// The text without white space around it; nil if there is none.
  var trimmed: String? {
    let parts = text.split(whereSeparator: \.isWhitespace)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// The id of GML.
  var id: String? { attributes["id"] }

  /// The id that it refers to in the same file.
  var reference: String? {
    guard let link = attributes["href"], let mark = link.lastIndex(of: "#") else {
      return attributes["href"]
    }
    return String(link[link.index(after: mark)...])
  }
}
