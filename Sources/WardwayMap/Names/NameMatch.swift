/// How a name fits a text, the best first.
public enum NameMatch: Int, Comparable, Sendable {
  /// It is the text.
  case exact
  /// Each word of the text is a word in it.
  case words
  /// So is each but the last one, which a word in it begins with; or its words in a script without spaces begin
  /// with those of the text.
  case prefix
  /// The words of the text in a script without spaces stand inside of such words in it.
  case inside

  /// By how well it fits.
  public static func < (a: NameMatch, b: NameMatch) -> Bool { a.rawValue < b.rawValue }
}
