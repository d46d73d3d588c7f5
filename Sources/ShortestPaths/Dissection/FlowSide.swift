/// From where a search comes: towards the targets along paths, or towards the sources against them.
protocol FlowSide {
  associatedtype Opposite: FlowSide
  /// Marks a node of the side.
  static var terminal: UInt32 { get }
  /// Marks a node that is reached, and one that is passed.
  static var near: UInt32 { get }
  static var far: UInt32 { get }
  /// The neighbour on a path through a node towards the side.
  static func back(_ node: FlowNetwork.Node) -> UInt32
  static func setBack(_ nodes: borrowing Slab<FlowNetwork.Node>, _ node: Int, _ neighbour: Int)
  /// How near to the side a node of a key is: the smaller, the nearer.
  static func nearness(_ key: Int64) -> Int64
}

extension FlowSide {
  @inline(__always)
  static var opposite: UInt32 { Opposite.terminal }

  /// The neighbour on a path through a node away from the side.
  @inline(__always)
  static func forth(_ node: FlowNetwork.Node) -> UInt32 { Opposite.back(node) }

  @inline(__always)
  static func setForth(_ nodes: borrowing Slab<FlowNetwork.Node>, _ node: Int, _ neighbour: Int) {
    Opposite.setBack(nodes, node, neighbour)
  }
}

enum SourceSide: FlowSide {
  typealias Opposite = TargetSide
  static var terminal: UInt32 { 1 }
  static var near: UInt32 { 4 }
  static var far: UInt32 { 8 }
  static func back(_ node: FlowNetwork.Node) -> UInt32 { node.back }
  static func setBack(_ nodes: borrowing Slab<FlowNetwork.Node>, _ node: Int, _ neighbour: Int) {
    nodes[node].back = UInt32(truncatingIfNeeded: neighbour)
  }
  static func nearness(_ key: Int64) -> Int64 { key }
}

enum TargetSide: FlowSide {
  typealias Opposite = SourceSide
  static var terminal: UInt32 { 2 }
  static var near: UInt32 { 16 }
  static var far: UInt32 { 32 }
  static func back(_ node: FlowNetwork.Node) -> UInt32 { node.forth }
  static func setBack(_ nodes: borrowing Slab<FlowNetwork.Node>, _ node: Int, _ neighbour: Int) {
    nodes[node].forth = UInt32(truncatingIfNeeded: neighbour)
  }
  static func nearness(_ key: Int64) -> Int64 { -key }
}
