import Geodesy
import Testing
import WardwayGuidance
import WardwayMap
import WardwayRouting

@Suite struct StepInvariantsTests {
  @Test func `from a place to itself is a departure and an arrival`() {
    var map = DrawnJourney()
    map.destination = "Ward 5"
    #expect(map.english == ["Start here", "You have arrived at Ward 5"])
    #expect(map.chinese == ["从这里出发", "已到达 Ward 5"])
    #expect(map.steps.map(\.geometryRange) == [0...0, 0...0])
    map = DrawnJourney(level: 3)
    #expect(map.english == ["Start on level 3", "You have arrived on level 3"])
    map = DrawnJourney()
    map.go(.footway, (0, 0))
    #expect(map.maneuvers == ["depart", "arrive"])
  }

  @Test(arguments: 0..<500 as Range<UInt64>)
  func `steps cover a random leg without gap or overlap`(seed: UInt64) throws {
    let map = randomJourney(seed)
    let steps = map.steps
    #expect(steps.first?.maneuver == .depart && steps.last?.maneuver == .arrive)
    #expect(steps.count { $0.maneuver == .depart || $0.maneuver == .arrive } == 2)
    #expect(abs(steps.reduce(0) { $0 + $1.distance } - map.leg.distance) < 1e-6)
    #expect(steps.reduce(.zero) { $0 + $1.duration } == map.leg.duration)
    #expect(steps.first?.geometryRange.lowerBound == 0)
    #expect(steps.last?.geometryRange == map.geometry.count - 1...map.geometry.count - 1)
    for (step, next) in zip(steps, steps.dropFirst()) {
      #expect(step.geometryRange.upperBound == next.geometryRange.lowerBound)
      #expect(step.toLevel == next.fromLevel)
    }
    for (step, other) in zip(steps, map.journey.steps(in: .simplifiedChinese)) {
      #expect(!step.text.isEmpty && !other.text.isEmpty)
      #expect(step.maneuver == other.maneuver && step.geometryRange == other.geometryRange)
      #expect(step.text.first?.isUppercase == true && !step.text.contains("  "))
    }
    // Every floor change is announced with its floor.
    for edge in map.edges where edge.kind == .elevatorRide {
      let ride = try #require(
        steps.first { $0.maneuver == .elevator && $0.geometryRange.contains(edge.geometryRange.lowerBound) })
      #expect(ride.text.contains("level "))
    }
  }

  @Test func `a hostile name is shown without its tricks`() {
    var map = DrawnJourney()
    map.go(.road, (0, 50), name: "Mill\u{202E}\u{0}\nLane\u{2066} \u{200F}7")
    map.destination = String(repeating: "a\u{301}", count: 10_000)
    #expect(map.steps[0].name == "Mill Lane 7")
    #expect(map.english[0] == "Head north on Mill Lane 7")
    #expect(map.steps[1].name == String(repeating: "a\u{301}", count: 60))
    map.destination = "👨‍👩‍👧 Familie"
    #expect(map.steps[1].name == "👨‍👩‍👧 Familie")
  }

  private func randomJourney(_ seed: UInt64) -> DrawnJourney {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var map = DrawnJourney()
    var (x, y) = (0.0, 0.0)
    for _ in 0..<random(25) {
      map.isIndoor = random(4) == 0 ? !map.isIndoor : map.isIndoor
      let kind = EdgeKind.allCases[random(EdgeKind.allCases.count)]
      let name = ["", "", "Mill Lane", "Corridor A", "门诊楼"][random(5)]
      if kind.isElevator {
        map.ride(to: Double(random(5) - 1), name: name, source: FeatureID(.node, Int64(random(2))))
      } else if [.door, .barrier, .kerb, .connector].contains(kind), random(3) > 0 {
        map.go(kind, name: name, choices: random(2))
      } else {
        x += Double(random(41) - 20)
        y += Double(random(41) - 20)
        let level = [.stairs, .escalator, .ramp].contains(kind) ? Double(random(4) - 1) : nil
        map.go(
          kind, (x, y), name: name, choices: random(3), level: level, steps: UInt16(random(3) * 9),
          rises: Trilean(rawValue: UInt8(random(3)))!)
      }
    }
    return map
  }
}
