import Dispatch
import Synchronization

/// Returns what jobs come to, in their order, as many of them at a time as there are cores.
func concurrentMap<Product: Sendable>(_ count: Int, _ job: @Sendable (Int) -> Product) -> [Product] {
  if count < 2 { return (0..<count).map(job) }
  let done = Mutex<[Int: Product]>([:])
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let product = job(index)
    done.withLock { $0[index] = product }
  }
  return done.withLock { products in (0..<count).map { products[$0]! } }
}
