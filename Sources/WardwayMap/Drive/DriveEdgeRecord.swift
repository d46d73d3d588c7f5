import Geodesy

/// An edge of a drive network between two nodes.
///
/// 56 bytes.
///
/// A *directed edge* is an edge in one direction: its number × 2, plus 1 from head to tail.
@usableFromInline
package struct DriveEdgeRecord: Sendable, BitwiseCopyable {
  /// The feature that it comes from.
  @usableFromInline package var source: FeatureID
  /// The node at its first point.
  @usableFromInline package var tail: UInt32
  /// The node at its last point.
  @usableFromInline package var head: UInt32
  /// Its name, in the strings; 0 where it has none.
  @usableFromInline package var name: UInt32 = 0
  /// Its ref, in the strings; 0 where it has none.
  @usableFromInline package var ref: UInt32 = 0
  /// Its length on the ground, in millimetres.
  @usableFromInline package var length: UInt32 = 0
  /// What it takes whatever vehicle, in milliseconds: ferries; 0 where the speed decides.
  package var fixedDuration: UInt32 = 0
  /// The speed of ordinary traffic from tail to head, in tenths of km/h; at least 1.
  package var speedForward: UInt16
  /// The speed of ordinary traffic from head to tail, in tenths of km/h; at least 1.
  package var speedBackward: UInt16
  /// The bearing in which it leaves its tail, in 2³²ths of a circle; read ``bearing(leavingTail:)``.
  var bearingAtTail: UInt32 = 0
  /// The bearing in which it leaves its head, likewise.
  var bearingAtHead: UInt32 = 0
  /// The lowest level that it touches.
  package var lowLevel = Level.ground
  /// The highest level that it touches.
  package var highLevel = Level.ground
  /// Raw value of the class; read ``roadClass``.
  @usableFromInline var classValue: UInt8
  /// Bits 0 and 1: open from tail to head and back for ordinary vehicles; bits 2 and 3 for emergencies.
  @usableFromInline package var directions: UInt8 = 15
  /// Raw value of the access; read ``access``.
  @usableFromInline var accessValue: UInt8 = 0
  /// What else is known.
  package var traits = Traits()
  /// Raw value of the surface; read ``surface``.
  var surfaceValue: UInt8 = 0
  /// Traffic lights inside the edge, from tail to head in the lower four bits, back in the upper.
  var signalValue: UInt8 = 0
  /// Stop signs inside the edge, as ``signalValue``.
  var stopValue: UInt8 = 0
  /// Give-way signs inside the edge, as ``signalValue``.
  var giveWayValue: UInt8 = 0

  /// Yes-or-no facts about an edge.
  @usableFromInline
  package struct Traits: OptionSet, Hashable, Sendable, BitwiseCopyable {
    /// The bits.
    @usableFromInline package let rawValue: UInt8
    /// Makes traits of bits.
    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A part of a roundabout or another circular junction.
    package static let roundabout = Traits(rawValue: 1)
    /// In a tunnel or under a building.
    package static let tunnel = Traits(rawValue: 2)
    /// On a bridge.
    package static let bridge = Traits(rawValue: 4)
    /// One has to pay for it.
    package static let toll = Traits(rawValue: 8)
    /// The map says its level.
    package static let hasLevel = Traits(rawValue: 16)
    /// Its way may be used in one direction only.
    package static let oneway = Traits(rawValue: 32)
    /// It is signposted for deliveries or for those who have a permit.
    package static let permit = Traits(rawValue: 64)
  }

  /// Makes an edge that may be used both ways; its length is still to be set.
  package init(_ roadClass: RoadClass, source: FeatureID, tail: UInt32, head: UInt32, speed: UInt16) {
    self.source = source
    self.tail = tail
    self.head = head
    speedForward = speed
    speedBackward = speed
    classValue = roadClass.rawValue
  }
}

extension DriveEdgeRecord {
  /// What kind of road it is.
  @inlinable package var roadClass: RoadClass {
    get { RoadClass(rawValue: classValue) ?? .unknown }
    set { classValue = newValue.rawValue }
  }

  /// Which ordinary vehicles may use it.
  @inlinable package var access: DriveAccess {
    get { DriveAccess(rawValue: accessValue) ?? .nobody }
    set { accessValue = newValue.rawValue }
  }

  /// What it is paved with.
  package var surface: Surface {
    get { Surface(rawValue: surfaceValue) ?? .unknown }
    set { surfaceValue = newValue.rawValue }
  }

  /// Whether a kind of vehicle may use it in a direction.
  @inlinable
  package func isOpen(forward: Bool, toEmergency: Bool) -> Bool {
    directions & (1 << ((forward ? 0 : 1) + (toEmergency ? 2 : 0))) != 0
  }

  /// Whether some vehicle may use it in a direction.
  @inlinable
  package func isOpen(forward: Bool) -> Bool {
    isOpen(forward: forward, toEmergency: false) || isOpen(forward: forward, toEmergency: true)
  }

  /// Something inside an edge that makes one wait.
  package enum Wait: CaseIterable, Sendable {
    /// Traffic lights.
    case signals
    /// A stop sign.
    case stop
    /// A give-way sign.
    case giveWay
  }

  /// The number of lights or signs inside the edge in a direction, at most 15.
  package subscript(wait: Wait, forward forward: Bool) -> Int {
    get {
      let value =
        switch wait {
        case .signals: signalValue
        case .stop: stopValue
        case .giveWay: giveWayValue
        }
      return Int(forward ? value & 15 : value >> 4)
    }
    set {
      func set(_ value: inout UInt8) {
        let count = UInt8(Swift.min(Swift.max(newValue, 0), 15))
        value = forward ? value & 0xF0 | count : value & 0x0F | count << 4
      }
      switch wait {
      case .signals: set(&signalValue)
      case .stop: set(&stopValue)
      case .giveWay: set(&giveWayValue)
      }
    }
  }
}
