import WardwayMap
import WardwayRouting

extension PlanningError {
  /// What is wrong and the way out, with the places that a name may mean as they are called in a language.
  ///
  /// What concerns the writers of requests and of maps more than travellers is in English in every language.
  public func text(in language: Language) -> String {
    let isChinese = language == .simplifiedChinese
    guard let choice, isChinese || !choice.places.isEmpty else { return isChinese ? chinese : message }
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

extension PlanningError {
  /// The reason in Chinese, with the features that the message names.
  private var chinese: String {
    switch (code, reason) {
    case (_, .startsInside?): "起点在楼内，不知道您的车停在哪里。请说明停车的位置（car_at），或选择有人来接（pick_up）。"
    case (_, .noHandoff?): "地图上没有可以到达并从那里步行前往的停车场或下车处。请改为步行。"
    case (.noRoute, _): "地图上这两个地点之间没有可走的路。请另选地点。"
    case (.noStepFreeRoute, _): "没有适合您的无障碍路线：途中有台阶、陡坡、过窄的门或轮椅不能通行的地方\(features)。"
    case (.closedNow, _): "唯一的路目前关闭，不能通行\(features)。"
    case (.noEdgeNearby, _): "这个地点附近没有您可以走的路。请另选地点。"
    case (.unknownPlace, _): "地图上没有这个地点。可用 wardway places 列出所有地点。"
    case (.ambiguousPlace, _): "这个名称可能指多个地点，请用编号指定\(features)。"
    default: message
    }
  }

  /// The features that the message names, in brackets, or "".
  private var features: String {
    let words = message.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "/")) }
    let sources = words.filter { $0.contains("/") }.compactMap { FeatureID(String($0)) }
    return sources.isEmpty ? "" : "（" + sources.map(\.description).joined(separator: "、") + "）"
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
