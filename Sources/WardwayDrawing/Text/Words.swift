import Geodesy
import WardwayGuidance
import WardwayMap

/// What a picture says besides names, in the language of its reader.
@dynamicMemberLookup
struct Words {
  private let picture: PictureWords
  private let language: Language
  private let phrasebook: any Phrasebook
  /// Names of the map in the language, by the name on the signs.
  private var translations: [String: String] = [:]
  /// The same for features that go by another one.
  private var exceptions: [Translations.Feature: String] = [:]
  /// The name on the signs, by what it is in any language.
  private var onSigns: [String: String] = [:]

  init(_ language: Language) {
    self.language = language
    phrasebook = language.phrasebook
    picture = phrasebook.picture
  }

  /// Adds translations, to be shown in one of their languages; the first one of a name stands.
  mutating func add(_ other: Translations, _ shown: String) {
    translations.merge(other.texts[shown] ?? [:]) { first, _ in first }
    exceptions.merge(other.exceptions[shown] ?? [:]) { first, _ in first }
    for language in other.texts.keys.sorted() {
      for (name, text) in other.texts[language]!.sorted(by: { $0.key < $1.key }) where onSigns[text] == nil {
        onSigns[text] = name
      }
    }
  }

  /// What somebody called a place, in whatever language, as the reader calls it.
  func asked(_ name: String) -> String { self.name(onSigns[name] ?? name) }

  /// A name as it may be shown, in the language if the map knows it there.
  ///
  /// - Parameter source: The feature that has the name, as far as that is known.
  func name(_ name: String, of source: FeatureID = .none) -> String {
    guard let own = exceptions[Translations.Feature(source, name)] else {
      return cleanName(translations[name] ?? name)
    }
    return cleanName(own.isEmpty ? name : own)
  }

  /// A word of every picture.
  subscript(dynamicMember word: KeyPath<PictureWords, String>) -> String { picture[keyPath: word] }

  /// A floor without a posted name.
  func floor(_ level: Level) -> String { phrasebook.floor(level) }

  /// Where a change of floor leads.
  func move(up: Bool, to floor: String) -> String { "\(up ? "↑" : "↓") \(floor)" }

  /// Where a change of floor comes from.
  func arrival(from floor: String) -> String { phrasebook.arrival(from: floor) }

  /// What one changes floor by.
  func means(_ connector: Connector, name: String, of source: FeatureID) -> String {
    let word =
      switch connector {
      case .elevator: picture.elevator
      case .stairs: picture.stairs
      case .escalator: picture.escalator
      case .movingWalk: picture.movingWalk
      case .ramp: picture.ramp
      }
    return name.isEmpty ? word : self.name(name, of: source)
  }

  /// Duration and length of a journey, how and by whom.
  func summary(minutes: Int, metres: Double, byCar: Bool, profile: String) -> String {
    [
      phrasebook.minutes(minutes), language.length(metres), phrasebook.means(byCar: byCar),
      phrasebook.traveller(profile),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// A length for the scale bar.
  func scale(_ metres: Int) -> String { language.length(Double(metres)) }
}
