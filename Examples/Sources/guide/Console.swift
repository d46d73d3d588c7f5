import Wardway

/// Nobody answers any more: the person typed `q`, or standard input has ended.
struct EndOfInput: Error {}

/// Asks and tells in the traveller's language.
struct Console {
  var language: Language

  func text(_ english: String, _ chinese: String) -> String {
    language == .simplifiedChinese ? chinese : english
  }

  func say(_ english: String, _ chinese: String) { print(text(english, chinese)) }

  /// Asks for a line without spaces at its ends.
  func ask(_ english: String, _ chinese: String) throws(EndOfInput) -> String {
    print(text(english, chinese), terminator: " ")
    return try Self.line()
  }

  /// Asks until the answer is the number of an option, from 1.
  func choose(_ options: [String]) throws(EndOfInput) -> Int {
    for (number, option) in options.enumerated() { print("  \(number + 1) \(option)") }
    while true {
      let answer = try ask("Number:", "请输入序号：")
      if let number = Int(answer), options.indices.contains(number - 1) { return number - 1 }
    }
  }

  static func line() throws(EndOfInput) -> String {
    guard let line = readLine() else { throw EndOfInput() }
    let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words == "q" { throw EndOfInput() }
    return words
  }
}
