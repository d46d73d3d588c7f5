import Testing

@testable import WardwayCompiler
@testable import WardwayMap

/// What the tags of roads mean.
@Suite struct RoadTagsTests {
  @Test(arguments: [
    ("50", 50.0), ("30 mph", 48.28032), ("30mph", 48.28032), ("walk", 7), ("none", 150), ("DE:urban", 50),
    ("DE:rural", 100), ("FR:rural", 80), ("GB:nsl_single", 96.56064), ("zone30", 30), ("DE:zone:30", 30),
    ("DE:zone30", 30), ("50;30", 30), ("DE:motorway", 150), ("IT:30", 30), ("60 km/h", 60),
    ("10 knots", 18.52),
    ("DE:living_street", 7), ("RU:urban", 60), ("XX:rural", 90),
  ])
  func `limits are read`(text: String, kmh: Double) {
    #expect(abs((SpeedLimit.kmh(text) ?? 0) - kmh) < 0.001)
  }

  @Test(arguments: [
    "", "signals", "variable", "fast", "-50", "0", "nan", "inf", "1e9", ":", "DE:", "DE:slow", "mph",
  ])
  func `what is no limit is none`(text: String) {
    #expect(SpeedLimit.kmh(text) == nil)
  }

  @Test(arguments: [
    ("yes", VehicleAccess.open), ("permissive", .open), ("private", .endsOnly), ("destination", .endsOnly),
    ("no", .closed), ("agricultural;forestry", .closed), ("private; yes", .open), ("delivery", .endsOnly),
    ("destination;agricultural", .endsOnly), ("psv", .closed), ("fine_gravel", .unstated), ("", .unstated),
    ("unknown", .unstated), ("agricultural; destination", .endsOnly),
  ])
  func `access is read`(text: String, access: VehicleAccess) {
    #expect(VehicleAccess.read(text) == access)
  }

  @Test func `an edge's record has no holes and keeps its counts apart`() {
    #expect(MemoryLayout<DriveEdgeRecord>.size == 56 && MemoryLayout<DriveEdgeRecord>.stride == 56)
    var edge = DriveEdgeRecord(.service, source: .none, tail: 0, head: 1, speed: 150)
    edge[.signals, forward: true] = 3
    edge[.signals, forward: false] = 99
    edge[.stop, forward: true] = 1
    #expect(edge[.signals, forward: true] == 3 && edge[.signals, forward: false] == 15)
    #expect(edge[.stop, forward: true] == 1 && edge[.stop, forward: false] == 0)
    #expect(edge[.giveWay, forward: true] == 0)
    edge.directions = 0b0101
    #expect(edge.isOpen(forward: true) && !edge.isOpen(forward: false))
    edge.directions = 0b0100
    #expect(!edge.isOpen(forward: true, toEmergency: false) && edge.isOpen(forward: true, toEmergency: true))
  }
}
