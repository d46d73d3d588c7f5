import WardwayRouting

/// An instruction in the words of a language.
///
/// What the instruction knows can be asked of the step: `step.maneuver`, `step.leg`, `step.distance`.
@dynamicMemberLookup
public struct Step: Codable, Hashable, Sendable {
  /// What it says.
  public let instruction: Instruction
  /// The language that it is in.
  public let language: Language
  /// What to tell the traveller: one sentence, without a full stop.
  public let text: String
  /// The name of what one follows, rides, passes or arrives at, in the language if the map knows it there, or "".
  public let name: String
  /// Whether ``text`` says its length, so that it needn't stand beside it.
  public let saysDistance: Bool

  /// Puts an instruction in words.
  public init(_ instruction: Instruction, in language: Language) {
    self.init(instruction, in: language, by: language.phrasebook, language.primaryTag)
  }

  /// Puts one of many instructions in words.
  ///
  /// - Parameter tag: The language's primary tag.
  init(_ instruction: Instruction, in language: Language, by phrasebook: any Phrasebook, _ tag: String) {
    self.instruction = instruction
    self.language = language
    let known = instruction.translations.isEmpty ? nil : instruction.translations[tag]
    name = known?[instruction.name] ?? instruction.name
    text = instruction.text(by: phrasebook, known)
    let length = phrasebook.length(instruction.distance)
    saysDistance = !length.isEmpty && text.holds(length)
  }

  /// What the instruction knows.
  public subscript<Value>(dynamicMember path: KeyPath<Instruction, Value>) -> Value {
    instruction[keyPath: path]
  }
}

extension String {
  /// Whether it has a part, byte for byte.
  fileprivate func holds(_ part: String) -> Bool {
    let (text, part) = (Array(utf8), Array(part.utf8))
    guard let first = part.first, text.count >= part.count else { return part.isEmpty }
    return (0...text.count - part.count).contains { start in
      text[start] == first && text[start..<start + part.count].elementsEqual(part)
    }
  }
}
