import Foundation
import Geodesy

/// The map from a plan to the globe that fits control points best, in the sense of least squares.
struct PlanFit: Sendable {
  /// The flat map around the first control point that the plan is laid on.
  let frame: LocalFrame
  /// Metres east and north as linear functions of x and y, seen from ``center``.
  let east: (x: Double, y: Double, constant: Double)
  let north: (x: Double, y: Double, constant: Double)
  /// The middle of the control points on the plan.
  let center: PlanPoint

  /// Whether the plan is turned over: its y axis points to the right of its x axis.
  let isMirrored: Bool
  /// How far off each control point is, in metres, in their order.
  let residuals: [Double]

  /// The root of the mean square of the residuals, in metres.
  var rootMeanSquare: Double {
    (residuals.reduce(0) { $0 + $1 * $1 } / Double(residuals.count)).squareRoot()
  }

  /// Metres on the ground for a unit of the plan; of an affine map the mean.
  var scale: Double { abs(east.x * north.y - east.y * north.x).squareRoot() }

  /// The direction of the plan's x axis, in degrees anticlockwise from east, −180…180.
  var rotation: Double { atan2(north.x, east.x) * 180 / .pi }

  /// Where a point of the plan lies; nil far beyond the globe.
  func coordinate(_ point: PlanPoint) -> Coordinate? {
    let (x, y) = (point.x - center.x, point.y - center.y)
    let metresEast = east.x * x + east.y * y + east.constant
    let metresNorth = north.x * x + north.y * y + north.constant
    guard abs(metresEast) < 1e6, abs(metresNorth) < 1e6 else { return nil }
    return frame.coordinate(LocalFrame.Point(x: metresEast, y: metresNorth))
  }
}
