import Testing
import WardwayGuidance
import WardwayMap
import WardwayRouting

@Suite struct BuildingStepsTests {
  /// From a street through a building's doors, up an elevator to a clinic.
  static func visit() -> DrawnJourney {
    var map = DrawnJourney()
    map.posted = [0: "1F", 2: "3F"]
    map.destination = "Pharmacy"
    map.posted = [:]
    map.go(.road, (0, 80), name: "Willow Street")
    map.go(.footway, (3, 80), choices: 2)
    map.go(.crossing, (12, 80), choices: 1)
    map.go(.footway, (40, 80), choices: 2)
    map.posted = [0: "1F", 2: "3F"]
    map.go(.door, name: "Main Entrance", entrance: true)
    map.isIndoor = true
    map.go(.area, (60, 80), name: "Lobby")
    map.go(.corridor, (60, 60), name: "Corridor A", choices: 2)
    map.ride(to: 2)
    map.go(.corridor, (60, 30), choices: 2)
    map.go(.door)
    map.go(.corridor, (90, 30), choices: 1)
    return map
  }

  @Test func `one is told which building that is`() throws {
    var map = Self.visit()
    let door = try #require(map.edges.firstIndex { $0.kind == .door })
    map.edges[door].ref = "Outpatient\u{202E} Building"
    #expect(
      map.english[2]
        == "Enter Outpatient Building through Main Entrance, on 1F, and cross Lobby")
    #expect(map.chinese[2] == "从 Main Entrance 进入 Outpatient Building 1 楼，穿过 Lobby")
    map.edges[door].toLevelName = ""
    map.posted = [:]
    #expect(map.maneuvers[2] == "enter-building")
  }

  @Test func `behind the entrance of a venue one is told where one is`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 50))
    var journey = map.journey
    journey.legs[0].end = .portal
    map.isIndoor = true
    map.posted = [0: "1F"]
    map.go(.corridor, (0, 80), name: "Corridor A")
    var inside = map.leg
    inside.edges = [map.edges[1]]
    inside.network = "way-1"
    inside.networkName = "Lakeside Hospital"
    inside.geometryRange = 1...2
    journey.geometry = map.geometry
    journey.legs.append(inside)
    #expect(
      journey.stepsByLeg(in: .english)[1][0].text
        == "Enter Lakeside Hospital, on 1F, and follow Corridor A")
    #expect(
      journey.stepsByLeg(in: .simplifiedChinese)[1][0].text
        == "进入 Lakeside Hospital 1 楼，沿 Corridor A 直行 30 米")
  }

  @Test func `a visit from the street to the third floor`() {
    let map = Self.visit()
    #expect(
      map.english == [
        "Head north on Willow Street", "Turn right and cross at the crossing",
        "Enter through Main Entrance and cross Lobby", "Turn right into Corridor A",
        "Take the elevator up to 3F", "Leave the elevator and follow the corridor",
        "Turn left",
        "You have arrived at Pharmacy, on 3F",
      ])
    #expect(
      map.chinese == [
        "向北沿 Willow Street 走 80 米", "右转，过人行横道", "从 Main Entrance 进入楼内，穿过 Lobby",
        "右转，沿 Corridor A 直行 20 米", "乘电梯到 3 楼", "出电梯后沿走廊直行 30 米", "左转，直行 30 米",
        "已到达 Pharmacy，在 3 楼",
      ])
    #expect(
      map.maneuvers == [
        "depart", "turn right", "enter-building", "turn right", "elevator up", "continue", "turn left",
        "arrive",
      ])
  }

  @Test func `a door without a name`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 30))
    map.go(.door)
    map.isIndoor = true
    map.go(.area, (0, 60))
    map.go(.door)
    map.isIndoor = false
    map.go(.footway, (0, 90), name: "Rose Path")
    #expect(
      map.english == [
        "Head north for 30 m", "Enter the building", "Leave the building and follow Rose Path",
        "You have arrived",
      ])
    #expect(map.chinese == ["向北走 30 米", "进入楼内，穿过大厅", "走出大楼，沿 Rose Path 直行 30 米", "已到达目的地"])
    #expect(map.maneuvers == ["depart", "enter-building", "exit-building", "arrive"])
    #expect(map.steps[1].geometryRange == 1...2)
  }

  @Test func `a door in the side of a street is turned to, behind a door one turns`() {
    var side = DrawnJourney()
    side.go(.footway, (0, 30))
    side.go(.door, name: "正门", choices: 1)
    side.isIndoor = true
    side.go(.corridor, (30, 30))
    #expect(side.english[1] == "Turn right and enter through 正门")
    #expect(side.chinese[1] == "右转，从正门进入楼内，沿走廊直行 30 米")
    var behind = DrawnJourney()
    behind.go(.footway, (0, 30))
    behind.go(.door)
    behind.isIndoor = true
    behind.go(.corridor, (30, 30), choices: 1)
    #expect(behind.english[1] == "Enter the building, then turn right into the corridor")
    #expect(behind.chinese[1] == "进入楼内后右转，沿走廊直行 30 米")
    #expect(behind.maneuvers[1] == "enter-building right")
  }

  @Test func `an inner door and a gate are silent`() {
    var map = DrawnJourney()
    map.isIndoor = true
    map.go(.corridor, (0, 30))
    map.go(.door, name: "Fire door")
    map.go(.corridor, (0, 60))
    #expect(map.maneuvers == ["depart", "arrive"])
    map.go(.barrier)
    map.go(.corridor, (0, 90))
    #expect(map.maneuvers == ["depart", "arrive"])
  }

  @Test func `the entrance near the wall is the place of the maneuver`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 30))
    map.isIndoor = true
    map.go(.corridor, (0, 33))
    map.go(.door, name: "Door 4", entrance: true)
    map.go(.corridor, (0, 60))
    #expect(map.english == ["Head north for 30 m", "Enter through Door 4", "You have arrived on level 0"])
    #expect(map.steps[1].geometryRange == 2...3)
  }

  @Test func `untagged stairs inside a building don't leave it`() {
    var map = DrawnJourney()
    map.isIndoor = true
    map.go(.corridor, (0, 30))
    map.isIndoor = false
    map.go(.escalator, (0, 60), level: 1)
    map.isIndoor = true
    map.go(.corridor, (0, 90))
    #expect(map.maneuvers == ["depart", "escalator up", "continue", "arrive"])
  }

  @Test func `a turn inside a hall doesn't name the hall again`() {
    var map = DrawnJourney()
    map.isIndoor = true
    map.go(.area, (0, 30), name: "Lobby")
    map.go(.area, (40, 30), name: "Lobby", choices: 4)
    map.go(.corridor, (40, 60), choices: 4)
    #expect(
      map.english == [
        "Start on level 0 and cross Lobby", "Turn right", "Turn left into the corridor",
        "You have arrived on level 0",
      ])
  }

  @Test func `an archway is no building`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 30))
    map.isIndoor = true
    map.go(.footway, (0, 40))
    map.isIndoor = false
    map.go(.footway, (0, 70))
    #expect(map.maneuvers == ["depart", "arrive"])
  }

  @Test func `an outdoor elevator leads straight into the building`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 30))
    map.ride(to: 1)
    map.isIndoor = true
    map.go(.corridor, (0, 60))
    #expect(map.maneuvers == ["depart", "elevator up", "continue", "arrive"])
  }

  @Test func `a turn across a square`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 30))
    map.go(.area, (40, 30), choices: 4)
    map.go(.area, (80, 10), choices: 4)
    #expect(map.english == ["Head north for 30 m", "Turn right across the square", "You have arrived"])
    #expect(map.chinese[1] == "右转，穿过广场")
  }
}
