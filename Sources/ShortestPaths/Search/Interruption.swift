import Synchronization

/// Ends searches early: when somebody raises it, or at a moment.
///
/// A search that it is given to looks at it every few thousand nodes, some fractions of a millisecond. What an
/// interrupted search returns means nothing: ask ``isRaised`` before using it.
public final class Interruption: Sendable {
  private let raised = Atomic(false)
  /// When it raises itself; nil for never.
  public let deadline: ContinuousClock.Instant?

  /// Makes one that isn't raised.
  public init(at deadline: ContinuousClock.Instant? = nil) { self.deadline = deadline }

  /// Makes one that raises itself after a time.
  public convenience init(after time: Duration) { self.init(at: .now + time) }

  /// Ends what looks at it.
  public func raise() { raised.store(true, ordering: .relaxed) }

  /// Whether somebody raised it.
  public var isRequested: Bool { raised.load(ordering: .relaxed) }

  /// Whether it was raised, or its moment has come.
  public var isRaised: Bool {
    if isRequested { return true }
    guard let deadline else { return false }
    return ContinuousClock.now >= deadline
  }
}
