import Geodesy
import WardwayMap

/// Points with something at each, found by the box that they lie in.
struct PointIndex<Element> {
  private let elements: [(place: Coordinate, element: Element)]
  private let tree: PackedRTree

  /// Indexes points; those found come in the order that they have here.
  init(_ elements: [(place: Coordinate, element: Element)]) {
    self.elements = elements
    tree = PackedRTree(elements.map { BoundingBox($0.place) })
  }

  /// Returns what lies in a box.
  ///
  /// - Complexity: O(log *n* + found) typical.
  func within(_ box: BoundingBox) -> [(place: Coordinate, element: Element)] {
    guard !elements.isEmpty, !box.isEmpty else { return [] }
    var found: [UInt32] = []
    tree.search(in: box) { found.append($0) }
    return found.sorted().map { elements[Int($0)] }
  }

  /// Returns what lies inside an outline.
  func within(_ outline: Outline) -> [(place: Coordinate, element: Element)] {
    within(outline.box).filter { outline.contains($0.place) }
  }
}
