import ShortestPaths

/// Ends a request early: when somebody raises it, or at a moment.
public typealias Interruption = ShortestPaths.Interruption

extension Interruption? {
  /// How many of many small things are done before the next look.
  private static let chunk = 4096

  /// - Throws: `cancelled` or `deadlineExceeded` if the request is to end.
  func goOn() throws(PlanningError) {
    guard let interruption = self, interruption.isRaised else { return }
    throw interruption.isRequested
      ? PlanningError(.cancelled, "the request was cancelled")
      : PlanningError(.deadlineExceeded, "the answer took too long; allow more time, or ask for less")
  }

  /// Calls `body` with each number, as long as the request isn't to end.
  func forEach(_ numbers: Range<Int>, _ body: (Int) -> Void) throws(PlanningError) {
    for first in stride(from: numbers.lowerBound, to: numbers.upperBound, by: Self.chunk) {
      try goOn()
      for number in first..<Swift.min(first + Self.chunk, numbers.upperBound) { body(number) }
    }
  }

  /// Returns what `value` gives for each number, as long as the request isn't to end.
  func map<Value>(_ numbers: Range<Int>, _ value: (Int) -> Value) throws(PlanningError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(numbers.count)
    try forEach(numbers) { values.append(value($0)) }
    return values
  }
}
