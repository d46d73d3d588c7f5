extension MapReadingError.Code {
  /// The file is something else.
  package static let notOSM = Self("not-osm")
  /// The file's name contradicts its content.
  package static let wrongName = Self("wrong-name")
  /// The file holds all versions of its objects.
  package static let historyFile = Self("history-file")
  /// The file holds changes, not objects.
  package static let changeFile = Self("change-file")
  /// The format's version is not 0.6.
  package static let unsupportedVersion = Self("unsupported-version")
  /// A PBF block is larger than the format allows.
  package static let blockTooLarge = Self("block-too-large")
  /// A PBF block is packed in a way that is not known.
  package static let unsupportedCompression = Self("unsupported-compression")
}
