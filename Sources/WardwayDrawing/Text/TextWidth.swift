/// How wide a text is, in multiples of its font's size: an estimate that suits common sans-serif fonts.
///
/// A picture is laid out where no font is at hand, and looks the same everywhere.
func textWidth(_ text: String) -> Double {
  text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
}

private func width(of scalar: Unicode.Scalar) -> Double {
  switch scalar {
  case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", " ", "-": 0.33
  case "m", "w", "M", "W", "@", "%": 0.88
  case "A"..."Z": 0.7
  case "\u{21}"..."\u{7E}": 0.57
  default:
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: scalar.value >= 0x1100 ? 1 : 0.65
    }
  }
}

/// Breaks a text into lines no wider than `limit` (in multiples of the font's size), as far as that works.
///
/// Between words, or anywhere in scripts that are written without spaces; what doesn't fit into `count` lines is cut.
func wrapped(_ text: String, limit: Double, count: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for piece in pieces(of: text) {
    let isFirst = line.isEmpty
    if !isFirst, textWidth(line + piece) > limit, lines.count + 1 < count {
      lines.append(trimmed(line))
      line = piece == " " ? "" : piece
    } else if !(isFirst && piece == " ") {
      line += piece
    }
  }
  line = trimmed(line)
  if !line.isEmpty { lines.append(line) }
  return lines.map { shortened($0, limit: max(limit, 4)) }
}

/// A text cut to a width, with an ellipsis where something is missing.
func shortened(_ text: String, limit: Double) -> String {
  guard textWidth(text) > limit + 1.5 else { return text }
  var kept = ""
  for character in text {
    if textWidth(kept + String(character)) > limit - 0.6 { break }
    kept.append(character)
  }
  return trimmed(kept) + "…"
}

/// Words, spaces, and single characters of scripts without spaces.
private func pieces(of text: String) -> [String] {
  var pieces: [String] = []
  var word = ""
  for character in text {
    let isWide = character.unicodeScalars.allSatisfy { $0.value >= 0x2E80 }
    guard isWide || character == " " else {
      word.append(character)
      continue
    }
    if !word.isEmpty { pieces.append(word) }
    word = ""
    pieces.append(String(character))
  }
  if !word.isEmpty { pieces.append(word) }
  return pieces
}

private func trimmed(_ text: String) -> String {
  var text = text[...]
  while text.last == " " { text.removeLast() }
  return String(text.drop { $0 == " " })
}
