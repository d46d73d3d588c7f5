/// The reason a plan could not be placed on the globe.
public struct PlacementError: Error, Hashable, Sendable {
  /// What is wrong: an open set.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The code's word, as in "too-few-points".
    public let description: String

    init(_ name: String) { description = name }

    /// The placement file can't be opened.
    public static let notReadable = Code("not-readable")
    /// The placement file is no JSON, or a field of it is missing, unknown or wrong.
    public static let badPlacement = Code("bad-placement")
    /// A placement is for an input that wasn't given.
    public static let noSuchInput = Code("no-such-input")
    /// There are fewer control points than the fit has unknowns.
    public static let tooFewPoints = Code("too-few-points")
    /// Two control points are the same place.
    public static let duplicatePoints = Code("duplicate-points")
    /// All control points lie on one line.
    public static let collinearPoints = Code("collinear-points")
    /// The scale that fits best isn't one that plans have.
    public static let absurdScale = Code("absurd-scale")
    /// The control points contradict each other.
    public static let poorFit = Code("poor-fit")
    /// The coordinate reference system isn't known.
    public static let unknownSystem = Code("unknown-crs")
    /// A coordinate has no place on the globe in its coordinate reference system.
    public static let outsideSystem = Code("outside-crs")
  }

  /// What is wrong.
  public let code: Code
  /// Completes "could not place the plan: …", and says the way out.
  public let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

extension PlacementError: CustomStringConvertible {
  /// The whole sentence.
  public var description: String { "could not place the plan: \(message)" }
}
