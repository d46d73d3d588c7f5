import Foundation
import TestSupport
import Testing

/// `wardway compile` with plans.
@Suite struct PlacementTests {
  private static let plan = """
    <IndoorFeatures xmlns="http://www.opengis.net/indoorgml/1.0/core" xmlns:gml="http://www.opengis.net/gml/3.2"
      xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="F"><stateMember><State gml:id="S1"><geometry><gml:Point>
      <gml:pos>0 0</gml:pos></gml:Point></geometry></State></stateMember><stateMember><State gml:id="S2"><geometry>
      <gml:Point><gml:pos>30 0</gml:pos></gml:Point></geometry></State></stateMember><transitionMember>
      <Transition gml:id="T1"><connects xlink:href="#S1"/><connects xlink:href="#S2"/></Transition>
      </transitionMember></IndoorFeatures>
    """

  private static let placement = """
    {"inputs": [{"input": "plan.gml", "control_points": [
      {"plan": [0, 0], "lat": 31.2, "lon": 121.4}, {"plan": [30, 0], "lat": 31.20027, "lon": 121.4}]}]}
    """

  @Test func `a plan is placed and routed by its ids`() throws {
    let folder = TemporaryFolder()
    let (plan, placement) = ("\(folder.path)/plan.gml", "\(folder.path)/placement.json")
    try Data(Self.plan.utf8).write(to: URL(filePath: plan))
    try Data(Self.placement.utf8).write(to: URL(filePath: placement))
    let run = try Tool.run("compile", plan, "-o", "\(folder.path)/a", "--placement", placement)
    #expect(run.code == 0 && run.output.contains("placed-plan"), "\(run)")
    let route = try Tool.run("route", "\(folder.path)/a", "--from", "S1", "--to", "S2", "--format", "json")
    let answer = try Tool.object(route.output)
    #expect(abs(try #require(answer["distance_m"] as? Double) - 30) < 0.2)
    let line = try #require(answer["geometry"] as? [[Double]])
    #expect(abs(line[0][0] - 121.4) < 1e-6 && abs(line[0][1] - 31.2) < 1e-6)
    try Data("{}".utf8).write(to: URL(filePath: placement))
    let wrong = try Tool.run("compile", plan, "-o", "\(folder.path)/b", "--placement", placement)
    #expect(wrong.code == 4 && wrong.diagnostics.contains("'inputs'"), "\(wrong)")
    try Data("<gml".utf8).write(to: URL(filePath: plan))
    #expect(try Tool.run("compile", plan, "-o", "\(folder.path)/b").code == 4)
  }
}
