import WardwayRouting

extension Duration {
  /// In whole minutes, as people say how long something takes: what has begun counts.
  package var minutesRoundedUp: Int {
    Int(wholeMilliseconds / 60_000 + (wholeMilliseconds % 60_000 > 0 ? 1 : 0))
  }
}

extension Journey {
  /// Duration, in whole minutes, and length, from place to place: "7 min, 480 m".
  public func summary(in language: Language) -> String {
    language.phrasebook.summary(
      minutes: wholeDuration.minutesRoundedUp, length: language.length(snapFrom + distance + snapTo))
  }
}
