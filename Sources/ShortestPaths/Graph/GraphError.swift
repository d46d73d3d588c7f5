/// The reason why columns are no graph, or no hierarchy of one.
package struct GraphError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and at which index.
  package let message: String

  /// Makes an error out of its message.
  package init(message: String) {
    self.message = message
  }

  /// The message.
  package var description: String { message }
}
