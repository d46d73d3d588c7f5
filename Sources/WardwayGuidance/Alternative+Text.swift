import WardwayRouting

extension Alternative.Reason {
  /// What speaks for a journey, in a few words.
  public func text(in language: Language) -> String {
    let isChinese = language == .simplifiedChinese
    return switch self {
    case .best: isChinese ? "推荐方案" : "Best on the whole"
    case .lessWalking: isChinese ? "停车更近，步行更少" : "Parking nearer, less walking"
    case .noStairs: isChinese ? "不走楼梯" : "Without stairs"
    case .noFee: isChinese ? "免费停车" : "Parking without a fee"
    case .noElevator: isChinese ? "不乘电梯" : "Without an elevator"
    case .otherElevator: isChinese ? "乘另一部电梯" : "By another elevator"
    case .noFerry: isChinese ? "不乘渡轮" : "Without the ferry"
    case .fewerTurns: isChinese ? "转弯更少，更好找" : "Simpler, with fewer turns"
    case .shorter: isChinese ? "路程更短" : "A shorter way"
    case .faster: isChinese ? "用时更少，但更费力" : "Sooner there, with more effort"
    case .otherEntrance: isChinese ? "走另一个出入口" : "Through another entrance"
    case .otherWay: isChinese ? "另一条路线" : "Another way"
    case .otherRoad: isChinese ? "走另一条道路" : "By other roads"
    }
  }
}

extension Alternative {
  /// What speaks for it, in a few words, and along which way it leads where that tells it apart.
  public func text(in language: Language) -> String {
    let reason = reason.text(in: language)
    let name = journey.translations[language.primaryTag]?[name] ?? name
    guard !name.isEmpty, self.reason != .best else { return reason }
    return language == .simplifiedChinese ? "\(reason)（经\(name)）" : "\(reason) (along \(name))"
  }
}
