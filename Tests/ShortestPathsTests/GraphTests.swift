import Columns
import ShortestPaths
import Testing

@Suite struct GraphTests {
  @Test func `sorting keeps the order of arcs with the same tail`() {
    let (graph, order) = Graph.sorting(nodeCount: 4, tails: [2, 0, 2, 0, 3], heads: [1, 3, 0, 0, 3])
    #expect(Array(graph.firstOut) == [0, 2, 2, 4, 5])
    #expect(Array(graph.head) == [3, 0, 1, 0, 3])
    #expect(order == [1, 3, 0, 2, 4])
    #expect(graph.tails() == [0, 0, 2, 2, 3])
    #expect((0..<5).map { graph.tail(of: $0) } == graph.tails())
    #expect(graph.arcs(from: 2) == 2..<4)
  }

  @Test(
    arguments: [
      ([], [], "firstOut is empty"),
      ([1, 1], [0], "firstOut starts at 1, not at 0"),
      ([0, 2, 1], [0], "firstOut falls at index 2"),
      ([0, 2], [0], "firstOut ends at 2, not at 1"),
      ([0, 1], [1], "arc 0 leads to node 1 of 1"),
    ] as [([UInt32], [UInt32], String)])
  func `columns that are no graph are refused`(firstOut: [UInt32], head: [UInt32], message: String) {
    #expect(throws: GraphError(message: message)) {
      try Graph(firstOut: Column(firstOut), head: Column(head))
    }
  }

  @Test func `adjustments add up, saturate and go away`() {
    var adjustments = ArcAdjustments(arcCount: 3)
    var isEmpty = adjustments.isEmpty
    #expect(isEmpty)
    adjustments.add(0, to: 0)
    isEmpty = adjustments.isEmpty
    #expect(isEmpty)
    adjustments.add(5, to: 2)
    adjustments.add(6, to: 2)
    adjustments.add(7, to: 1)
    adjustments.add(unreachable - 3, to: 1)
    #expect((adjustments[0], adjustments[1], adjustments[2]) == (0, unreachable, 11))
    adjustments.reset()
    isEmpty = adjustments.isEmpty
    #expect(isEmpty)
    #expect((adjustments[0], adjustments[1], adjustments[2]) == (0, 0, 0))
  }
}
