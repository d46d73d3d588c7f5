/// What is wrong with a file, and on which line.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's path.
  public let file: String
  /// The line, from 1; nil if the file as a whole is meant.
  public let line: Int?
  /// What is wrong there.
  public let message: String

  /// The file, the line and the message, as compilers write them.
  public var description: String {
    line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)"
  }
}
