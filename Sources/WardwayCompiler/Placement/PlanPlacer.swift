import Foundation
import Geodesy
import WardwayMap

/// Puts the points of one plan on the globe.
struct PlanPlacer {
  /// The middle of the fictitious spots, in the open sea south of Ghana.
  static let nowhere = Coordinate(latitudeE7: 0, longitudeE7: 0)
  /// How far apart plans without a place are put, in 10⁻⁷ degrees of longitude: 11 km, so that nothing of one
  /// is near another.
  private static let step: Int32 = 1_000_000
  /// Plans that stretch farther from their origin than this, in metres, are moved to it.
  private static let farthest = 50_000.0

  private enum Way {
    case system(CoordinateSystem, Datum)
    case fit(PlanFit)
    case nowhere(LocalFrame, origin: PlanPoint)
  }

  private let way: Way
  /// Metres for a unit of the plan, for heights.
  let metresPerUnit: Double
  /// What is to be said about the placement.
  private(set) var diagnostics: [Diagnostic] = []

  /// Prepares the placement of a plan.
  ///
  /// - Parameters:
  ///   - placement: What is declared.
  ///   - stated: The coordinate reference system that the plan itself states.
  ///   - corner: The least x and y of the plan.
  ///   - reach: The largest coordinate of the plan, signs left aside.
  ///   - number: Which of the plans this is, so that those without a place don't lie on each other.
  ///   - file: What the plan is called.
  init(
    _ placement: Placement, stated: String?, corner: PlanPoint, reach: Double, number: Int, file: String
  ) throws(PlacementError) {
    let unit = placement.metresPerUnit
    switch placement.method {
    case .system(let name, let northFirst):
      way = .system(try CoordinateSystem(name, northFirst: northFirst), placement.datum)
      metresPerUnit = unit ?? 1
      return
    case .points(let points, let method, let mayMirror, let tolerance):
      let fit = try PlanFitter(points, method: method).fit(method, mayMirror: mayMirror, tolerance: tolerance)
      way = .fit(fit)
      metresPerUnit = unit ?? fit.scale
      diagnostics.append(Diagnostic(.placedPlan, .note, .none, "\(file): \(Self.text(fit))"))
      return
    case .asStated: break
    }
    metresPerUnit = unit ?? 1
    if let stated {
      do {
        way = .system(try CoordinateSystem(stated), placement.datum)
        return
      } catch let error {
        diagnostics.append(Diagnostic(.unknownSystem, .warning, .none, "\(file): \(error.message)"))
      }
    }
    let metres = reach * metresPerUnit
    let kilometre = 1000 / metresPerUnit
    let origin =
      metres < Self.farthest
      ? PlanPoint(0, 0)
      : PlanPoint(
        (corner.x / kilometre).rounded(.down) * kilometre,
        (corner.y / kilometre).rounded(.down) * kilometre)
    let spot = Coordinate(
      latitudeE7: Self.nowhere.latitudeE7,
      longitudeE7: Self.nowhere.longitudeE7 + Self.step * Int32(number % 1000))
    way = .nowhere(LocalFrame(origin: spot), origin: origin)
    diagnostics.append(
      Diagnostic(
        .unplacedPlan, .warning, .none, at: spot,
        "\(file) doesn't say where it lies; its point \(origin.x) \(origin.y) is put at \(spot), in the open sea. "
          + "Give control points or a coordinate reference system with --placement"))
  }

  /// Returns where a point lies.
  ///
  /// - Throws: `outsideSystem` where that is nowhere.
  func coordinate(_ point: PlanPoint) throws(PlacementError) -> Coordinate {
    switch way {
    case .system(let system, let datum): return datum.wgs84(try system.coordinate(point))
    case .fit(let fit):
      guard let place = fit.coordinate(point) else { throw Self.outside(point) }
      return place
    case .nowhere(let frame, let origin):
      let (x, y) = ((point.x - origin.x) * metresPerUnit, (point.y - origin.y) * metresPerUnit)
      guard abs(x) < 1e6, abs(y) < 1e6 else { throw Self.outside(point) }
      return frame.coordinate(LocalFrame.Point(x: x, y: y))
    }
  }

  private static func outside(_ point: PlanPoint) -> PlacementError {
    PlacementError(
      .outsideSystem,
      "the point \(point.x) \(point.y) is more than 1,000 km from the rest; check it, or 'metres_per_unit'")
  }

  private static func text(_ fit: PlanFit) -> String {
    func number(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
    let residuals = fit.residuals.map { number($0, 2) }.joined(separator: ", ")
    return
      "placed by \(fit.residuals.count) control points; one unit is \(number(fit.scale, 5)) m, its x axis "
      + "points \(number(fit.rotation, 2))° anticlockwise from east\(fit.isMirrored ? ", turned over" : ""); "
      + "off by \(residuals) m, \(number(fit.rootMeanSquare, 2)) m in the root of the mean square"
  }
}
