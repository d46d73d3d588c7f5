import Foundation
import Geodesy

/// Fits a plan to control points.
///
/// Source: the closed solutions of the normal equations in coordinates reduced to their centroid, as in Wolf,
/// Dewitt and Wilkinson, *Elements of Photogrammetry*, appendix C.
struct PlanFitter {
  /// Metres per unit of the plan that are believed: from tenths of a millimetre (drawings) to kilometres.
  static let scales = 1e-4...1e3
  /// Points nearer than this, in metres on the globe, are the same.
  private static let samePlace = 0.05

  private let points: [(plan: PlanPoint, ground: LocalFrame.Point)]
  private let frame: LocalFrame
  private let planCenter: PlanPoint
  private let groundCenter: LocalFrame.Point

  /// - Throws: `tooFewPoints`, `duplicatePoints`, `collinearPoints`, `badPlacement` for what is no number.
  init(_ control: [ControlPoint], method: Placement.Fit) throws(PlacementError) {
    guard control.count >= method.fewestPoints else {
      throw PlacementError(
        .tooFewPoints,
        "a \(method.rawValue) fit needs \(method.fewestPoints) control points, there are \(control.count); "
          + "add some")
    }
    for (index, point) in control.enumerated() {
      guard abs(point.plan.x) < 1e12, abs(point.plan.y) < 1e12, point.position.isValid else {
        throw PlacementError(.badPlacement, "control point \(index + 1) is nowhere; check its numbers")
      }
    }
    let frame = LocalFrame(origin: control[0].position)
    self.frame = frame
    points = control.map { ($0.plan, frame.point($0.position)) }
    let count = Double(control.count)
    planCenter = PlanPoint(
      points.reduce(0) { $0 + $1.plan.x } / count, points.reduce(0) { $0 + $1.plan.y } / count)
    groundCenter = LocalFrame.Point(
      x: points.reduce(0) { $0 + $1.ground.x } / count, y: points.reduce(0) { $0 + $1.ground.y } / count)
    try checkDuplicates()
    if method == .affine { try checkLines() }
  }

  /// Returns the best map.
  ///
  /// Two control points can't tell a plan from its mirror image; `mayMirror` turns it over only where three or
  /// more fit clearly better so.
  ///
  /// - Throws: `absurdScale`; `poorFit` if a residual is above `tolerance` metres.
  func fit(
    _ method: Placement.Fit, mayMirror: Bool, tolerance: Double
  ) throws(PlacementError) -> PlanFit {
    var best = method == .affine ? affine() : helmert(isMirrored: false)
    if method == .helmert, mayMirror, points.count > 2 {
      let mirrored = helmert(isMirrored: true)
      if mirrored.rootMeanSquare < best.rootMeanSquare * 0.5 { best = mirrored }
    }
    guard Self.scales.contains(best.scale) else {
      throw PlacementError(
        .absurdScale,
        "one unit of the plan would be \(best.scale) m; check that no point is mixed up and that latitude and "
          + "longitude aren't swapped")
    }
    if let worst = best.residuals.indices.max(by: { best.residuals[$0] < best.residuals[$1] }),
      !(best.residuals[worst] <= tolerance)
    {
      let metres = String(format: "%.2f", best.residuals[worst])
      throw PlacementError(
        .poorFit,
        "control point \(worst + 1) is \(metres) m off, more than \(tolerance) m; check it, or raise "
          + "'tolerance'")
    }
    return best
  }

  // MARK: Checks

  private func checkDuplicates() throws(PlacementError) {
    for (index, point) in points.enumerated() {
      for (other, earlier) in points[..<index].enumerated() {
        let away = hypot(point.ground.x - earlier.ground.x, point.ground.y - earlier.ground.y)
        guard point.plan != earlier.plan, away > Self.samePlace else {
          throw PlacementError(
            .duplicatePoints,
            "control points \(other + 1) and \(index + 1) are the same place; take points far apart")
        }
      }
    }
  }

  /// An affine map of a line says nothing about what is beside it.
  private func checkLines() throws(PlacementError) {
    let plan = points.map { ($0.plan.x - planCenter.x, $0.plan.y - planCenter.y) }
    let ground = points.map { ($0.ground.x - groundCenter.x, $0.ground.y - groundCenter.y) }
    guard Self.thinness(plan) > 0.01, Self.thinness(ground) > 0.01 else {
      throw PlacementError(
        .collinearPoints,
        "the control points lie on a line; add one beside it, or use 'helmert'")
    }
  }

  /// The spread across the longest direction as a share of the spread along it.
  private static func thinness(_ points: [(x: Double, y: Double)]) -> Double {
    let xx = points.reduce(0) { $0 + $1.x * $1.x }
    let yy = points.reduce(0) { $0 + $1.y * $1.y }
    let xy = points.reduce(0) { $0 + $1.x * $1.y }
    let root = hypot((xx - yy) / 2, xy)
    let (long, short) = ((xx + yy) / 2 + root, (xx + yy) / 2 - root)
    return long > 0 ? (max(short, 0) / long).squareRoot() : 0
  }

  // MARK: Solutions

  private func helmert(isMirrored: Bool) -> PlanFit {
    let turn = isMirrored ? -1.0 : 1.0
    var (along, across, square) = (0.0, 0.0, 0.0)
    for (plan, ground) in points {
      let (x, y) = (plan.x - planCenter.x, (plan.y - planCenter.y) * turn)
      let (east, north) = (ground.x - groundCenter.x, ground.y - groundCenter.y)
      along += x * east + y * north
      across += x * north - y * east
      square += x * x + y * y
    }
    let (a, b) = (along / square, across / square)
    return map(east: (a, -b * turn), north: (b, a * turn))
  }

  private func affine() -> PlanFit {
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    var (xe, ye, xn, yn) = (0.0, 0.0, 0.0, 0.0)
    for (plan, ground) in points {
      let (x, y) = (plan.x - planCenter.x, plan.y - planCenter.y)
      let (east, north) = (ground.x - groundCenter.x, ground.y - groundCenter.y)
      xx += x * x
      yy += y * y
      xy += x * y
      xe += x * east
      ye += y * east
      xn += x * north
      yn += y * north
    }
    let determinant = xx * yy - xy * xy
    return map(
      east: ((xe * yy - ye * xy) / determinant, (ye * xx - xe * xy) / determinant),
      north: ((xn * yy - yn * xy) / determinant, (yn * xx - xn * xy) / determinant))
  }

  private func map(east: (x: Double, y: Double), north: (x: Double, y: Double)) -> PlanFit {
    let residuals = points.map { plan, ground in
      let (x, y) = (plan.x - planCenter.x, plan.y - planCenter.y)
      return hypot(
        east.x * x + east.y * y + groundCenter.x - ground.x,
        north.x * x + north.y * y + groundCenter.y - ground.y)
    }
    return PlanFit(
      frame: frame, east: (east.x, east.y, groundCenter.x), north: (north.x, north.y, groundCenter.y),
      center: planCenter, isMirrored: east.x * north.y - east.y * north.x < 0, residuals: residuals)
  }
}
