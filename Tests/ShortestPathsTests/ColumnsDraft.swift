import TestSupport
import Testing

/// A hierarchy's columns, open to damage; these two are those of hierarchies of either kind.
protocol ColumnsDraft {
  var positions: [UInt32] { get set }
  var firstArc: [UInt32] { get set }
}

extension TestGraph {
  /// 0 -- 1 -- 2 -- 3 -- 4 -- 0, one each, both ways.
  static let ring = TestGraph(
    nodeCount: 5, arcs: (0..<5).flatMap { [($0, ($0 + 1) % 5, 1), (($0 + 1) % 5, $0, 1)] })
}

/// Damages what hierarchies of either kind have in common.
///
/// - Parameter message: What the hierarchy of the ring says to its columns, once damaged.
func expectPositionsAndFirstArcChecked<Draft: ColumnsDraft>(_ message: ((inout Draft) -> Void) -> String?) {
  #expect(message { $0.positions[1] = $0.positions[0] }?.hasPrefix("positions: node 1") == true)
  #expect(message { $0.positions[4] = 5 }?.hasPrefix("positions: node 4") == true)
  #expect(message { $0.positions.removeLast() } == "positions of 4 nodes for 5 nodes")
  #expect(message { $0.firstArc = [] } == "firstArc is empty")
  #expect(message { $0.firstArc[0] = 1 } == "firstArc starts at 1, not at 0")
  #expect(message { $0.firstArc[2] = 900 }?.hasPrefix("firstArc falls at index 3") == true)
  #expect(message { $0.firstArc[5] += 1 }?.hasPrefix("firstArc ends at") == true)
  #expect(message { $0.firstArc.insert(0, at: 0) } == "firstArc describes 6 of 5 nodes")
}

extension SeededNumbers {
  /// Another number in the place of `value`: close to it, small, huge, or with one bit turned.
  mutating func wild(_ value: UInt32) -> UInt32 {
    switch Int.random(in: 0...4, using: &self) {
    case 0: value &+ 1
    case 1: value &- 1
    case 2: .max
    case 3: .random(in: 0...30, using: &self)
    default: value ^ (1 << UInt32.random(in: 0..<32, using: &self))
    }
  }
}
