import Foundation
import Geodesy
import Testing

@testable import WardwayCompiler

@Suite struct PlanFitTests {
  private static let frame = LocalFrame(
    origin: Coordinate(latitudeE7: 312_000_000, longitudeE7: 1_214_000_000))

  /// Control points of a plan that is turned, scaled and perhaps turned over.
  private static func control(
    _ plan: [(Double, Double)], turn: Double = 0.6, scale: Double = 0.5, mirrored: Bool = false,
    shear: Double = 0
  ) -> [ControlPoint] {
    plan.map { x, y in
      let (u, v) = (x + shear * y, mirrored ? -y : y)
      let (east, north) = (u * cos(turn) - v * sin(turn), u * sin(turn) + v * cos(turn))
      return ControlPoint(
        plan: PlanPoint(x, y),
        position: frame.coordinate(LocalFrame.Point(x: east * scale + 7, y: north * scale - 3)))
    }
  }

  private static func fit(
    _ points: [ControlPoint], _ method: Placement.Fit = .helmert, mayMirror: Bool = true,
    tolerance: Double = 1
  ) throws(PlacementError) -> PlanFit {
    try PlanFitter(points, method: method).fit(method, mayMirror: mayMirror, tolerance: tolerance)
  }

  private static func code(_ points: [ControlPoint], _ method: Placement.Fit = .helmert) -> PlacementError
    .Code?
  {
    do {
      _ = try fit(points, method)
      return nil
    } catch { return error.code }
  }

  private static let square: [(Double, Double)] = [(0, 0), (200, 0), (0, 120), (200, 120)]

  @Test(arguments: [false, true], Placement.Fit.allCases)
  func `a plan lands where it was taken from`(mirrored: Bool, method: Placement.Fit) throws {
    let fit = try Self.fit(Self.control(Self.square, mirrored: mirrored), method)
    #expect(fit.isMirrored == mirrored)
    #expect(abs(fit.scale - 0.5) < 1e-3 && fit.rootMeanSquare < 0.02)
    #expect(abs(fit.rotation - 0.6 * 180 / .pi) < 0.05)
    let probe = Self.control([(77, 33)], mirrored: mirrored)[0]
    #expect(distance(try #require(fit.coordinate(probe.plan)), probe.position) < 0.03)
  }

  @Test func `an affine map takes shear that a Helmert map shows as residuals`() throws {
    let points = Self.control(Self.square, shear: 0.1)
    #expect(try Self.fit(points, .affine).rootMeanSquare < 0.02)
    let fit = try Self.fit(points, .helmert, tolerance: 100)
    #expect(fit.rootMeanSquare > 1 && fit.residuals.count == 4)
    #expect(throws: PlacementError.self) { try Self.fit(points, .helmert) }
  }

  /// The normal equations, tried out: no small change of the map fits better.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `no other map fits better`(seed: UInt64) throws {
    var state = seed &* 77 &+ 5
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24) * 2 - 1
    }
    let points = Self.control(Self.square).map { point in
      let ground = Self.frame.point(point.position)
      return ControlPoint(
        plan: point.plan,
        position: Self.frame.coordinate(LocalFrame.Point(x: ground.x + random(), y: ground.y + random())))
    }
    let best = try Self.fit(points, mayMirror: false, tolerance: 10)
    func error(_ east: Double, _ north: Double, _ turn: Double, _ scale: Double) throws -> Double {
      try points.reduce(0.0) { sum, point in
        let found = Self.frame.point(try #require(best.coordinate(point.plan)))
        let true_ = Self.frame.point(point.position)
        let (x, y) = (
          found.x * scale * cos(turn) - found.y * sin(turn), found.y * scale + found.x * sin(turn)
        )
        return sum + pow(x + east - true_.x, 2) + pow(y + north - true_.y, 2)
      }
    }
    let least = try error(0, 0, 0, 1)
    for step in [-0.3, 0.3] {
      for other in [
        try error(step, 0, 0, 1), try error(0, step, 0, 1), try error(0, 0, step / 10, 1),
        try error(0, 0, 0, 1 + step / 10),
      ] { #expect(other > least - 0.05) }
    }
  }

  @Test func `what can't be fitted is refused by name`() {
    #expect(Self.code(Self.control([(0, 0)])) == .tooFewPoints)
    #expect(Self.code(Self.control([(0, 0), (9, 0)]), .affine) == .tooFewPoints)
    #expect(Self.code(Self.control([(0, 0), (0, 0)])) == .duplicatePoints)
    #expect(Self.code(Self.control([(0, 0), (9, 9), (20, 20)]), .affine) == .collinearPoints)
    #expect(Self.code(Self.control([(0, 0), (9, 9)], scale: 1e5)) == .absurdScale)
    #expect(Self.code(Self.control([(0, 0), (9e6, 9e6)], scale: 1e-5)) == .absurdScale)
    var mixed = Self.control(Self.square)
    (mixed[0].plan, mixed[1].plan) = (mixed[1].plan, mixed[0].plan)
    #expect(Self.code(mixed) == .poorFit)
    mixed[0].plan.x = .nan
    #expect(Self.code(mixed) == .badPlacement)
  }
}
