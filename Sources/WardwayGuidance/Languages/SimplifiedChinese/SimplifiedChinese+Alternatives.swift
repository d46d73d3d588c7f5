import WardwayRouting

extension SimplifiedChinese {
  func reason(_ reason: Alternative.Reason, along name: String) -> String {
    let text = word(reason)
    return name.isEmpty || reason == .best ? text : "\(text)（经\(name)）"
  }

  private func word(_ reason: Alternative.Reason) -> String {
    switch reason {
    case .best: "推荐方案"
    case .lessWalking: "停车更近，步行更少"
    case .noStairs: "不走楼梯"
    case .noFee: "免费停车"
    case .noElevator: "不乘电梯"
    case .otherElevator: "乘另一部电梯"
    case .noFerry: "不乘渡轮"
    case .fewerTurns: "转弯更少，更好找"
    case .shorter: "路程更短"
    case .faster: "用时更少，但更费力"
    case .otherEntrance: "走另一个出入口"
    case .otherWay: "另一条路线"
    case .otherRoad: "走另一条道路"
    }
  }
}
