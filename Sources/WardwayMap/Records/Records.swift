import Geodesy

/// A node of a walk network: a place on one level where edges meet.
///
/// 32 bytes.
@usableFromInline
package struct NodeRecord: Sendable, BitwiseCopyable {
  /// The feature that it comes from.
  package var source: FeatureID
  /// Where it is.
  @usableFromInline package var coordinate: Coordinate
  /// The level's name as posted, in the strings; 0 where none is known.
  package var levelName: UInt32
  /// The island that it belongs to; 0 is the largest.
  package var component: UInt32
  /// The level that it is on.
  @usableFromInline package var level: Level
  var reserved16: UInt16 = 0
  var reserved32: UInt32 = 0

  /// Makes a node.
  package init(source: FeatureID, coordinate: Coordinate, level: Level, levelName: UInt32) {
    self.source = source
    self.coordinate = coordinate
    self.level = level
    self.levelName = levelName
    component = 0
  }
}

/// An edge of a walk network between two nodes.
///
/// 48 bytes.
@usableFromInline
package struct EdgeRecord: Sendable, BitwiseCopyable {
  /// The feature that it comes from.
  @usableFromInline package var source: FeatureID
  /// What else is known.
  @usableFromInline package var attributes = EdgeAttributes()
  /// The node at its first point.
  @usableFromInline package var tail: UInt32
  /// The node at its last point.
  @usableFromInline package var head: UInt32
  /// Its name, in the strings; 0 where it has none.
  @usableFromInline package var name: UInt32 = 0
  /// Its ref, for a door that leads outside its building's name, in the strings; 0 where it has none.
  @usableFromInline package var ref: UInt32 = 0
  /// Its length on the ground, in millimetres.
  @usableFromInline package var length: UInt32
  /// What travelling it takes whoever travels, in milliseconds; 0 where the profile decides.
  package var fixedDuration: UInt32 = 0
  /// The number of steps; 0 where it isn't known.
  package var stepCount: UInt16 = 0
  /// The clear width in centimetres; 0 where it isn't known.
  package var width: UInt16 = 0
  /// The rise from tail to head in thousandths of the length; ``EdgeRecord/unknownIncline`` if not known.
  package var incline: Int16 = EdgeRecord.unknownIncline
  /// Raw value of the kind; read ``kind``.
  @usableFromInline var kindValue: UInt8
  /// Bit 0: from tail to head, bit 1: from head to tail.
  @usableFromInline package var directions: UInt8 = 3

  /// The incline of an edge that the map says nothing of.
  @inlinable package static var unknownIncline: Int16 { .min }

  /// Makes an edge that may be used both ways.
  package init(_ kind: EdgeKind, source: FeatureID, tail: UInt32, head: UInt32, length: UInt32) {
    self.source = source
    self.tail = tail
    self.head = head
    self.length = length
    kindValue = kind.rawValue
  }

  /// What one walks, rides or passes.
  @inlinable package var kind: EdgeKind {
    get { EdgeKind(rawValue: kindValue) ?? .connector }
    set { kindValue = newValue.rawValue }
  }
  /// Whether it is a door into an emergency department, which only patients of that and staff should use.
  @inlinable package var isEmergencyDoor: Bool { kind == .door && attributes.access == .emergency }
  /// Whether it may be used from tail to head.
  @inlinable package var isOpenForward: Bool { directions & 1 != 0 }
  /// Whether it may be used from head to tail.
  @inlinable package var isOpenBackward: Bool { directions & 2 != 0 }
}

/// An entry of the index from sources to edges.
///
/// 16 bytes.
@usableFromInline
package struct SourceEntry: Sendable, BitwiseCopyable {
  /// The feature.
  package var source: FeatureID
  /// An edge that comes from it.
  package var edge: UInt32
  var reserved: UInt32 = 0

  /// Makes an entry.
  package init(source: FeatureID, edge: UInt32) {
    self.source = source
    self.edge = edge
  }
}

/// A place that has a name: a ward, a pharmacy, a house number.
///
/// 32 bytes.
package struct PlaceRecord: Sendable, BitwiseCopyable {
  /// The feature that it comes from.
  package var source: FeatureID
  /// Where it is.
  package var coordinate: Coordinate
  /// Its name for people, in the strings.
  package var name: UInt32
  /// All its names, each between line feeds, folded for search; in the strings.
  package var search: UInt32
  /// What it is, in the strings: `pharmacy`, `ward`, `address`.
  package var kind: UInt32
  /// The level; meaningless without ``hasLevel``.
  package var level: Level
  /// Bit 0: the map says the level, bit 1: it is an emergency department, bit 2: nothing leads there,
  /// bit 3: it has a front of its own.
  var traitBits: UInt16

  /// Makes a place.
  package init(
    source: FeatureID, coordinate: Coordinate, level: Level?, name: UInt32, search: UInt32, kind: UInt32
  ) {
    self.source = source
    self.coordinate = coordinate
    self.name = name
    self.search = search
    self.kind = kind
    self.level = level ?? .ground
    traitBits = level == nil ? 0 : 1
  }

  /// Whether the map says the level.
  package var hasLevel: Bool { traitBits & 1 != 0 }
  /// Whether it is an emergency department or the way into one: whoever wants to go there may use its door.
  package var isEmergencyDepartment: Bool {
    get { traitBits & 2 != 0 }
    set { traitBits = traitBits & ~2 | (newValue ? 2 : 0) }
  }
  /// Whether the map says that nothing leads there, however near other ways are.
  package var isCutOff: Bool {
    get { traitBits & 4 != 0 }
    set { traitBits = traitBits & ~4 | (newValue ? 4 : 0) }
  }
  /// Whether it mostly has a door to the street besides its building's entrance: a shop, a café.
  package var hasOwnFront: Bool {
    get { traitBits & 8 != 0 }
    set { traitBits = traitBits & ~8 | (newValue ? 8 : 0) }
  }
}
