/// Takes a name apart into words without case, accents and punctuation.
struct NameFolder {
  /// What a character is to its neighbours: words end where this changes.
  private enum Script { case letter, digit, unspaced }

  private let spellsOut: Bool
  private var words: [String] = []
  private var word = String.UnicodeScalarView()
  private var script = Script.letter
  /// Whether the word before was in a script without spaces, and only spaces or signs followed.
  private var mayGoOn = false

  private init(spellsOut: Bool) { self.spellsOut = spellsOut }

  /// Returns the words of a name.
  ///
  /// - Parameter spellsOut: Whether "ü" becomes "ue", not "u".
  /// - Complexity: O(length).
  static func words(of name: some StringProtocol, spellingOut spellsOut: Bool) -> [String] {
    var folder = NameFolder(spellsOut: spellsOut)
    for scalar in name.unicodeScalars { folder.add(scalar) }
    folder.endWord()
    if folder.words.isEmpty { return signs(of: name) }
    return folder.words
  }

  /// The words of a name without letters and digits, such as "+++".
  private static func signs(of name: some StringProtocol) -> [String] {
    let shown = String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.properties.isControl }))
    return shown.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { return addASCII(scalar) }
    var scalar = scalar
    if 0xFF01...0xFF5E ~= scalar.value {
      // Full width.
      scalar = Unicode.Scalar(scalar.value - 0xFEE0)!
      return addASCII(scalar)
    }
    // The Chinese and Japanese characters that names are made of.
    if 0x4E00...0x9FFF ~= scalar.value { return append(scalar, .unspaced) }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark:
      if scalar.value == 0x308, spellsOut, let last = word.last, "aou".unicodeScalars.contains(last) {
        word.append("e")
      }
      // Accents of European scripts go; those of others are letters in all but name.
      if !(0x300...0x36F ~= scalar.value), !word.isEmpty { word.append(scalar) }
    case .spacingMark, .enclosingMark: if !word.isEmpty { word.append(scalar) }
    case .format: break
    case .decimalNumber, .otherNumber, .letterNumber:
      guard let value = properties.numericValue, value == value.rounded(), 0..<1000 ~= value else {
        return append(scalar, .letter)
      }
      for digit in String(Int(value)).unicodeScalars { append(digit, .digit) }
    case .otherLetter: append(scalar, Self.isUnspaced(scalar) ? .unspaced : .letter, foldedOr: scalar)
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter:
      if scalar.value == 0x2BC { return }
      for lower in properties.lowercaseMapping.unicodeScalars where !(0x300...0x36F ~= lower.value) {
        append(lower, .letter, foldedOr: lower)
      }
    case .otherSymbol:
      if scalar == "№" {
        endWord()
        for letter in "no".unicodeScalars { append(letter, .letter) }
        return endWord()
      }
      append(scalar, .letter)
    default:
      if scalar != "\u{2019}", scalar != "\u{2018}", scalar != "\u{B4}" { endWord() }
    }
  }

  private mutating func addASCII(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A: append(scalar, .letter)
    case 0x41...0x5A: append(Unicode.Scalar(scalar.value + 32)!, .letter)
    case 0x30...0x39: append(scalar, .digit)
    case 0x27, 0x60: break
    default: endWord()
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ script: Script, foldedOr letter: Unicode.Scalar) {
    if spellsOut, let long = LetterTable.spelledOut[letter] {
      for scalar in long.unicodeScalars { append(scalar, .letter) }
    } else if let short = LetterTable.plain[letter] {
      for scalar in short.unicodeScalars { append(scalar, .letter) }
    } else {
      append(scalar, script)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ script: Script) {
    if !word.isEmpty, script != self.script { endWord(joining: false) }
    // Spaces between Chinese characters are for the eye.
    if word.isEmpty, mayGoOn, script == .unspaced, let last = words.popLast() { word = last.unicodeScalars }
    self.script = script
    word.append(scalar)
  }

  private mutating func endWord(joining: Bool = true) {
    guard !word.isEmpty else { return }
    words.append(String(word))
    word = String.UnicodeScalarView()
    mayGoOn = joining && script == .unspaced
  }

  /// Whether a letter is of a script whose words stand without spaces.
  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    // Thai, Lao, Burmese, Khmer.
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: true
    default: false
    }
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isControl: Bool { generalCategory == .control || generalCategory == .format }
}

/// Letters with accents, in lower case, and what is compared in their place.
private enum LetterTable {
  /// By what stands for them.
  private static let groups: [(String, String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặª"), ("ae", "æǣǽ"), ("b", "ƀḃḅḇ"), ("c", "çćĉċčḉ"),
    ("d", "ďđðḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"), ("f", "ḟ"), ("g", "ĝğġģǧǵḡ"), ("h", "ĥħḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"), ("ij", "ĳ"), ("j", "ĵǰ"), ("k", "ķǩḱḳḵ"), ("l", "ĺļľŀłḷḹḻḽ"), ("m", "ḿṁṃ"),
    ("n", "ñńņňŉǹṅṇṉṋ"), ("o", "òóôõöøōŏőǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộơớờởỡợº"), ("oe", "œ"), ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšșṡṣṥṧṩſ"), ("ss", "ßẞ"), ("t", "ţťŧțṫṭṯṱẗ"), ("th", "þ"),
    ("u", "ùúûüũūŭůűųǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữựư"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"), ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"), ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ίϊΐ"), ("ο", "ό"), ("υ", "ύϋΰ"), ("ω", "ώ"),
    ("σ", "ς"), ("е", "ёѐ"), ("и", "йѝ"), ("і", "ї"), ("у", "ў"), ("г", "ѓ"), ("к", "ќ"),
  ]

  static let plain: [Unicode.Scalar: String] = Dictionary(
    groups.flatMap { plain, letters in letters.unicodeScalars.map { ($0, plain) } }
  ) { first, _ in first }

  static let spelledOut: [Unicode.Scalar: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"]
}
