import WardwayMap
import WardwayRouting

extension PlanningError {
  /// What is wrong and the way out, with the places that a name may mean as they are called in a language.
  ///
  /// Other reasons than a name that isn't one place are in English so far.
  public func text(in language: Language) -> String {
    guard let choice, language == .simplifiedChinese || !choice.places.isEmpty else { return message }
    let isChinese = language == .simplifiedChinese
    let asked = cleanName(choice.text)
    if choice.places.isEmpty { return "地图上没有叫“\(asked)”的地点；可用 wardway places 列出所有地点。" }
    let names = choice.places.map { $0.described(in: language) }
    guard choice.count > 1 else {
      return isChinese
        ? "没有地点就叫“\(asked)”；您要找的可能是\(names[0])。请写出全名或编号。"
        : "no place is called just '\(asked)'; it may be \(names[0]). Ask for it by its whole name or its id"
    }
    let rest = choice.count - names.count
    if isChinese {
      let more = rest > 0 ? "，还有 \(rest) 处" : ""
      return "“\(asked)”可能是 \(choice.count) 个地点之一：\(names.joined(separator: "；"))\(more)。请用编号指定。"
    }
    let more = rest > 0 ? " and \(rest) more" : ""
    return "'\(asked)' may be one of \(choice.count) places: \(names.joined(separator: "; "))\(more). "
      + "Ask for one by its id"
  }
}

extension FoundPlace {
  /// Its name, its floor and its id.
  fileprivate func described(in language: Language) -> String {
    let isChinese = language == .simplifiedChinese
    let posted = cleanName(levelName)
    let floor = posted.isEmpty ? level.map { isChinese ? "\($0)层" : "level \($0)" } : posted
    let facts = [source.description] + (floor.map { [$0] } ?? [])
    return isChinese
      ? "\(name(in: language))（\(facts.joined(separator: "，"))）"
      : "\(name(in: language)) (\(facts.joined(separator: ", ")))"
  }
}
