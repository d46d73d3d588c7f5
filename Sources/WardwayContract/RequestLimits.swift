/// The most that a request may ask for: what is beyond is refused by name.
public struct RequestLimits: Hashable, Sendable {
  /// The most bytes of a line.
  public var bytes = 1 << 20
  /// The most stops between start and destination.
  public var via = 100
  /// The most sources, and the most targets, of a table.
  public var side = 1000
  /// The most elements that are closed.
  public var closed = 1000
  /// The most points that are asked for around a place.
  public var nearest = 1000
  /// The most alternatives, the best journey included.
  public var alternatives = 3

  /// The limits of the command line.
  public static let standard = RequestLimits()
}
