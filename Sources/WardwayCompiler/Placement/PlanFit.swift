import Foundation
import Geodesy

/// The map from a plan to the globe that fits control points best, in the sense of least squares.
public struct PlanFit: Hashable, Sendable {
  /// What the map may do to the plan.
  public enum Method: String, CaseIterable, Sendable {
    /// Move, turn and scale (four unknowns); and turn over, where the plan's axes are left-handed.
    case helmert
    /// Everything that keeps lines straight and parallel (six unknowns): a plan whose paper has shrunk.
    case affine

    var fewestPoints: Int { self == .helmert ? 2 : 3 }
  }

  /// The flat map around the first control point that the plan is laid on.
  let frame: LocalFrame
  /// Metres east and north as linear functions of x and y, seen from ``center``.
  let east: (x: Double, y: Double, constant: Double)
  let north: (x: Double, y: Double, constant: Double)
  /// The middle of the control points on the plan.
  let center: PlanPoint

  /// Whether the plan is turned over: its y axis points to the right of its x axis.
  public let isMirrored: Bool
  /// How far off each control point is, in metres, in their order.
  public let residuals: [Double]

  /// The root of the mean square of the residuals, in metres.
  public var rootMeanSquare: Double {
    (residuals.reduce(0) { $0 + $1 * $1 } / Double(residuals.count)).squareRoot()
  }

  /// Metres on the ground for a unit of the plan; of an affine map the mean.
  public var scale: Double { abs(east.x * north.y - east.y * north.x).squareRoot() }

  /// The direction of the plan's x axis, in degrees anticlockwise from east, −180…180.
  public var rotation: Double { atan2(north.x, east.x) * 180 / .pi }

  /// Where a point of the plan lies; nil far beyond the globe.
  public func coordinate(_ point: PlanPoint) -> Coordinate? {
    let (x, y) = (point.x - center.x, point.y - center.y)
    let metresEast = east.x * x + east.y * y + east.constant
    let metresNorth = north.x * x + north.y * y + north.constant
    guard abs(metresEast) < 1e6, abs(metresNorth) < 1e6 else { return nil }
    return frame.coordinate(LocalFrame.Point(x: metresEast, y: metresNorth))
  }

  /// Equality of the maps themselves.
  public static func == (a: PlanFit, b: PlanFit) -> Bool {
    a.frame == b.frame && a.east == b.east && a.north == b.north && a.center == b.center
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(frame)
    hasher.combine(center)
    for row in [east, north] {
      hasher.combine(row.x)
      hasher.combine(row.y)
      hasher.combine(row.constant)
    }
  }
}
