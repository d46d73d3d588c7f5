import WardwayRouting

extension PlanningError {
  /// What is wrong and the way out, with the places that a name may mean as they are called in a language.
  ///
  /// What concerns the writers of requests and of maps more than travellers is in English in every language.
  public func text(in language: Language) -> String { language.phrasebook.refuse(self) }
}
