/// The reason why columns are no graph, or no hierarchy of one.
public struct GraphError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and at which index.
  public let message: String

  /// Makes an error out of its message.
  public init(message: String) {
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
