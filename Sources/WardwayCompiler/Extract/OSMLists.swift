import COsmium
import Columns

/// The objects of one kind, sorted by id; each is put together when it is asked for.
package struct OSMList<Element: OSMListed>: RandomAccessCollection, Sendable {
  private let storage: OSMStorage
  /// The number of objects.
  package let endIndex: Int

  init(_ storage: OSMStorage) {
    self.storage = storage
    endIndex = Element.count(in: storage)
  }

  /// Always 0.
  package var startIndex: Int { 0 }
  /// The object at `position`, which must be in bounds.
  package subscript(position: Int) -> Element { Element(storage, at: position) }
}

/// The ids of a way's nodes.
package struct OSMRefs: RandomAccessCollection, Sendable {
  private let storage: OSMStorage
  private let first: Int
  /// The number of nodes.
  package let endIndex: Int

  init(_ storage: OSMStorage, first: UInt32, count: UInt32) {
    self.storage = storage
    self.first = Int(first)
    endIndex = Int(count)
  }

  /// Always 0.
  package var startIndex: Int { 0 }
  /// The id at `position`, which must be in bounds.
  package subscript(position: Int) -> Int64 {
    precondition(position >= 0 && position < endIndex, "index out of a way's bounds")
    return storage.refs[first + position]
  }
}

/// The members of a relation.
package struct OSMMembers: RandomAccessCollection, Sendable {
  private let storage: OSMStorage
  private let first: Int
  /// The number of members.
  package let endIndex: Int

  init(_ storage: OSMStorage, first: UInt32, count: UInt32) {
    self.storage = storage
    self.first = Int(first)
    endIndex = Int(count)
  }

  /// Always 0.
  package var startIndex: Int { 0 }
  /// The member at `position`, which must be in bounds.
  package subscript(position: Int) -> OSMMember {
    precondition(position >= 0 && position < endIndex, "index out of a relation's bounds")
    let member = storage.members[first + position]
    return OSMMember(
      kind: OSMKind(rawValue: member.kind) ?? .relation, id: member.id,
      role: storage.strings[Int(member.role)])
  }
}

/// An object that an extract holds a list of.
package protocol OSMListed: Sendable {
  /// The number of such objects.
  static func count(in storage: OSMStorage) -> Int
  /// Puts the object together.
  init(_ storage: OSMStorage, at position: Int)
}

extension OSMNode: OSMListed {
  /// The number of nodes.
  package static func count(in storage: OSMStorage) -> Int { storage.nodes.count }

  /// Puts the node together.
  package init(_ storage: OSMStorage, at position: Int) {
    let node = storage.nodes[position]
    self.init(id: node.id, coordinate: node.coordinate, tags: OSMTags(storage, at: node.tags))
  }
}

extension OSMWay: OSMListed {
  /// The number of ways.
  package static func count(in storage: OSMStorage) -> Int { storage.ways.count }

  /// Puts the way together.
  package init(_ storage: OSMStorage, at position: Int) {
    let way = storage.ways[position]
    self.init(
      id: way.id, nodes: OSMRefs(storage, first: way.first_ref, count: way.ref_count),
      tags: OSMTags(storage, at: way.tags))
  }
}

extension OSMRelation: OSMListed {
  /// The number of relations.
  package static func count(in storage: OSMStorage) -> Int { storage.relations.count }

  /// Puts the relation together.
  package init(_ storage: OSMStorage, at position: Int) {
    let relation = storage.relations[position]
    self.init(
      id: relation.id,
      members: OSMMembers(storage, first: relation.first_member, count: relation.member_count),
      tags: OSMTags(storage, at: relation.tags))
  }
}
