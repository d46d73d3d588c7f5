import WardwayMap

/// What adding venues to an atlas came to, file by file.
public struct AdditionReport: Sendable {
  /// What a file came to.
  public enum Outcome: String, Sendable {
    /// Its venues are in the atlas now.
    case added
    /// Its venues were there already, made of the same bytes in the same manner.
    case unchanged
    /// None of its venues is in the atlas.
    case failed
  }

  /// A map file and what it came to.
  public struct File: Sendable {
    /// The path, as it was given.
    public var path: String
    /// What it came to.
    public var outcome: Outcome
    /// The venues in it: id and name.
    public var venues: [(id: NetworkID, name: String)]
    /// What was found on the way, the worst first.
    public var diagnostics: [Diagnostic]
    /// What features are called in it.
    public var names = FeatureNames()
  }

  /// The files in the order in which they were given.
  public var files: [File] = []
  /// What was found about the atlas itself.
  public var diagnostics: [Diagnostic] = []

  /// The number of files that came to something.
  public func count(_ outcome: Outcome) -> Int { files.count { $0.outcome == outcome } }
}
