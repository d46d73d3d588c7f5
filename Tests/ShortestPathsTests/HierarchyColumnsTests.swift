import Columns
import ShortestPaths
import TestSupport
import Testing

@Suite struct HierarchyColumnsTests {
  /// A hierarchy's columns, open to damage.
  private struct Draft: ColumnsDraft {
    var positions: [UInt32]
    var parents: [UInt32]
    var firstArc: [UInt32]
    var arcs: [HierarchyArc]
    var parts: [ArcParts]

    init(_ columns: HierarchyColumns) {
      positions = Array(columns.positions)
      parents = Array(columns.parents)
      firstArc = Array(columns.firstArc)
      arcs = Array(columns.arcs)
      parts = Array(columns.parts)
    }

    /// Makes two arcs of one position lead to the same head.
    mutating func repeatHead() {
      for position in positions.indices where firstArc[position + 1] - firstArc[position] > 1 {
        arcs[Int(firstArc[position]) + 1].head = arcs[Int(firstArc[position])].head
        return
      }
    }

    var columns: HierarchyColumns {
      HierarchyColumns(
        positions: Column(positions), parents: Column(parents), firstArc: Column(firstArc),
        arcs: Column(arcs),
        parts: Column(parts))
    }
  }

  private func message(_ damage: (inout Draft) -> Void) -> String? {
    var draft = Draft(
      ContractionHierarchy.build(graph: TestGraph.ring.graph, weights: TestGraph.ring.weights).columns)
    damage(&draft)
    do {
      _ = try ContractionHierarchy(columns: draft.columns, graph: TestGraph.ring.graph)
      return nil
    } catch { return error.message }
  }

  @Test func `sound columns are taken`() {
    #expect(message { _ in } == nil)
  }

  @Test func `damaged columns are refused by name`() {
    expectPositionsAndFirstArcChecked(message)
    #expect(message { $0.arcs[0].head = 4 }?.hasPrefix("arcs: arc 0") == true)
    #expect(message { $0.repeatHead() }?.hasPrefix("arcs: the heads of position") == true)
    #expect(message { $0.arcs.removeLast() }?.hasPrefix("firstArc ends at") == true)
    #expect(message { $0.parents.removeLast() }?.hasPrefix("parents of") == true)
    #expect(message { $0.parents[$0.parents.count - 1] = HierarchyColumns.noParent } != nil)
    #expect(message { $0.parents[0] = 1 } == "parents: 0 is apart from what is below 1")
    #expect(message { $0.parts.removeLast() }?.hasSuffix("arcs") == true)
    let (up, down) = (
      "parts: those of arc 0 don't make it on the way up",
      "parts: those of arc 0 don't make it on the way down"
    )
    #expect(message { $0.parts[0].second = 99 } == up)
    #expect(message { $0.parts[1].first = 0 } == down)
    #expect(message { $0.parts[1].first = ArcParts.original } == down)
    #expect(message { $0.parts[1].first = ArcParts.original | 99 } == down)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `whatever a file holds, it is refused or its paths are paths`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xF022)
    let test = TestGraph.grid(width: 4, height: 4, using: &generator)
    let sound = Draft(ContractionHierarchy.build(graph: test.graph, weights: test.weights).columns)
    for _ in 0..<60 {
      var draft = sound
      for _ in 0..<Int.random(in: 1...3, using: &generator) { damage(&draft, using: &generator) }
      let columns = draft.columns
      guard let hierarchy = try? ContractionHierarchy(columns: columns, graph: test.graph) else { continue }
      var query = HierarchyQuery(nodeCount: test.nodeCount)
      var many = OneToMany(nodeCount: test.nodeCount)
      let targets = many.buckets(of: (0..<16).map { [Terminal(node: $0)] }, in: hierarchy)
      for node in 0..<16 as Range<UInt32> {
        _ = many.costs(from: [Terminal(node: node)], to: targets, in: hierarchy)
        for target in 0..<16 as Range<UInt32> {
          var arcs: [UInt32] = []
          let path = query.shortestPath(
            in: hierarchy, from: [Terminal(node: node)], to: [Terminal(node: target)], arcs: &arcs)
          let cost = query.cost(in: hierarchy, from: [Terminal(node: node)], to: [Terminal(node: target)])
          #expect((path?.cost ?? unreachable) == cost)
          guard path != nil else { continue }
          var at = node
          for arc in arcs {
            #expect(test.graph.arcs(from: at).contains(Int(arc)))
            at = test.graph.head[Int(arc)]
          }
          #expect(at == target)
        }
      }
    }
  }

  private func damage(_ draft: inout Draft, using generator: inout SeededNumbers) {
    let arc = Int.random(in: draft.arcs.indices, using: &generator)
    switch Int.random(in: 0...11, using: &generator) {
    case 0:
      let one = Int.random(in: 0..<16, using: &generator)
      draft.positions.swapAt(one, Int.random(in: 0..<16, using: &generator))
    case 1: draft.positions[Int.random(in: 0..<16, using: &generator)] = generator.wild(0)
    case 2:
      let node = Int.random(in: draft.firstArc.indices, using: &generator)
      draft.firstArc[node] = generator.wild(draft.firstArc[node])
    case 3: draft.arcs[arc].head = generator.wild(draft.arcs[arc].head)
    case 4: draft.arcs[arc].up = generator.wild(draft.arcs[arc].up)
    case 5: draft.arcs[arc].down = generator.wild(draft.arcs[arc].down)
    case 6: draft.parts[arc * 2].first = generator.wild(draft.parts[arc * 2].first)
    case 7: draft.parts[arc * 2].second = generator.wild(draft.parts[arc * 2].second)
    case 8: draft.parts[arc * 2 + 1].first = generator.wild(draft.parts[arc * 2 + 1].first)
    case 10: draft.parents[Int.random(in: 0..<16, using: &generator)] = generator.wild(draft.parents[0])
    case 9: draft.parts[arc * 2 + 1].second = generator.wild(draft.parts[arc * 2 + 1].second)
    default: draft.arcs.remove(at: arc)
    }
  }
}
