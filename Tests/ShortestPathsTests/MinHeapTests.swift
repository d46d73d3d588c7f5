import TestSupport
import Testing

@testable import ShortestPaths

@Suite struct MinHeapTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `entries come out by key, then by node`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed)
    var heap = MinHeap(capacity: 1)
    var model: [UInt64] = []
    for _ in 0..<400 {
      if model.isEmpty || Int.random(in: 0..<5, using: &generator) > 1 {
        let key = UInt32.random(in: 0...50, using: &generator)
        let node = Int.random(in: 0..<1 << 20, using: &generator)
        heap.push(node, key: key)
        model.append(UInt64(key) << 32 | UInt64(node))
        model.sort(by: >)
      } else {
        #expect(heap.smallestKey == UInt32(model[model.count - 1] >> 32))
        let (node, key) = heap.pop()
        #expect(UInt64(key) << 32 | UInt64(node) == model.removeLast())
      }
      #expect(heap.count == model.count)
    }
    heap.removeAll()
    #expect(heap.smallestKey == .max)
  }
}
