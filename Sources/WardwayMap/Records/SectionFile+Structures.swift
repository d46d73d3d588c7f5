import Columns
import Geodesy
import ShortestPaths

/// Structures made of several sections, checked unless they are known to be sound.
extension SectionFile {
  private func fail(_ section: String, _ message: String) -> AtlasError {
    AtlasError(.damaged, file: path, "section '\(section)': \(message); compile the map again")
  }

  /// Returns the graph in two sections.
  func graph(_ firstOut: String, _ head: String, _ isKnown: Bool) throws(AtlasError) -> Graph {
    let (first, heads) = (try column(firstOut, of: UInt32.self), try column(head, of: UInt32.self))
    if isKnown { return unsafe Graph(unchecked: first, heads) }
    do { return try Graph(firstOut: first, head: heads) } catch { throw fail(firstOut, "\(error)") }
  }

  /// Returns the tree in two sections.
  func tree(
    _ box: String, _ item: String, itemCount: Int, _ isKnown: Bool
  ) throws(AtlasError) -> PackedRTree {
    let (boxes, items) = (try column(box, of: BoundingBox.self), try column(item, of: UInt32.self))
    if isKnown { return unsafe PackedRTree(unchecked: boxes, items) }
    do { return try PackedRTree(boxes: boxes, items: items, itemCount: itemCount) } catch {
      throw fail(box, "\(error)")
    }
  }

  /// Returns the texts in two sections.
  func strings(_ start: String, _ byte: String, _ isKnown: Bool) throws(AtlasError) -> StringTable {
    let (offsets, bytes) = (try column(start, of: UInt32.self), try column(byte, of: UInt8.self))
    if isKnown { return unsafe StringTable(unchecked: offsets, bytes) }
    guard let strings = StringTable(offsets: offsets, bytes: bytes) else {
      throw fail(start, "offsets are out of order")
    }
    return strings
  }

  /// Returns the contraction hierarchy of a profile; nil where there is none.
  ///
  /// - Parameter section: The name of the section that holds a part of it.
  func hierarchy(
    for profile: String, on graph: Graph, _ isKnown: Bool, _ section: (String) -> String
  ) throws(AtlasError) -> ContractionHierarchy? {
    guard contains(section("position")) else { return nil }
    let columns = HierarchyColumns(
      positions: try column(section("position")), parents: try column(section("parent")),
      firstArc: try column(section("first")), arcs: try column(section("arc")),
      parts: try column(section("part")))
    if isKnown { return unsafe ContractionHierarchy(unchecked: columns) }
    do { return try ContractionHierarchy(columns: columns, graph: graph) } catch {
      throw AtlasError(
        .damaged, file: path, "the hierarchy of '\(profile)': \(error); compile the map again")
    }
  }
}

extension SectionFileWriter {
  /// Adds a contraction hierarchy.
  ///
  /// - Parameter section: The name of the section that holds a part of it.
  mutating func add(_ hierarchy: ContractionHierarchy, _ section: (String) -> String) {
    let columns = hierarchy.columns
    add(section("position"), columns.positions)
    add(section("parent"), columns.parents)
    add(section("first"), columns.firstArc)
    add(section("arc"), columns.arcs)
    add(section("part"), columns.parts)
  }
}
