import Wardway

/// Turns what people type into a place of the map.
struct PlacePicker {
  let atlas: Atlas
  let console: Console

  /// Asks until the answer is a place: a name, an id, or latitude and longitude.
  func pick(_ english: String, _ chinese: String) throws -> Place {
    while true {
      let text = try console.ask(english, chinese)
      do throws(PlanningError) {
        let place = try Place(text)
        guard case .name = place else { return place }
      } catch {
        print(error.message)
        continue
      }
      if let place = try find(text) { return .feature(place.source) }
    }
  }

  /// The place that a name means, after a question if it may mean several.
  private func find(_ text: String) throws -> FoundPlace? {
    let found = try atlas.places(named: text, limit: 9)
    if found.match == .exact, found.places.count == 1 { return found.places[0] }
    guard !found.places.isEmpty else {
      console.say("No place is called that; try a part of its name.", "没有找到该地点，请输入名称的一部分。")
      return nil
    }
    console.say("Which one?", "请选择：")
    return found.places[try console.choose(found.places.map(describe))]
  }

  private func describe(_ place: FoundPlace) -> String {
    [place.name(in: console.language), place.levelName].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
