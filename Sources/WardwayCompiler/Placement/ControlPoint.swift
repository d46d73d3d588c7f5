import Geodesy

/// A point of which it is known where it lies, on the plan and on the globe.
public struct ControlPoint: Hashable, Sendable {
  /// Where it is on the plan.
  public var plan: PlanPoint
  /// Where it is on WGS 84.
  public var position: Coordinate

  /// Makes a control point.
  public init(plan: PlanPoint, position: Coordinate) {
    self.plan = plan
    self.position = position
  }
}
