import WardwayRouting

extension Journey {
  /// Duration, in whole minutes, and length, from place to place: "7 min, 480 m".
  public func summary(in language: Language) -> String {
    let minutes = Int((min(wholeDuration, 1e9) / 60).rounded(.up))
    return language.phrasebook.summary(
      minutes: minutes, length: language.length(snapFrom + distance + snapTo))
  }
}
