import JSONText

/// The reason an atlas could not be opened or written.
public struct AtlasError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A stable word for a kind of failure; an open set.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The word, as it appears in JSON and in logs.
    public let rawValue: String
    /// Makes a code out of its word.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The file or folder isn't there or can't be read.
    public static let notFound = Code(rawValue: "not-found")
    /// The file isn't part of an atlas.
    public static let notAnAtlas = Code(rawValue: "not-an-atlas")
    /// The file was written by another version of the format.
    public static let wrongVersion = Code(rawValue: "wrong-version")
    /// The file ends too early or has grown.
    public static let truncated = Code(rawValue: "truncated")
    /// The bytes are not the ones that were written.
    public static let damaged = Code(rawValue: "damaged")
    /// The file couldn't be written.
    public static let notWritten = Code(rawValue: "not-written")
    /// The folder holds what is no part of an atlas.
    public static let foreignFiles = Code(rawValue: "foreign-files")
    /// Somebody else is writing the atlas.
    public static let busy = Code(rawValue: "busy")
    /// A profile isn't known or makes no sense.
    public static let badProfile = Code(rawValue: "bad-profile")
  }

  /// What kind of failure this is.
  public let code: Code
  /// The file, as it was named to the library.
  public let file: String
  /// What is wrong, at which section, and the way out; completes "could not use *file*: …".
  public let message: String

  /// Makes an error about a file.
  package init(_ code: Code, file: String, _ message: String) {
    self.code = code
    self.file = file
    self.message = message
  }

  /// The whole sentence.
  public var description: String { "could not use \(file): \(message)" }
}

extension AtlasError {
  /// Reads JSON with `body`, whose errors become one about the file.
  static func explained<Value>(
    _ code: Code, file: String, _ body: () throws -> Value
  ) throws(AtlasError) -> Value {
    do { return try body() } catch {
      switch error {
      case let error as AtlasError: throw error
      case let error as JSONError: throw AtlasError(code, file: file, "it is not JSON: \(error)")
      default: throw AtlasError(code, file: file, "\(error)")
      }
    }
  }
}
