import WardwayMap
import WardwayRouting

extension English {
  func refuse(_ error: PlanningError) -> String {
    guard let choice = error.choice, !choice.places.isEmpty else { return error.message }
    let asked = cleanName(choice.text)
    let names = choice.places.map(word)
    guard choice.count > 1 else {
      return
        "no place is called just '\(asked)'; it may be \(names[0]). Ask for it by its whole name or its id"
    }
    let rest = choice.count - names.count
    let more = rest > 0 ? " and \(rest) more" : ""
    return "'\(asked)' may be one of \(choice.count) places: \(names.joined(separator: "; "))\(more). "
      + "Ask for one by its id"
  }

  /// A place's name, its floor and its id.
  private func word(_ place: FoundPlace) -> String {
    let posted = cleanName(place.levelName)
    let floor = posted.isEmpty ? place.level.map { "level \($0)" } : posted
    let facts = [place.source.description] + (floor.map { [$0] } ?? [])
    return "\(name(of: place)) (\(facts.joined(separator: ", ")))"
  }
}
