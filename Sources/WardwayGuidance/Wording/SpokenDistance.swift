/// A distance as people say it: 5, 10, 40, 120 metres, 1.2 kilometres.
enum SpokenDistance: Hashable {
  case metres(Int)
  case kilometres(String)

  /// Nil if the way is too short to be worth a word.
  init?(_ metres: Double) {
    guard metres >= 7.5 else { return nil }
    guard metres < 995 else {
      let tenths = Int((min(metres, 1e8) / 100).rounded())
      let (whole, rest) = tenths.quotientAndRemainder(dividingBy: 10)
      self = .kilometres(rest == 0 || whole >= 100 ? "\(whole)" : "\(whole).\(rest)")
      return
    }
    self = .metres(Int((metres / 10).rounded()) * 10)
  }

  /// To the metre where the way is short; nil if it is no way.
  init?(exactly metres: Double) {
    if metres < 2 { return nil }
    if metres >= 95 {
      self.init(metres)
    } else {
      self = .metres(Int(metres.rounded()))
    }
  }
}
