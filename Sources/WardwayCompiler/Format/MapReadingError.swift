/// The reason a map file could not be read, whatever its format.
public struct MapReadingError: Error, Hashable, Sendable {
  /// What is wrong: an open set.
  ///
  /// What only one format knows is declared beside its reader, and told by its word.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The code's word, as in "truncated"; the same in every version.
    public let description: String

    init(_ name: String) { description = name }

    /// There is no such file.
    public static let notFound = Code("not-found")
    /// The file may not be opened, or is a folder or a pipe.
    public static let notReadable = Code("not-readable")
    /// The file has no bytes.
    public static let empty = Code("empty")
    /// The file ends too early.
    public static let truncated = Code("truncated")
    /// The file breaks the rules of its format.
    public static let damaged = Code("damaged")
    /// The XML declares entities.
    public static let entityExpansion = Code("entity-expansion")
    /// The file unpacks to far more than a map does.
    public static let decompressionBomb = Code("decompression-bomb")
    /// A coordinate is no number, or lies nowhere.
    public static let invalidCoordinate = Code("invalid-coordinate")
    /// A text in the file is too long to keep.
    public static let stringTooLong = Code("string-too-long")
    /// The file holds more than can be counted.
    public static let tooLarge = Code("too-large")
    /// There is not enough memory.
    public static let outOfMemory = Code("out-of-memory")
  }

  /// What is wrong.
  public let code: Code
  /// The path as it was given.
  public let file: String
  /// The file in the archive or folder that it is about; nil for the whole, or where there is but one.
  public let entry: String?
  /// The line that it is about, from 1; nil where that isn't known or the format has no lines.
  public let line: Int?
  /// Completes "could not read FILE: …": names the place, what is wrong there and the way out.
  public let message: String

  /// Makes an error about a file or folder.
  init(_ code: Code, _ file: String, entry: String? = nil, line: Int? = nil, _ message: String) {
    self.code = code
    self.file = file
    self.entry = entry
    self.line = line
    self.message = message
  }
}

extension MapReadingError: CustomStringConvertible {
  /// The whole sentence.
  public var description: String { "could not read \(file): \(message)" }
}
