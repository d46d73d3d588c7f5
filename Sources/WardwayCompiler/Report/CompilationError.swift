/// The reason an atlas could not be made although its sources could be read.
public struct CompilationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and the way out; completes "could not compile: …".
  public let message: String

  init(_ message: String) { self.message = message }

  /// The whole sentence.
  public var description: String { "could not compile: \(message)" }
}
