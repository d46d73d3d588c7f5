import Foundation

/// Times of one kind, in milliseconds.
struct Timings {
  private(set) var values: [Double] = []

  /// Runs `body` and adds the processor time that it took.
  mutating func time<Result>(_ body: () throws -> Result) rethrows -> Result {
    let start = Self.now(CLOCK_THREAD_CPUTIME_ID)
    let result = try body()
    values.append(Self.now(CLOCK_THREAD_CPUTIME_ID) - start)
    return result
  }

  /// Adds a time.
  mutating func add(_ milliseconds: Double) { values.append(milliseconds) }

  /// Median, 99th percentile and the longest.
  var text: String {
    guard !values.isEmpty else { return "nothing to time" }
    let sorted = values.sorted()
    let p99 = sorted[min(sorted.count * 99 / 100, sorted.count - 1)]
    return
      "p50 \(Self.text(sorted[sorted.count / 2])), p99 \(Self.text(p99)), most \(Self.text(sorted.last!))"
  }

  /// A time, to be read: in microseconds below a tenth of a millisecond.
  static func text(_ milliseconds: Double) -> String {
    milliseconds < 0.1
      ? String(format: "%.1f µs", milliseconds * 1000) : String(format: "%.3f ms", milliseconds)
  }

  /// Runs `body` and returns what it took on the wall's clock, in milliseconds.
  static func wall(_ body: () throws -> Void) rethrows -> Double {
    let start = now(CLOCK_MONOTONIC)
    try body()
    return now(CLOCK_MONOTONIC) - start
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
