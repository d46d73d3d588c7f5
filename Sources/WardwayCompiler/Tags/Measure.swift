/// Numbers with units, as mappers write them.
enum Measure {
  /// A length in metres: `1.2`, `1.2 m`, `90 cm`, `3'`, `3'6"`, `36"`; nil if it is none or absurd.
  static func metres(_ text: String?) -> Double? {
    guard let text else { return nil }
    let plain = text.replacing(",", with: ".").replacing(" ", with: "")
    var value: Double?
    if plain.hasSuffix("cm") {
      value = Double(plain.dropLast(2)).map { $0 / 100 }
    } else if plain.hasSuffix("mm") {
      value = Double(plain.dropLast(2)).map { $0 / 1000 }
    } else if plain.contains("'") || plain.contains("\"") {
      let parts = plain.split(separator: "'", omittingEmptySubsequences: false)
      let feet = parts.count == 2 ? Double(parts[0]) ?? 0 : 0
      let inches = Double(parts.last?.filter { $0 != "\"" } ?? "") ?? 0
      value = (feet * 12 + inches) * 0.0254
    } else {
      value = Double(plain.hasSuffix("m") ? plain.dropLast() : plain[...])
    }
    guard let value, value.isFinite, value > 0, value < 1_000_000 else { return nil }
    return value
  }

  /// A weight in kilograms: `1.35` (tonnes), `0.63 t`, `630 kg`, `1400 lbs`, `0.7 st`; nil if it is none, or more
  /// than 50 t: somebody forgot the unit.
  static func kilograms(_ text: String?) -> Double? {
    guard let text else { return nil }
    let plain = text.replacing(",", with: ".").replacing(" ", with: "").lowercased()
    let number = plain.prefix { $0.isNumber || $0 == "." }
    let units = ["": 1000, "t": 1000, "kg": 1, "lbs": 0.453_592_37, "lb": 0.453_592_37, "st": 907.184_74]
    guard let unit = units[String(plain.dropFirst(number.count))], let value = Double(number),
      value.isFinite, value > 0, value * unit <= 50_000
    else { return nil }
    return value * unit
  }

  /// A number of persons, at least one; nil if it is none or absurd.
  static func count(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { 1...1000 ~= $0 ? $0 : nil }
  }

  /// A slope as a fraction of the length: `8%`, `-8 %`, `5°`, `1:12`; nil for `up`, `down` and nonsense.
  static func incline(_ text: String?) -> Double? {
    guard let text else { return nil }
    let plain = text.replacing(",", with: ".").replacing(" ", with: "")
    var value: Double?
    if plain.hasSuffix("%") {
      value = Double(plain.dropLast()).map { $0 / 100 }
    } else if plain.hasSuffix("°") {
      value = Double(plain.dropLast()).map { $0 * 3.14159265358979 / 180 }
    } else if let colon = plain.firstIndex(of: ":") {
      if let rise = Double(plain[..<colon]), let run = Double(plain[plain.index(after: colon)...]), run > 0 {
        value = rise / run
      }
    }
    guard let value, value.isFinite, abs(value) <= 1 else { return nil }
    return value
  }

  /// A duration in seconds: `15` (minutes), `00:15`, `01:30:00`, `PT20M`, `PT1H30M`; nil if it is none.
  static func seconds(_ text: String?) -> Double? {
    guard let text, !text.isEmpty else { return nil }
    var value: Double?
    if text.hasPrefix("PT") {
      var total = 0.0
      var digits = ""
      for character in text.dropFirst(2) {
        if character.isNumber || character == "." {
          digits.append(character)
          continue
        }
        guard let number = Double(digits) else { return nil }
        switch character {
        case "H": total += number * 3600
        case "M": total += number * 60
        case "S": total += number
        default: return nil
        }
        digits = ""
      }
      value = digits.isEmpty ? total : nil
    } else {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
      guard parts.allSatisfy({ $0 != nil && $0! >= 0 }) else { return nil }
      switch parts.count {
      case 1: value = parts[0]! * 60
      case 2: value = parts[0]! * 3600 + parts[1]! * 60
      case 3: value = parts[0]! * 3600 + parts[1]! * 60 + parts[2]!
      default: value = nil
      }
    }
    guard let value, value.isFinite, value > 0, value < 7 * 86400 else { return nil }
    return value
  }
}
