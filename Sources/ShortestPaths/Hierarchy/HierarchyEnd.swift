/// One of the two ends of a path, from which a search goes up a hierarchy.
protocol HierarchyEnd {
  /// The place of its costs beside those of the other.
  static var offset: Int { get }
  /// The weight of an upward arc in the direction of the search, and against it.
  static func ascent<Arcs: UpwardArcs>(_ arcs: Arcs, _ arc: Int) -> UInt32
  static func descent<Arcs: UpwardArcs>(_ arcs: Arcs, _ arc: Int) -> UInt32
}

enum FromSource: HierarchyEnd {
  static var offset: Int { 0 }
  @inline(__always)
  static func ascent<Arcs: UpwardArcs>(_ arcs: Arcs, _ arc: Int) -> UInt32 { arcs.ascent(arc) }
  @inline(__always)
  static func descent<Arcs: UpwardArcs>(_ arcs: Arcs, _ arc: Int) -> UInt32 { arcs.descent(arc) }
}

enum FromTarget: HierarchyEnd {
  static var offset: Int { 1 }
  @inline(__always)
  static func ascent<Arcs: UpwardArcs>(_ arcs: Arcs, _ arc: Int) -> UInt32 { arcs.descent(arc) }
  @inline(__always)
  static func descent<Arcs: UpwardArcs>(_ arcs: Arcs, _ arc: Int) -> UInt32 { arcs.ascent(arc) }
}
