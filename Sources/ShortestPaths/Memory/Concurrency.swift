import Dispatch
import Synchronization

/// Runs jobs on several threads, the next job on whichever is free; returns when all are done.
///
/// Jobs may only share what none of them writes, or of which each writes a part of its own. A worker runs one job at
/// a time, so that what belongs to it needs no lock.
func concurrently(_ jobs: Int, threads: Int, _ body: @Sendable (_ job: Int, _ worker: Int) -> Void) {
  guard threads > 1 && jobs > 1 else {
    for job in 0..<jobs { body(job, 0) }
    return
  }
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, jobs)) { worker in
    while true {
      let job = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard job < jobs else { return }
      body(job, worker)
    }
  }
}
