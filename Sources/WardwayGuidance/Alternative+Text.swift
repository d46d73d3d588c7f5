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
    }
  }
}
