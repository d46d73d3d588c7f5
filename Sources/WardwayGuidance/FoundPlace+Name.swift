import WardwayMap

extension FoundPlace {
  /// Its name in a language if the map knows it there, else as on the signs; safe to show.
  public func name(in language: Language) -> String {
    language.phrasebook.name(of: self)
  }
}
