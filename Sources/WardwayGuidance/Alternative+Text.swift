import WardwayRouting

extension Alternative.Reason {
  /// What speaks for a journey, in a few words.
  public func text(in language: Language) -> String { language.phrasebook.reason(self, along: "") }
}

extension Alternative {
  /// What speaks for it, in a few words, and along which way it leads where that tells it apart.
  public func text(in language: Language) -> String {
    language.phrasebook.reason(reason, along: journey.translations[language.primaryTag]?[name] ?? name)
  }
}
