/// What a space is, by the words of its class, function, usage, name and description.
///
/// The code lists of IndoorGML are open, so files say it in words of many languages.
enum SpaceKind: String {
  case elevator, escalator, stairs, ramp, door

  /// Words in scripts without spaces, the more telling first: an escalator is an "elevator with steps" in some.
  private static let parts: [(String, SpaceKind)] = [
    ("扶梯", .escalator), ("扶手电梯", .escalator), ("에스컬레이터", .escalator), ("エスカレ", .escalator),
    ("电梯", .elevator), ("電梯", .elevator), ("升降机", .elevator), ("엘리베이터", .elevator), ("승강기", .elevator),
    ("エレベ", .elevator), ("楼梯", .stairs), ("樓梯", .stairs), ("步梯", .stairs), ("계단", .stairs), ("階段", .stairs),
    ("坡道", .ramp), ("경사로", .ramp), ("出入口", .door), ("출입문", .door), ("大门", .door), ("大門", .door),
  ]

  private static let words: [String: SpaceKind] = [
    "escalator": .escalator, "escalators": .escalator, "rolltreppe": .escalator, "fahrtreppe": .escalator,
    "elevator": .elevator, "elevators": .elevator, "lift": .elevator, "lifts": .elevator, "aufzug": .elevator,
    "fahrstuhl": .elevator, "ascenseur": .elevator, "ascensor": .elevator, "elevatorshaft": .elevator,
    "stair": .stairs, "stairs": .stairs, "staircase": .stairs, "stairway": .stairs, "stairwell": .stairs,
    "steps": .stairs, "treppe": .stairs, "treppenhaus": .stairs, "treppenraum": .stairs, "escalier": .stairs,
    "escalera": .stairs, "scala": .stairs, "ramp": .ramp, "rampe": .ramp, "rampa": .ramp, "door": .door,
    "doors": .door, "doorway": .door, "tür": .door, "tuer": .door, "puerta": .door,
  ]

  /// The first of some texts that says a kind decides; nil where none does.
  static func of(_ texts: [String?]) -> SpaceKind? {
    for case let text? in texts {
      if let part = parts.first(where: { text.contains($0.0) }) { return part.1 }
      for word in tokens(text) {
        if let kind = words[word] { return kind }
      }
    }
    return nil
  }

  /// Runs of letters, also parted where `StairWell` has its second capital.
  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var current = ""
    var wasLower = false
    for character in text {
      if !character.isLetter || character.isUppercase && wasLower {
        tokens.append(current.lowercased())
        current = ""
      }
      if character.isLetter { current.append(character) }
      wasLower = character.isLowercase
    }
    tokens.append(current.lowercased())
    let whole = text.filter(\.isLetter).lowercased()
    return tokens.filter { !$0.isEmpty } + [whole]
  }
}
