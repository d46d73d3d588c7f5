extension Duration {
  /// The same in whole milliseconds, to the nearest: what searches and files count in, and all that a journey has.
  ///
  /// What is too much for that, as in a journey that somebody made up, is the most that there is.
  package var wholeMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    let half: Int64 = attoseconds < 0 ? -500_000_000_000_000 : 500_000_000_000_000
    let (whole, isTooMuch) = seconds.multipliedReportingOverflow(by: 1000)
    let (sum, isOver) = whole.addingReportingOverflow((attoseconds + half) / 1_000_000_000_000_000)
    return isTooMuch || isOver ? (seconds < 0 ? .min : .max) : sum
  }
}
