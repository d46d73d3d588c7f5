import Foundation

/// Clocks and memory of this process.
enum Meter {
  /// Seconds of processor time that all threads have used.
  static var cpuSeconds: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  /// Seconds on a clock that never jumps.
  static var wallSeconds: Double { seconds(CLOCK_MONOTONIC) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The most memory that the process has had at once.
  static var peakBytes: Int {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }

  /// Runs `body` and returns what it took.
  static func time<Result>(
    _ body: () throws -> Result
  ) rethrows -> (result: Result, cpu: Double, wall: Double) {
    let (cpu, wall) = (cpuSeconds, wallSeconds)
    let result = try body()
    return (result, cpuSeconds - cpu, wallSeconds - wall)
  }
}
