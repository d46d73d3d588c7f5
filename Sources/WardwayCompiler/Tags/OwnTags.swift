/// Keys beyond OpenStreetMap's, by which importers of other formats say what it has no word for.
enum OwnTags {
  /// Something is the one venue of its file, whatever it is.
  static let onlyVenue = "wardway:venue"
  /// What the source connects with nothing.
  static let cutOff = "wardway:cut_off"
  /// On which level the streets in front of an entrance are, if not on its own.
  static let outsideLevel = "wardway:outside_level"
  /// The end of a way up to the streets: on which level it is there.
  static let streetEnd = "wardway:street_end"
}
