import WardwayRouting

extension Notice {
  /// What to tell the traveller.
  public func text(in language: Language) -> String { language.phrasebook.warn(code, count: max(count, 1)) }
}
