import Testing
import WardwayGuidance
import WardwayMap
import WardwayRouting

@Suite struct VerticalStepsTests {
  private func indoors(level: Double = 0, posted: [Double: String] = [0: "1F", 1: "2F", 2: "3F", -1: "B1"])
    -> DrawnJourney
  {
    var map = DrawnJourney(level: level)
    map.isIndoor = true
    map.posted = posted
    return map
  }

  @Test func `three flights of stairs are one step`() throws {
    var map = indoors()
    map.go(.corridor, (0, 20), name: "Corridor A")
    map.go(.stairs, (0, 24), level: 1, steps: 14)
    map.go(.corridor, (2, 24))
    map.go(.stairs, (2, 20), level: 1.5, steps: 14)
    map.go(.door)
    map.go(.stairs, (2, 24), level: 2, steps: 14)
    map.go(.corridor, (-20, 24), choices: 1)
    #expect(
      map.english == [
        "Start on 1F and follow Corridor A towards the stairs", "Take the stairs up to 3F (42 steps)",
        "After the stairs, turn left into the corridor", "You have arrived on 3F",
      ])
    #expect(
      map.chinese == [
        "从 1 楼出发，往楼梯方向，沿 Corridor A 直行 20 米", "走楼梯上到 3 楼，共 42 级",
        "走完楼梯后左转，沿走廊直行 22 米", "已到达目的地，在 3 楼",
      ])
    let stairs = try #require(map.steps.first { $0.maneuver == .stairs })
    #expect(stairs.modifier == .up && stairs.fromLevel.value == 0 && stairs.toLevel.value == 2)
    #expect(stairs.fromLevelName == "1F" && stairs.toLevelName == "3F")
    #expect(stairs.geometryRange == 1...5)
    #expect(abs(stairs.distance - 14) < 0.1)
  }

  @Test func `stairs up and stairs down are two steps`() {
    var map = DrawnJourney()
    map.go(.stairs, (0, 10), level: 1)
    map.go(.footway, (0, 12))
    map.go(.stairs, (0, 22), level: 0)
    #expect(
      map.english == [
        "Start here", "Take the stairs up to level 1", "Take the stairs down to level 0", "You have arrived",
      ])
    #expect(
      map.chinese == [
        "从这里出发", "走楼梯上到 1 层（地面为 0 层）", "走楼梯下到地面层", "已到达目的地",
      ])
  }

  @Test(arguments: [
    (Trilean.yes, "Go up the stairs", "上楼梯", "stairs up"),
    (.no, "Go down the stairs", "下楼梯", "stairs down"), (.unknown, "Take the stairs", "走楼梯", "stairs"),
  ])
  func `outdoor stairs go where the map says`(rises: Trilean, en: String, zh: String, maneuver: String) {
    var map = DrawnJourney()
    map.go(.footway, (0, 30))
    map.go(.stairs, (0, 40), rises: rises)
    map.go(.footway, (0, 80))
    #expect(
      map.english == ["Head north for 30 m", en, "After the stairs, continue for 40 m", "You have arrived"])
    #expect(map.chinese == ["向北走 30 米", zh, "走完楼梯后直行 40 米", "已到达目的地"])
    #expect(map.maneuvers[1] == maneuver)
  }

  @Test func `an elevator names the floor to get off at`() {
    var map = indoors(level: 1)
    map.destination = "Radiology"
    map.go(.corridor, (0, 20))
    map.ride(to: -1, name: "病床梯")
    map.go(.corridor, (30, 20), name: "Corridor A", choices: 3)
    #expect(
      map.english == [
        "Start on 2F and follow the corridor towards the elevator “病床梯”",
        "Take the elevator “病床梯” down to B1",
        "Leave the elevator and follow Corridor A", "You have arrived at Radiology, on B1",
      ])
    #expect(
      map.chinese == [
        "从 2 楼出发，往病床梯方向，沿走廊直行 20 米", "乘病床梯到 B1 层",
        "出电梯后沿 Corridor A 直行 30 米", "已到达 Radiology，在 B1 层",
      ])
    #expect(map.maneuvers == ["depart", "elevator down", "continue", "arrive"])
    #expect(map.steps[1].name == "病床梯")
    #expect(map.steps[1].duration == .seconds(45) && map.steps[1].distance == 0)
    #expect(map.steps[1].geometryRange == 1...2)
  }

  @Test func `without posted names the map's number can't be mistaken`() {
    var map = indoors(posted: [:])
    map.go(.corridor, (0, 20))
    map.ride(to: 2)
    map.go(.footway, (0, 50))
    map.ride(to: 0.5)
    #expect(
      map.english == [
        "Start on level 0 and follow the corridor towards the elevator", "Take the elevator up to level 2",
        "Leave the elevator and follow the corridor", "Take the elevator down to level 0.5",
        "You have arrived on level 0.5",
      ])
    #expect(
      map.chinese == [
        "从地面层出发，往电梯方向，沿走廊直行 20 米", "乘电梯到 2 层（地面为 0 层）",
        "出电梯后沿走廊直行 30 米", "乘电梯到 0.5 层（地面为 0 层）", "已到达目的地，在 0.5 层（地面为 0 层）",
      ])
  }

  @Test func `a posted bare number gets a word`() {
    var map = indoors(posted: [0: "1", 1: "2"])
    map.ride(to: 1)
    #expect(
      map.english == ["Start on floor 1", "Take the elevator up to floor 2", "You have arrived on floor 2"])
    #expect(map.chinese == ["从 1 层出发", "乘电梯到 2 层", "已到达目的地，在 2 层"])
  }

  @Test func `a journey may be an elevator ride alone`() {
    var map = indoors()
    map.ride(to: 2)
    #expect(map.maneuvers == ["depart", "elevator up", "arrive"])
    #expect(map.steps.map(\.geometryRange) == [0...0, 0...1, 1...1])
    #expect(map.steps.map(\.fromLevel.value) == [0, 0, 2] && map.steps.map(\.toLevel.value) == [0, 2, 2])
    #expect(map.steps.map(\.duration) == [.zero, .seconds(45), .zero])
  }

  @Test func `a change between two elevators is said`() {
    var map = indoors()
    map.ride(to: 1, name: "A", source: FeatureID(.node, 1))
    map.ride(to: 2, name: "B", source: FeatureID(.node, 2))
    #expect(
      map.english == [
        "Start on 1F", "Take elevator A up to 2F", "Take elevator B up to 3F", "You have arrived on 3F",
      ])
  }

  @Test func `escalators in a chain are one step`() {
    var map = indoors(level: -1)
    map.go(.area, (0, 20))
    map.go(.escalator, (0, 30), level: 0)
    map.go(.area, (3, 30), choices: 2)
    map.go(.escalator, (3, 20), level: 1)
    map.go(.area, (30, 20), name: "Lobby", choices: 2)
    #expect(
      map.english == [
        "Start on B1 and cross the hall towards the escalators", "Take the escalators up to 2F",
        "After the escalator, turn left into Lobby",
        "You have arrived on 2F",
      ])
    #expect(
      map.chinese == [
        "从 B1 层出发，往扶梯方向，穿过大厅", "乘扶梯到 2 楼", "离开扶梯后左转，穿过 Lobby",
        "已到达目的地，在 2 楼",
      ])
  }

  @Test func `a single escalator, a moving walk and ramps have their words`() {
    var map = indoors()
    map.go(.escalator, (0, 10), level: 1)
    map.go(.corridor, (0, 40))
    map.go(.movingWalk, (0, 80))
    map.go(.corridor, (0, 100))
    map.go(.ramp, (0, 110), level: 0)
    map.go(.corridor, (0, 120))
    map.go(.ramp, (0, 130), rises: .no)
    #expect(
      map.english == [
        "Start on 1F", "Take the escalator up to 2F", "After the escalator, follow the corridor",
        "Take the moving walkway", "After the moving walkway, follow the corridor",
        "Take the ramp down to 1F",
        "After the ramp, follow the corridor", "Take the ramp down", "You have arrived on 1F",
      ])
    #expect(
      map.chinese == [
        "从 1 楼出发", "乘扶梯到 2 楼", "离开扶梯后沿走廊直行 30 米", "乘自动步道",
        "离开自动步道后沿走廊直行 20 米", "走坡道下到 1 楼", "走完坡道后沿走廊直行 10 米", "走坡道下行",
        "已到达目的地，在 1 楼",
      ])
  }

  @Test func `a connector's own word isn't said twice`() {
    var map = indoors()
    map.ride(to: 2, name: "2号电梯")
    map.go(.corridor, (0, 30))
    map.go(.stairs, (0, 36), name: "Stairs", level: 1)
    #expect(map.chinese[1] == "乘 2号电梯到 3 楼" && map.english[3] == "Take the stairs down to 2F")
  }

  @Test func `a stated incline tells where a ramp leads`() {
    var map = DrawnJourney()
    map.go(.ramp, (0, 20))
    map.edges[0].incline = -60
    #expect(map.english[1] == "Take the ramp down" && map.maneuvers[1] == "ramp down")
  }

  @Test func `a few metres behind a connector need no number`() {
    var map = indoors(posted: [0: "G", 1: "1"])
    map.isIndoor = false
    map.ride(to: 1)
    map.go(.platform, (0, 5))
    map.go(.stairs, (0, 10), level: 0, steps: 8)
    map.go(.footway, (0, 14))
    #expect(
      map.english == [
        "Start on G", "Take the elevator up to floor 1", "Leave the elevator",
        "Take the stairs down to G (8 steps)",
        "After the stairs, continue", "You have arrived on G",
      ])
    #expect(
      map.chinese == [
        "从 G 层出发", "乘电梯到 1 层", "出电梯后沿站台直行 5 米", "走楼梯下到 G 层，共 8 级",
        "走完楼梯后直行 4 米", "已到达目的地，在 G 层",
      ])
  }

  @Test func `a ferry is a transfer`() {
    var map = DrawnJourney()
    map.go(.footway, (0, 30))
    map.go(.ferry, (0, 900), name: "Harbour Line")
    map.go(.footway, (50, 900))
    #expect(map.maneuvers == ["depart", "transfer", "continue", "arrive"])
    #expect(map.english[1] == "Take the ferry Harbour Line" && map.chinese[1] == "乘渡轮 Harbour Line")
  }
}
