extension MapReadingError.Code {
  /// A file of an archive or folder is missing.
  package static let missingFile = Self("missing-file")
  /// The zip archive is broken.
  package static let damagedArchive = Self("damaged-archive")
  /// The archive, or something in it, is encrypted.
  package static let encryptedArchive = Self("encrypted-archive")
  /// An entry's name leads out of its archive.
  package static let unsafePath = Self("unsafe-path")
  /// An entry of an archive or folder is a symbolic link.
  package static let symbolicLink = Self("symbolic-link")
  /// Two entries of an archive have the same name.
  package static let duplicateEntry = Self("duplicate-entry")
  /// A JSON text breaks the rules of JSON.
  package static let damagedJSON = Self("damaged-json")
  /// JSON values are nested too deeply.
  package static let deepJSON = Self("deep-json")
  /// A JSON object has a key twice.
  package static let duplicateKey = Self("duplicate-key")
  /// The file is JSON, but nothing of IMDF.
  package static let notIMDF = Self("not-imdf")
  /// Latitude and longitude are the wrong way round.
  package static let swappedCoordinates = Self("swapped-coordinates")
}
