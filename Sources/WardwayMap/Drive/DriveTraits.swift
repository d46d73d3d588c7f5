/// What vehicles meet with at a node of a drive network.
@usableFromInline
package struct JunctionTraits: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  @usableFromInline package let rawValue: UInt8
  /// Makes traits of bits.
  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Traffic lights for all who come.
  package static let signals = JunctionTraits(rawValue: 1)
  /// A stop sign for all who come.
  package static let stop = JunctionTraits(rawValue: 2)
  /// A give-way sign for all who come.
  package static let giveWay = JunctionTraits(rawValue: 4)
  /// A gate that opens for those who may pass.
  package static let gate = JunctionTraits(rawValue: 8)
  /// A toll booth or border control.
  package static let booth = JunctionTraits(rawValue: 16)
  /// A roundabout that is no more than a mark on the road.
  package static let miniRoundabout = JunctionTraits(rawValue: 32)
}

/// What is known of a turn from one directed edge into another.
@usableFromInline
package struct TurnTraits: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  @usableFromInline package let rawValue: UInt8
  /// Makes traits of bits.
  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Ordinary vehicles mayn't: a restriction, a barrier, a road that isn't for them, or a way through one
  /// that is for those who end their journey there.
  package static let closedToOrdinary = TurnTraits(rawValue: 1)
  /// Emergency vehicles can't.
  package static let closedToEmergency = TurnTraits(rawValue: 2)
  /// Back where one came from.
  package static let uTurn = TurnTraits(rawValue: 4)

  /// Nobody may turn here.
  package static let closed: TurnTraits = [.closedToOrdinary, .closedToEmergency]
}
