import Geodesy

/// Everything that OpenStreetMap files hold of a region, as it is tagged there.
///
/// Nodes, ways and relations are each sorted by id. What an object refers to may be missing: extracts are
/// cut at a border.
package struct OSMExtract: Sendable {
  let storage: OSMStorage

  /// What the licence of the data asks to be shown wherever the map is.
  package let attribution: String
  /// What was mended or left out while reading.
  package let warnings: [OSMReadingWarning]
  /// What else is to be said about the sources.
  let diagnostics: [Diagnostic]
  /// What features are called that have texts for ids.
  let names: FeatureNames
  /// The positions of the nodes that have tags, ascending.
  package let taggedNodes: [Int]

  /// Takes what was put together out of another format.
  init(
    _ storage: OSMStorage, attribution: String, warnings: [OSMReadingWarning],
    diagnostics: [Diagnostic] = [], names: FeatureNames = FeatureNames()
  ) {
    self.names = names
    self.storage = storage
    self.attribution = attribution
    self.warnings = warnings
    self.diagnostics = diagnostics
    taggedNodes = storage.nodes.indices.filter { storage.nodes[$0].tags != 0 }
  }

  /// All nodes.
  package var nodes: OSMList<OSMNode> { OSMList(storage) }

  /// All ways.
  package var ways: OSMList<OSMWay> { OSMList(storage) }

  /// All relations.
  package var relations: OSMList<OSMRelation> { OSMList(storage) }

  /// The number of nodes.
  package var nodeCount: Int { storage.nodes.count }

  /// The node at a position in 0..<``nodeCount``.
  package func node(at position: Int) -> OSMNode { nodes[position] }

  /// The position of the node called `id`.
  ///
  /// - Complexity: O(log *n*).
  package func index(ofNode id: Int64) -> Int? { storage.nodes.position(of: id) }

  /// Where the node called `id` lies.
  ///
  /// - Complexity: O(log *n*).
  package func coordinate(ofNode id: Int64) -> Coordinate? {
    index(ofNode: id).map { storage.nodes[$0].coordinate }
  }

  /// The node called `id`.
  ///
  /// - Complexity: O(log *n*).
  package func node(_ id: Int64) -> OSMNode? { index(ofNode: id).map { nodes[$0] } }

  /// The way called `id`.
  ///
  /// - Complexity: O(log *n*).
  package func way(_ id: Int64) -> OSMWay? { storage.ways.position(of: id).map { ways[$0] } }

  /// The relation called `id`.
  ///
  /// - Complexity: O(log *n*).
  package func relation(_ id: Int64) -> OSMRelation? {
    storage.relations.position(of: id).map { relations[$0] }
  }
}
