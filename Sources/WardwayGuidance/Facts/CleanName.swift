/// A name as it may be shown: on one line, without characters that steer the display, not overlong.
///
/// Names come from maps that anyone can edit. Control and format characters are removed, bidirectional
/// overrides among them, except for the joiners that scripts need; white space becomes single spaces; at
/// most `limit` Unicode scalars are kept, whole characters only.
package func cleanName(_ name: String, limit: Int = 120) -> String {
  if isPlain(name, limit) { return name }
  var count = 0
  var result = String.UnicodeScalarView()
  var pendingSpace = false
  for scalar in name.unicodeScalars {
    if scalar.properties.isWhitespace {
      pendingSpace = !result.isEmpty
    } else if isShown(scalar) {
      if pendingSpace {
        result.append(" ")
        count += 1
      }
      pendingSpace = false
      result.append(scalar)
      count += 1
      if count > limit { return cut(result) }
    }
  }
  return String(result)
}

/// Whether a name is clean at a glance: printable ASCII, Latin letters with marks and Chinese characters, with single
/// spaces between.
private func isPlain(_ name: String, _ limit: Int) -> Bool {
  var count = 0
  var last: UInt32 = 0x20
  for scalar in name.unicodeScalars {
    switch scalar.value {
    case 0x20: if last == 0x20 { return false }
    case 0x21...0x7E, 0xC0...0x24F, 0x4E00...0x9FA5: break
    default: return false
    }
    last = scalar.value
    count += 1
  }
  return count <= limit && (count == 0 || last != 0x20)
}

private func isShown(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .surrogate, .lineSeparator, .paragraphSeparator: false
  case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
  default: true
  }
}

/// Cuts what is one scalar too long, together with the character that the scalar belongs to.
private func cut(_ scalars: String.UnicodeScalarView) -> String {
  let kept = String(String.UnicodeScalarView(scalars.dropLast()))
  let whole = String(String(scalars).dropLast())
  return whole.isEmpty ? kept : whole
}
