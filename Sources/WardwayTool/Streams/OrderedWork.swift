import Foundation

/// Has jobs done by several threads and hands on what they come to in the order of the jobs, each as soon as that is
/// possible.
///
/// So many jobs are under way at a time that no thread waits for another, and no more: memory stays what it is however
/// many jobs there are.
final class OrderedWork<Job: Sendable, Result: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  // All of this is read and written while `condition` is locked.
  private var waiting: [(number: Int, job: Job)] = []
  private var done: [Int: Result] = [:]
  private var jobCount = 0
  private var handedOn = 0
  private var threadCount = 0
  private var isOver = false
  private var isHandingOn = false

  private let threads: Int
  private let makeWorker: @Sendable () -> (Job) -> Result
  private let handOn: @Sendable (Result) -> Void

  /// How many jobs may be under way for each thread.
  private static var jobsForEach: Int { 8 }

  /// - Parameters:
  ///   - threads: The most threads. Another one is started only when a job would have to wait.
  ///   - worker: Makes what does the jobs of one thread, on that thread.
  ///   - handOn: Gets the results, one at a time.
  init(
    threads: Int, worker: @escaping @Sendable () -> (Job) -> Result,
    handOn: @escaping @Sendable (Result) -> Void
  ) {
    self.threads = threads
    makeWorker = worker
    self.handOn = handOn
  }

  /// Adds a job, as soon as there is room for one more.
  func add(_ job: Job) {
    condition.lock()
    while jobCount - handedOn >= threads * Self.jobsForEach { condition.wait() }
    waiting.append((jobCount, job))
    jobCount += 1
    if threadCount < threads, jobCount - handedOn > threadCount {
      threadCount += 1
      let thread = Thread { self.work() }
      thread.stackSize = 8 << 20
      thread.start()
    }
    condition.broadcast()
    condition.unlock()
  }

  /// Waits until all jobs are done and handed on.
  func finish() {
    condition.lock()
    isOver = true
    condition.broadcast()
    while threadCount > 0 { condition.wait() }
    condition.unlock()
  }

  private func work() {
    let worker = makeWorker()
    condition.lock()
    while true {
      while waiting.isEmpty, !isOver { condition.wait() }
      guard !waiting.isEmpty else { break }
      let (number, job) = waiting.removeFirst()
      condition.unlock()
      let result = worker(job)
      condition.lock()
      done[number] = result
      handOnWhatIsNext()
    }
    threadCount -= 1
    condition.broadcast()
    condition.unlock()
  }

  /// Hands on results as long as the next one is there; one thread does so at a time.
  private func handOnWhatIsNext() {
    guard !isHandingOn else { return }
    isHandingOn = true
    while let result = done.removeValue(forKey: handedOn) {
      condition.unlock()
      handOn(result)
      condition.lock()
      handedOn += 1
      condition.broadcast()
    }
    isHandingOn = false
  }
}
