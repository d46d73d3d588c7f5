/// The reason an OpenStreetMap file could not be read.
package struct OSMReadingError: Error, Hashable, Sendable {
  /// What is wrong: an open set.
  package struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The code's name, as in "truncated".
    package let description: String

    init(_ name: String) { description = name }

    /// There is no such file.
    package static let notFound = Code("notFound")
    /// The file may not be opened, or is a folder or a pipe.
    package static let notReadable = Code("notReadable")
    /// The file has no bytes.
    package static let empty = Code("empty")
    /// The file is something else.
    package static let notOSM = Code("notOSM")
    /// The file's name contradicts its content.
    package static let wrongName = Code("wrongName")
    /// The file holds all versions of its objects.
    package static let historyFile = Code("historyFile")
    /// The file holds changes, not objects.
    package static let changeFile = Code("changeFile")
    /// The format's version is not 0.6.
    package static let unsupportedVersion = Code("unsupportedVersion")
    /// The file ends too early.
    package static let truncated = Code("truncated")
    /// The file breaks the rules of its format.
    package static let damaged = Code("damaged")
    /// The XML declares entities.
    package static let entityExpansion = Code("entityExpansion")
    /// A PBF block is larger than the format allows.
    package static let blockTooLarge = Code("blockTooLarge")
    /// The file unpacks to far more than a map does.
    package static let decompressionBomb = Code("decompressionBomb")
    /// A PBF block is packed in a way that is not known.
    package static let unsupportedCompression = Code("unsupportedCompression")
    /// A latitude or longitude is no number.
    package static let invalidCoordinate = Code("invalidCoordinate")
    /// A tag, role or user name is too long to keep.
    package static let stringTooLong = Code("stringTooLong")
    /// The file holds more than can be counted.
    package static let tooLarge = Code("tooLarge")
    /// There is not enough memory.
    package static let outOfMemory = Code("outOfMemory")
  }

  /// What is wrong.
  package let code: Code
  /// The path as it was given.
  package let file: String
  /// Completes "could not read FILE: …", and says the way out.
  package let message: String
}

extension OSMReadingError: CustomStringConvertible {
  /// The whole sentence.
  package var description: String { "could not read \(file): \(message)" }
}
