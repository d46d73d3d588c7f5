import Testing
import WardwayMap

@testable import WardwayCompiler

/// What of a map of OpenStreetMap is reported as not understood.
@Suite struct TagLossesTests {
  @Test func `values that aren't known are counted, with examples`() throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: [
        "ab: highway=footway width=wide incline=steep", "bc: highway=steps step_count=many width=broad",
        "cd: highway=footway wheelchair=perhaps width=wide", "ad: indoor=cloud", "da: shop=x width=wide",
      ], nodes: ["b: barrier=kerb kerb=odd"])
    #expect(map.diagnostics.allSatisfy { $0.hasPrefix("not-understood ") })
    let messages = map.report.diagnostics.map(\.message).sorted()
    #expect(
      messages == [
        "incline = 'steep' 1 × (way/1): not understood, left out",
        "indoor = 'cloud' 1 × (way/4): not understood, left out",
        "kerb = 'odd' 1 × (node/98): not understood, left out",
        "step_count = 'many' 1 × (way/2): not understood, left out",
        "wheelchair = 'perhaps' 1 × (way/3): not understood, left out",
        "width = 'wide' 2 × (way/1, way/3); 'broad' 1 × (way/2): not understood, left out",
      ])
  }

  @Test func `what an elevator carries is counted where it can't be read`() throws {
    let map = try DrawnMap(
      "a---b---c",
      ways: ["ab: highway=footway maxweight=heavy capacity=2", "bc: highway=footway level=1 maxweight=800"],
      nodes: ["b: highway=elevator level=0;1 maxweight=800 capacity=a~few"])
    let messages = map.report.diagnostics.filter { $0.code == .notUnderstood }.map(\.message).sorted()
    #expect(
      messages == [
        "capacity = 'a few' 1 × (node/98): not understood, left out",
        "maxweight = '800' 1 × (node/98): not understood, left out",
      ])
  }

  @Test func `outlines that don't close and machines that don't run are counted`() throws {
    let map = try DrawnMap(
      """
      a---b---e
      |   |
      d---c---f
      """,
      ways: [
        "abcd: indoor=room level=0", "bcd: indoor=area level=0", "be: highway=footway", "cf: highway=footway",
        "ab: source=x", "bcd: source=y", "ef: highway=steps conveying=yes operational_status=broken",
      ],
      nodes: ["b: highway=elevator operational_status=out_of_order level=0;1"],
      relations: ["5 6: type=multipolygon indoor=area level=0"])
    #expect(
      map.diagnostics == ["open-outline way/1", "open-ring relation/1", "out-of-service way/7"])
    #expect(map.report.diagnostics[0].message.hasPrefix("2 × (way/1, way/2): its outline isn't closed"))
    #expect(map.report.diagnostics[2].message.hasPrefix("2 × (way/7, node/98): "))
    #expect(map.count(.elevatorBoard) == 0 && map.count(.escalator) == 0)
  }

  @Test func `hours and conditions that aren't applied are counted, on nodes too`() throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: [
        "ab: highway=footway opening_hours=Mo-Fr foot:conditional=no~@~(22:00-06:00)",
        "bc: highway=corridor access:conditional=no~@~(22:00-06:00)",
        "cd: highway=footway opening_hours=24/7",
      ],
      nodes: [
        "b: entrance=yes opening_hours=Mo-Fr access:conditional=no~@~(22:00-06:00)",
        "c: barrier=gate opening_hours=Sa", "a: shop=kiosk opening_hours=Su",
      ])
    #expect(map.diagnostics == ["conditional-access way/1", "hours-not-applied way/1"])
    let sources = map.report.diagnostics.map { $0.sources.map(\.description) }
    #expect(sources == [["way/1", "way/2", "node/98"], ["way/1", "node/98", "node/99"]])
    #expect(map.report.diagnostics.allSatisfy { $0.coordinate != nil && $0.message.hasPrefix("3 × ") })
  }

  @Test func `rooms that nobody gets into are counted`() throws {
    let map = try DrawnMap(
      """
      a---b---c---g---h
      |   |   |   |   |
      d-x-e-y-f-z-i---j
        |   |   |
        k---l---m

      o---p
      |   |
      q-r-s
      """,
      ways: [
        "abexda: indoor=room level=0", "bcfyeb: indoor=room level=0", "cgizfc: indoor=room level=0",
        "ghjig: indoor=room level=0", "xkly: highway=corridor level=0", "lm: highway=steps level=0",
        "opsrqo: indoor=room level=0", "mz: highway=corridor level=0",
      ],
      nodes: ["x: door=yes", "y: door=yes", "z: door=yes", "r: door=yes"])
    let found = RoomCheck.diagnostics(map.settled)
    #expect(
      found.map { "\($0.code.rawValue) \($0.source)" } == [
        "rooms-without-door way/4", "unreached-rooms way/7", "rooms-not-step-free way/3",
      ])
    #expect(found.allSatisfy { $0.coordinate != nil && $0.message.hasPrefix("1 room: ") })
  }
}
