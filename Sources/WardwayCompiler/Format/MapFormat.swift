/// A format that maps are written in.
///
/// Whatever the format, a map comes out in the words of OpenStreetMap's tags: an importer puts nodes, ways and relations
/// into an ``ExtractBuilder``, and all that follows is shared. What a format has no word of its own for is in
/// ``OwnTags``. A new importer is a folder with one type that conforms, and a line in ``MapReader/formats``.
protocol MapFormat: Sendable {
  /// Whether positions are those of a plan, which a placement puts on the globe; else it may state their datum alone.
  static var isPlan: Bool { get }

  /// Whether a file or folder is one of this format, by its name or its first bytes.
  ///
  /// What can't be opened is recognized by its name alone; reading it then says what is wrong.
  static func recognizes(_ path: String) -> Bool

  /// Reads inputs of this format, so that they make one map with what is in a builder.
  ///
  /// Bytes are hostile: sizes and depths are bounded, coordinates checked. What is mended or left out is said in the
  /// builder's warnings or diagnostics, and the rest is read.
  ///
  /// - Parameter inputs: Those of this format, in the order in which they are given; not none.
  /// - Throws: ``MapReadingError`` about the first input that can't be used, ``PlacementError`` where a plan can't be
  ///   placed.
  static func read(_ inputs: [MapInput], into builder: inout ExtractBuilder) throws
}

/// A file or folder to read.
struct MapInput {
  /// The path as it was given.
  var path: String
  /// Its position among the inputs of all formats.
  var number: Int
  /// What is declared about where it lies.
  var placement: Placement
}
