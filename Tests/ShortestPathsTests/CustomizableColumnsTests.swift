import Columns
import ShortestPaths
import TestSupport
import Testing

@Suite struct CustomizableColumnsTests {
  /// A hierarchy's columns, open to damage.
  private struct Draft: ColumnsDraft {
    var positions: [UInt32]
    var firstArc: [UInt32]
    var heads: [UInt32]

    init(_ columns: CustomizableColumns) {
      positions = Array(columns.positions)
      firstArc = Array(columns.firstArc)
      heads = Array(columns.heads)
    }

    var columns: CustomizableColumns {
      CustomizableColumns(
        positions: Column(positions), firstArc: Column(firstArc), heads: Column(heads))
    }
  }

  private func message(_ damage: (inout Draft) -> Void) -> String? {
    var draft = Draft(
      CustomizableHierarchy.build(graph: TestGraph.ring.graph, order: [0, 1, 2, 3, 4]).columns)
    damage(&draft)
    do {
      _ = try CustomizableHierarchy(columns: draft.columns, graph: TestGraph.ring.graph)
      return nil
    } catch { return error.message }
  }

  @Test func `sound columns are taken`() {
    #expect(message { _ in } == nil)
    let columns = CustomizableHierarchy.build(graph: TestGraph.ring.graph, order: [0, 1, 2, 3, 4]).columns
    #expect(Array(columns.positions) == [4, 3, 2, 1, 0])
    #expect(Array(columns.firstArc) == [0, 0, 1, 3, 5, 7])
    #expect(Array(columns.heads) == [0, 0, 1, 0, 2, 0, 3])
  }

  @Test func `damaged columns are refused by name`() {
    expectPositionsAndFirstArcChecked(message)
    #expect(message { $0.heads[0] = 4 }?.hasPrefix("heads: arc 0") == true)
    #expect(message { $0.heads[2] = 0 }?.hasPrefix("heads: arc 2 of position 2") == true)
    #expect(message { $0.heads.removeLast() }?.hasPrefix("firstArc ends at") == true)
    #expect(message { $0.positions.swapAt(0, 2) } == "heads: an arc of the graph is missing")
    // Without 1 → 0, nothing joins what 2 leads to.
    #expect(
      message {
        $0.heads.removeFirst()
        for node in 2...5 { $0.firstArc[node] -= 1 }
      } == "heads: arc 0 has no arc above it, from 1 to 0")
  }

  @Test func `positions that jump between parts are refused`() throws {
    // Two pairs of neighbours, one's upper end, the other's, one's lower end, the other's.
    let pairs = TestGraph(nodeCount: 4, arcs: [(0, 2, 1), (1, 3, 1)])
    let columns = CustomizableColumns(
      positions: Column([0, 1, 2, 3]), firstArc: Column([0, 0, 0, 1, 2]), heads: Column([0, 1]))
    #expect(throws: GraphError(message: "positions: 2 is apart from what is below 0")) {
      try CustomizableHierarchy(columns: columns, graph: pairs.graph)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `whatever a file holds, it is refused or right`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xF0C2)
    let test = TestGraph.grid(width: 4, height: 4, using: &generator)
    let order = NestedDissection().order(of: test.graph)
    let sound = Draft(CustomizableHierarchy.build(graph: test.graph, order: order).columns)
    for _ in 0..<100 {
      var draft = sound
      for _ in 0..<Int.random(in: 1...3, using: &generator) { damage(&draft, using: &generator) }
      guard let hierarchy = try? CustomizableHierarchy(columns: draft.columns, graph: test.graph) else {
        continue
      }
      let metric = CustomizedMetric(hierarchy, weights: test.weights)
      #expect(metric.fault(of: test, pairs: 10, using: &generator) == nil)
    }
  }

  private func damage(_ draft: inout Draft, using generator: inout SeededNumbers) {
    guard !draft.heads.isEmpty else { return }
    let arc = Int.random(in: draft.heads.indices, using: &generator)
    let node = Int.random(in: 0..<16, using: &generator)
    switch Int.random(in: 0...5, using: &generator) {
    case 0: draft.positions.swapAt(node, Int.random(in: 0..<16, using: &generator))
    case 1: draft.positions[node] = generator.wild(draft.positions[node])
    case 2: draft.firstArc[node + 1] = generator.wild(draft.firstArc[node + 1])
    case 3: draft.heads[arc] = generator.wild(draft.heads[arc])
    case 4:
      draft.heads.remove(at: arc)
      for index in draft.firstArc.indices where draft.firstArc[index] > arc { draft.firstArc[index] &-= 1 }
    default:
      draft.heads.insert(generator.wild(draft.heads[arc]), at: arc)
      for index in draft.firstArc.indices where draft.firstArc[index] > arc { draft.firstArc[index] &+= 1 }
    }
  }
}
