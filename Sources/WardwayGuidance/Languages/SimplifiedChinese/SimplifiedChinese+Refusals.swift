import WardwayMap
import WardwayRouting

extension SimplifiedChinese {
  func refuse(_ error: PlanningError) -> String {
    guard let choice = error.choice else { return reason(error) }
    let asked = cleanName(choice.text)
    if choice.places.isEmpty { return "地图上没有叫“\(asked)”的地点；可用 wardway places 列出所有地点。" }
    let names = choice.places.map(word)
    guard choice.count > 1 else { return "没有地点就叫“\(asked)”；您要找的可能是\(names[0])。请写出全名或编号。" }
    let rest = choice.count - names.count
    let more = rest > 0 ? "，还有 \(rest) 处" : ""
    return "“\(asked)”可能是 \(choice.count) 个地点之一：\(names.joined(separator: "；"))\(more)。请用编号指定。"
  }

  private func reason(_ error: PlanningError) -> String {
    switch (error.code, error.reason) {
    case (_, .startsInside?): "起点在楼内，不知道您的车停在哪里。请说明停车的位置（car_at），或选择有人来接（pick_up）。"
    case (_, .noHandoff?): "地图上没有可以到达并从那里步行前往的停车场或下车处。请改为步行。"
    case (_, .carTooHigh?): "您的车超过了所有可用停车场或下车处的限高。请换较矮的车，或选择其他方式前往。"
    case (.noRoute, _): "地图上这两个地点之间没有可走的路。请另选地点。"
    case (.noStepFreeRoute, _): "没有适合您的无障碍路线：途中有台阶、陡坡、过窄的门或轮椅不能通行的地方\(features(error))。"
    case (.closedNow, _): "唯一的路目前关闭，不能通行\(features(error))。"
    case (.noEdgeNearby, _): "这个地点附近没有您可以走的路。请另选地点。"
    case (.unknownPlace, _): "地图上没有这个地点。可用 wardway places 列出所有地点。"
    case (.ambiguousPlace, _): "这个名称可能指多个地点，请用编号指定\(features(error))。"
    case (.cancelled, _): "查询已取消。"
    case (.deadlineExceeded, _): "未能在规定时间内算出路线。请重试，或放宽时限。"
    default: error.message
    }
  }

  /// The features that a message names, in brackets, or "".
  private func features(_ error: PlanningError) -> String {
    let features = error.features
    return features.isEmpty ? "" : "（" + features.map(\.description).joined(separator: "、") + "）"
  }

  /// A place's name, its floor and its id.
  private func word(_ place: FoundPlace) -> String {
    let posted = cleanName(place.levelName)
    let floor = posted.isEmpty ? place.level.map { "\($0)层" } : posted
    let facts = [place.source.description] + (floor.map { [$0] } ?? [])
    return "\(name(of: place))（\(facts.joined(separator: "，"))）"
  }
}
