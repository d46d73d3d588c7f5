@testable import ShortestPaths

/// A race on purpose.
///
/// Two workers add to the same number, again and again, so that they are sure to meet. ThreadSanitizer has to report
/// it, or it sees nothing.
@main
enum Race {
  static func main() {
    for _ in 0..<20 {
      let sum = Slab(repeating: 0, count: 1)
      concurrently(200_000, threads: 2) { _, _ in sum[0] = sum[0] &+ 1 }
      print("added up to \(sum[0])")
    }
  }
}
