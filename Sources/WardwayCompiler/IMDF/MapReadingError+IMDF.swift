extension MapReadingError.Code {
  /// A file of an archive or folder is missing.
  public static let missingFile = Self("missing-file")
  /// The zip archive is broken.
  public static let damagedArchive = Self("damaged-archive")
  /// The archive, or something in it, is encrypted.
  public static let encryptedArchive = Self("encrypted-archive")
  /// An entry's name leads out of its archive.
  public static let unsafePath = Self("unsafe-path")
  /// An entry of an archive or folder is a symbolic link.
  public static let symbolicLink = Self("symbolic-link")
  /// Two entries of an archive have the same name.
  public static let duplicateEntry = Self("duplicate-entry")
  /// A JSON text breaks the rules of JSON.
  public static let damagedJSON = Self("damaged-json")
  /// JSON values are nested too deeply.
  public static let deepJSON = Self("deep-json")
  /// A JSON object has a key twice.
  public static let duplicateKey = Self("duplicate-key")
  /// The file is JSON, but nothing of IMDF.
  public static let notIMDF = Self("not-imdf")
  /// Latitude and longitude are the wrong way round.
  public static let swappedCoordinates = Self("swapped-coordinates")
}
