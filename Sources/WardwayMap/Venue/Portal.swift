import Geodesy

/// What kind of place a portal is.
package enum PortalKind: UInt8, Sendable {
  /// A way onto the campus.
  case gate = 0
  /// A door of a building.
  case entrance = 1
  /// The entrance of an emergency department: its access is ``AccessClass/emergency``.
  ///
  /// The edges of the door say the same, so a search needs no rule for portals. Fire exits are no portals.
  case emergencyEntrance = 2
}

/// Where a venue's walk network meets the streets'.
///
/// 40 bytes.
///
/// It knows its own side by a node's number, the streets' side by where that is: either can be compiled
/// anew without the other.
package struct PortalRecord: Sendable, BitwiseCopyable {
  /// The feature that it comes from.
  package var source: FeatureID
  /// Where it is, on both sides.
  package var coordinate: Coordinate
  /// The node of the venue's network.
  package var node: UInt32
  /// Its name, in the venue's strings; 0 where it has none.
  package var name: UInt32
  var reserved32: UInt32 = 0
  /// The level on the streets' side.
  package var level: Level
  var kindValue: UInt8
  /// Who may pass, as the raw value of an ``AccessClass``.
  var accessValue: UInt8
  /// The next point of a way of the streets that leads away from here; the portal's own place where there
  /// is none.
  ///
  /// The two sides of a gate lie in one place, and lead to different ones.
  package var toward: Coordinate

  /// How far a portal may lie from the streets' network to be joined to it, in metres.
  package static let reach = 5.0

  /// Makes a portal.
  package init(
    _ kind: PortalKind, source: FeatureID, coordinate: Coordinate, toward: Coordinate, level: Level,
    node: UInt32,
    name: UInt32, access: AccessClass = .everyone
  ) {
    self.source = source
    self.coordinate = coordinate
    self.toward = toward
    self.node = node
    self.name = name
    self.level = level
    kindValue = kind.rawValue
    accessValue = access.rawValue
  }

  /// What kind of place it is.
  package var kind: PortalKind { PortalKind(rawValue: kindValue) ?? .gate }
  /// Who may pass.
  package var access: AccessClass { AccessClass(rawValue: accessValue) ?? .everyone }
}
