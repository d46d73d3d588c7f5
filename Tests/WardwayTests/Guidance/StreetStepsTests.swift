import Testing
import WardwayGuidance
import WardwayMap
import WardwayRouting

@Suite struct StreetStepsTests {
  @Test func `a straight street is a departure and an arrival`() {
    var map = DrawnJourney()
    map.go(.road, (0, 60), name: "Willow Street")
    map.go(.road, (0, 120), name: "Willow Street", choices: 2)
    #expect(map.english == ["Head north on Willow Street", "You have arrived"])
    #expect(map.maneuvers == ["depart", "arrive"])
    #expect(map.steps[0].geometryRange == 0...2 && map.steps[1].geometryRange == 2...2)
    #expect(map.steps[0].name == "Willow Street")
  }

  @Test func `a Chinese name stands without spaces`() {
    var map = DrawnJourney()
    map.go(.road, (0, 60), name: "柳树街")
    map.go(.road, (80, 60), name: "解放大道", choices: 2)
    map.destination = "药房"
    #expect(map.chinese == ["向北沿柳树街走 60 米", "右转，沿解放大道直行 80 米", "已到达药房"])
  }

  @Test func `a turn names the street`() {
    var map = DrawnJourney()
    map.go(.road, (0, 60), name: "Willow Street")
    map.go(.road, (-80, 60), name: "Mill Lane", choices: 2)
    map.go(.road, (-80, 0), ref: "A7", choices: 1)
    #expect(
      map.english == [
        "Head north on Willow Street", "Turn left onto Mill Lane", "Turn left onto A7", "You have arrived",
      ])
    #expect(
      map.chinese == [
        "向北沿 Willow Street 走 60 米", "左转，沿 Mill Lane 直行 80 米", "左转，沿 A7 直行 60 米", "已到达目的地",
      ])
    #expect(map.maneuvers == ["depart", "turn left", "turn left", "arrive"])
  }

  @Test func `a bend without a decision is silent`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 60), name: "Canal Walk")
    map.go(.footway, (50, 60), name: "Canal Walk")
    map.go(.footway, (50, 0))
    map.go(.footway, (100, 0))
    #expect(map.maneuvers == ["depart", "arrive"])
  }

  @Test func `a turn on the same street is said where there is a choice`() {
    var map = DrawnJourney()
    map.go(.road, (0, 60), name: "Mill Lane")
    map.go(.road, (50, 60), name: "Mill Lane", choices: 1)
    #expect(map.english[1] == "Turn right to stay on Mill Lane")
    #expect(map.chinese[1] == "右转，继续沿 Mill Lane 直行 50 米")
  }

  @Test func `a new name straight on is said, a name of a few metres isn't`() {
    var map = DrawnJourney()
    map.go(.road, (0, 60), name: "Willow Street")
    map.go(.road, (0, 65), name: "Square", choices: 2)
    map.go(.road, (0, 130), name: "Hospital Road", choices: 2)
    #expect(
      map.english == ["Head north on Willow Street", "Continue onto Hospital Road", "You have arrived"])
    #expect(map.chinese[1] == "直行进入 Hospital Road，走 65 米")
    #expect(map.maneuvers[1] == "continue straight")
  }

  @Test func `an unnamed way is said with its length`() {
    var map = DrawnJourney()
    map.go(.footway, (84, 84))
    #expect(map.english[0] == "Head northeast for 120 m")
    #expect(map.chinese[0] == "向东北走 120 米")
    map.go(.footway, (1284, 84))
    #expect(map.english[0] == "Head northeast for 1.3 km")
  }

  @Test func `digitising noise makes no turns`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 30), (0.8, 30.6))
    map.go(.footway, (0.1, 31.2), (0, 60), choices: 1)
    #expect(map.maneuvers == ["depart", "arrive"])
  }

  @Test func `a jog over a short unnamed piece is one step`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 60), name: "East Walk")
    map.go(.footway, (4, 60), choices: 1)
    map.go(.footway, (4, 120), name: "West Walk", choices: 1)
    #expect(
      map.english == [
        "Head north on East Walk", "Turn right, then immediately left onto West Walk", "You have arrived",
      ])
  }

  @Test func `a corner over a short piece is one step`() {
    var map = DrawnJourney()
    map.go(.road, (0, 60), name: "Mill Lane")
    map.go(.footway, (3, 63), choices: 1)
    map.go(.road, (60, 63), name: "Willow Street", choices: 1)
    #expect(
      map.english == [
        "Head north on Mill Lane", "Turn slightly right, then immediately right again onto Willow Street",
        "You have arrived",
      ])
  }

  @Test func `two near turns the same way are said together`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 60))
    map.go(.footway, (-5, 60), choices: 1)
    map.go(.footway, (-5, 0), choices: 1)
    #expect(map.maneuvers == ["depart", "turn left", "arrive"])
    #expect(map.english[1] == "Turn left, then immediately left again")
  }

  @Test(arguments: [
    (30.0, "turn slight-right"), (90, "turn right"), (150, "turn sharp-right"), (-40, "turn slight-left"),
    (-90, "turn left"), (-140, "turn sharp-left"), (178, "turn uturn"),
  ])
  func `the angle gives the word`(degrees: Double, word: String) {
    // A turn by the same angle everywhere on the circle.
    for heading in stride(from: 0.0, to: 360, by: 30) {
      let (x, y) = point(40, heading)
      let (dx, dy) = point(40, heading + degrees)
      var map = DrawnJourney()
      map.go(.footway, (x, y))
      map.go(.footway, (x + dx, y + dy), choices: 2)
      #expect(map.maneuvers == ["depart", word, "arrive"], "heading \(heading)")
    }
  }

  @Test func `crossings in a row are one`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 30))
    map.go(.crossing, (0, 36), choices: 1)
    map.go(.kerb)
    map.go(.footway, (0, 39))
    map.go(.crossing, (0, 45))
    map.go(.footway, (0, 90), choices: 2)
    #expect(map.english == ["Head north for 30 m", "Cross at the crossing", "You have arrived"])
    #expect(map.chinese == ["向北走 30 米", "过人行横道", "已到达目的地"])
    #expect(map.maneuvers == ["depart", "continue straight", "arrive"])
  }

  @Test func `a turn onto a crossing is one sentence`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 30))
    map.go(.footway, (2, 30), choices: 2)
    map.go(.crossing, (12, 30))
    map.go(.footway, (14, 30))
    map.go(.footway, (14, 80), choices: 2)
    #expect(
      map.english == [
        "Head north for 30 m", "Turn right and cross at the crossing", "Turn left", "You have arrived",
      ])
    #expect(map.chinese[1] == "右转，过人行横道")
  }

  @Test func `a car drives, and parks where the walk begins`() {
    var map = DrawnJourney()
    map.mode = .car
    map.go(.road, (0, 300), name: "Willow Street")
    map.destination = "Car Park 2"
    var journey = map.journey
    var walk = map.leg
    walk.mode = .walk
    walk.edges = []
    walk.geometryRange = 1...1
    walk.destination = ""
    journey.legs.append(walk)
    journey.legs[0].end = .handoff(Leg.Change(.park))
    #expect(
      journey.steps(in: .english).map(\.text) == [
        "Drive north on Willow Street", "Park at Car Park 2", "Leave the car", "You have arrived",
      ])
    #expect(
      journey.steps(in: .simplifiedChinese).map(\.text) == [
        "向北沿 Willow Street 行驶", "在 Car Park 2 停车", "下车", "已到达目的地",
      ])
  }
}

@Suite struct LegEndTests {
  @Test func `a leg into a venue enters it, a leg out of it leaves it`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 50))
    map.destination = "Gate 2"
    var journey = map.journey
    map.go(.footway, (0, 90))
    map.go(.footway, (0, 140))
    journey.geometry = map.geometry
    for (index, network) in [(1, NetworkID(rawValue: "tongji")), (2, .streets)] {
      var leg = map.leg
      leg.network = network
      leg.networkName = network == .streets ? "" : "Tongji Hospital"
      leg.edges = [map.edges[index]]
      leg.geometryRange = index...index + 1
      journey.legs.append(leg)
    }
    for index in 0..<2 {
      journey.legs[index].end = .portal
      journey.legs[index].destination = "Gate 2"
    }
    let steps = journey.stepsByLeg(in: .english)
    #expect(
      steps.map { $0.map(\.maneuver) } == [[.depart], [.enterVenue], [.exitVenue, .arrive]])
    #expect(
      steps.flatMap { $0.map(\.text) } == [
        "Head north for 50 m", "Continue through Gate 2 into Tongji Hospital",
        "Leave the grounds of Tongji Hospital through Gate 2", "You have arrived at Gate 2",
      ])
    #expect(journey.stepsByLeg(in: .simplifiedChinese)[1][0].text == "从 Gate 2 进入 Tongji Hospital，直行 40 米")
  }
}

/// A point at a distance in a direction, for multiples of whole degrees.
private func point(_ length: Double, _ bearing: Double) -> (Double, Double) {
  // Rotations by one degree, so that no mathematics library is needed.
  var (x, y) = (0.0, length)
  for _ in 0..<((Int(bearing) % 360 + 360) % 360) {
    (x, y) = (
      x * 0.999_847_695_156_391_2 + y * 0.017_452_406_437_283_51,
      y * 0.999_847_695_156_391_2 - x * 0.017_452_406_437_283_51
    )
  }
  return (x, y)
}
