import Geodesy

/// What is declared about where an input lies on the globe.
public struct Placement: Hashable, Sendable {
  /// How plan coordinates become positions.
  public enum Method: Hashable, Sendable {
    /// As the input itself says; a plan that doesn't say it lies at a fictitious spot.
    case asStated
    /// By a coordinate reference system; `northFirst` states the order of the axes against its name.
    case system(String, northFirst: Bool?)
    /// By control points. `tolerance` is the largest residual in metres that is put up with.
    case points([ControlPoint], Fit, mayMirror: Bool, tolerance: Double)
  }

  /// What fitting to control points may do to a plan.
  public enum Fit: String, CaseIterable, Sendable {
    /// Move, turn and scale (four unknowns); and turn over, where the plan's axes are left-handed.
    case helmert
    /// Everything that keeps lines straight and parallel (six unknowns): a plan whose paper has shrunk.
    case affine

    var fewestPoints: Int { self == .helmert ? 2 : 3 }
  }

  /// How plan coordinates become positions.
  public var method: Method
  /// The datum of the input's latitudes and longitudes; control points are on WGS 84 already.
  public var datum: Datum
  /// What a unit of the plan is, in metres, where nothing else tells it, and of its heights; nil if undeclared.
  public var metresPerUnit: Double?

  /// Makes a placement.
  public init(_ method: Method = .asStated, datum: Datum = .wgs84, metresPerUnit: Double? = nil) {
    self.method = method
    self.datum = datum
    self.metresPerUnit = metresPerUnit
  }
}
