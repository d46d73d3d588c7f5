import Geodesy

/// Where the venues of an atlas lie, as its manifest says.
struct VenueBoxes: Sendable {
  private let tree: PackedRTree
  private let boxes: [BoundingBox?]

  init(_ parts: [Manifest.Part]) {
    boxes = parts.map(\.boundingBox)
    // What says no box is nowhere.
    tree = PackedRTree(boxes.map { $0 ?? .empty })
  }

  /// Returns the numbers of the venues whose boxes come within `metres` of a place, ascending.
  ///
  /// - Complexity: O(log *n*) typical.
  func near(_ place: Coordinate, within metres: Double) -> [Int] {
    var found: [Int] = []
    // Twice as far for the tree: a degree of longitude is shorter at the box than at the place.
    tree.search(in: BoundingBox(place).expanded(byMetres: 2 * metres)) { found.append(Int($0)) }
    return found.filter { boxes[$0]?.expanded(byMetres: metres).contains(place) ?? false }.sorted()
  }

  /// Returns the numbers of the venues whose boxes meet a box, ascending.
  func meeting(_ box: BoundingBox) -> [Int] {
    var found: [Int] = []
    tree.search(in: box) { found.append(Int($0)) }
    return found.sorted()
  }
}

extension Manifest.Part {
  /// Where a venue lies; nil where the manifest doesn't say.
  public var boundingBox: BoundingBox? {
    guard let box, box.count == 4 else { return nil }
    return BoundingBox(
      minLatitudeE7: box[0], minLongitudeE7: box[1], maxLatitudeE7: box[2], maxLongitudeE7: box[3])
  }
}
