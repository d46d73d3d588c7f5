import Geodesy

/// A place, most often a corner of ways.
package struct OSMNode: Sendable {
  /// Its number; negative in a draft that has not been uploaded.
  package let id: Int64
  /// Where it is.
  package let coordinate: Coordinate
  /// What it is.
  package let tags: OSMTags
}

/// A line, or the outline of an area, through nodes.
package struct OSMWay: Sendable {
  /// Its number; negative in a draft that has not been uploaded.
  package let id: Int64
  /// The ids of its nodes in order; the file need not hold them.
  package let nodes: OSMRefs
  /// What it is.
  package let tags: OSMTags

  /// Whether it ends where it starts.
  package var isClosed: Bool { nodes.count > 2 && nodes.first == nodes.last }
}

/// A group of objects.
package struct OSMRelation: Sendable {
  /// Its number; negative in a draft that has not been uploaded.
  package let id: Int64
  /// What belongs to it, in order; the file need not hold it.
  package let members: OSMMembers
  /// What it is.
  package let tags: OSMTags
}

/// The three kinds of objects.
package enum OSMKind: UInt32, Sendable, CustomStringConvertible {
  /// A place.
  case node
  /// A line or outline.
  case way
  /// A group.
  case relation

  /// The kind's name, as in "node".
  package var description: String {
    switch self {
    case .node: "node"
    case .way: "way"
    case .relation: "relation"
    }
  }
}

/// Something that belongs to a relation.
package struct OSMMember: Hashable, Sendable {
  /// What kind of object it is.
  package let kind: OSMKind
  /// The object's number among its kind.
  package let id: Int64
  /// What it does in the relation, as "outer"; often empty.
  package let role: String
}
