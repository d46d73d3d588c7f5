import Columns

/// An upward arc of a hierarchy, at the lower of its two ends; both directions in one.
package struct HierarchyArc: BitwiseCopyable, Hashable, Sendable {
  /// The position of the upper end.
  package var head: UInt32
  /// The weight of going up, from the lower end to the upper; ``unreachable`` if there is no such arc.
  package var up: UInt32
  /// The weight of going down, from the upper end to the lower; ``unreachable`` if there is no such arc.
  package var down: UInt32

  /// Makes an arc to the position `head`.
  package init(head: UInt32, up: UInt32, down: UInt32) {
    self.head = head
    self.up = up
    self.down = down
  }
}

/// What one direction of an upward arc stands for.
///
/// A shortcut bypasses a node below both its ends: `first` is the way down to that node, `second` the way up
/// from it, each an upward arc of that node or, if that is no shortcut, the arc of the graph that it stands for,
/// marked by `ArcParts.original`. An arc that is no shortcut has `ArcParts.none` in `first` and the graph's arc,
/// unmarked, in `second`; a direction that doesn't exist has `ArcParts.none` in both.
package struct ArcParts: BitwiseCopyable, Hashable, Sendable {
  /// What the shortcut goes down first, or `ArcParts.none`.
  package var first: UInt32
  /// What the shortcut goes up then, or the arc of the graph.
  package var second: UInt32

  /// Makes parts.
  package init(first: UInt32, second: UInt32) {
    self.first = first
    self.second = second
  }

  /// In `first`: not a shortcut.
  package static let none: UInt32 = .max
  /// The bit that marks an arc of the graph as part of a shortcut.
  package static let original: UInt32 = 1 << 31
}

/// What a file stores of a hierarchy.
///
/// Nodes are renumbered: a *position* is smaller than those of all nodes below, and each node's part of the
/// elimination tree has consecutive positions.
package struct HierarchyColumns: Sendable {
  /// The position of each node of the graph, a permutation.
  package var positions: Column<UInt32>
  /// Each position's parent in the elimination tree, or ``noParent``: all that its arcs lead to lies on the way from
  /// there to the root.
  package var parents: Column<UInt32>
  /// Where each position's upward arcs start, and, at the end, their number.
  package var firstArc: Column<UInt32>
  /// The upward arcs of one position after the other, by rising head, which is a smaller position.
  package var arcs: Column<HierarchyArc>
  /// What each arc stands for: two parts an arc, on the way up and on the way down.
  package var parts: Column<ArcParts>

  /// Gathers columns; a ``ContractionHierarchy`` checks them.
  package init(
    positions: Column<UInt32>, parents: Column<UInt32>, firstArc: Column<UInt32>, arcs: Column<HierarchyArc>,
    parts: Column<ArcParts>
  ) {
    self.positions = positions
    self.parents = parents
    self.firstArc = firstArc
    self.arcs = arcs
    self.parts = parts
  }

  /// In ``parents``: a root.
  package static let noParent: UInt32 = .max

  /// The most arcs that a hierarchy may have: 2³⁰ − 1.
  static let capacity = (1 << 30) - 1
}
