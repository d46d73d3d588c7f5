/// What fits a text best, of all that is offered.
struct NameRanking<Item> {
  /// How well the best fit; as the worst do where there is none.
  private(set) var match = NameMatch.inside
  /// The best, in the order in which they were offered.
  private(set) var best: [Item] = []

  /// Whether something that fits so well would be among the best.
  func takes(_ match: NameMatch) -> Bool { match <= self.match }

  /// Offers items that all fit so well: they are kept where nothing fits better, and what fits worse goes.
  mutating func offer(_ items: some Collection<Item>, _ match: NameMatch) {
    guard !items.isEmpty, takes(match) else { return }
    if match < self.match {
      self.match = match
      best.removeAll()
    }
    best += items
  }
}
