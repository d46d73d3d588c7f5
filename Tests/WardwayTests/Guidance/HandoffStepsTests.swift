import Testing
import WardwayGuidance
import WardwayRouting

@testable import WardwayMap

@Suite struct HandoffStepsTests {
  /// A car park with an aisle behind its drive, on the north of a street.
  private static func carPark(barrier: Bool = false) -> DrawnRoads {
    var map = DrawnRoads(
      """
      p  q  r
         t
      a  s    d
      """)
    map.road("asd", ["name": "Mill Road"])
    map.road("stq", ["highway": "service"])
    map.road("pqr", ["highway": "service", "service": "parking_aisle"])
    if barrier { map.tag("t", ["barrier": "lift_gate"]) }
    return map
  }

  private static func drive(_ map: DrawnRoads, _ facts: ParkingFacts, to name: String = "Garage B") throws
    -> DrawnDrive
  {
    var drive = try #require(try DrawnDrive(map, from: "a", to: "r", parking: facts, destination: name))
    drive.walkOn(level: -1, posted: "B1")
    return drive
  }

  @Test func `one turns into the car park, takes the ticket and parks on the posted level`() throws {
    let drive = try Self.drive(Self.carPark(), ParkingFacts(.parkingGarage, charges: true))
    #expect(
      drive.english == [
        "Drive east on Mill Road", "Turn left", "Turn right into Garage B and take a ticket",
        "Park on level B1 of Garage B", "Leave the car and head north for 40 m",
        "You have arrived at Entrance 2, on B1",
      ])
    #expect(
      drive.chinese == [
        "向东沿 Mill Road 行驶", "左转", "右转，进入 Garage B，在入口取卡", "停在 Garage B B1 层", "下车后向北走 40 米",
        "已到达 Entrance 2，在 B1 层",
      ])
    #expect(drive.maneuvers == ["depart", "turn left", "turn right", "park", "depart", "arrive"])
  }

  @Test(arguments: [
    ("Hospital Garage B1", "Park at Hospital Garage B1", "在 Hospital Garage B1 停车"),
    ("地下车库B1", "Park at 地下车库B1", "在地下车库B1 停车"),
    ("Garage B12", "Park on level B1 of Garage B12", "停在 Garage B12 B1 层"),
  ])
  func `a level that the garage is named after is said once`(name: String, english: String, chinese: String)
    throws
  {
    let drive = try Self.drive(Self.carPark(), ParkingFacts(.parkingGarage, charges: false), to: name)
    #expect(drive.english[3] == english && drive.chinese[3] == chinese)
  }

  @Test func `a barrier is passed where it stands`() throws {
    let pays = try Self.drive(Self.carPark(barrier: true), ParkingFacts(.parkingLot, charges: true))
    #expect(pays.english[2] == "Take a ticket at the barrier")
    #expect(pays.chinese[2] == "在入口道闸取卡")
    #expect(pays.maneuvers[2] == "continue")
    let free = try Self.drive(Self.carPark(barrier: true), ParkingFacts(.parkingLot, charges: false))
    #expect(free.english[2] == "Drive through the barrier")
    #expect(free.chinese[2] == "通过道闸")
  }

  @Test func `a garage begins at its barrier, and says nothing of its lanes`() throws {
    var map = DrawnRoads(
      """
      p  q  r
      o     l
         t
      a  s    d
      """)
    map.road("asd", ["name": "Mill Road"])
    map.road("stqpo", ["highway": "service"])
    map.road("qrl", ["highway": "service", "level": "1"])
    map.tag("t", ["barrier": "lift_gate"])
    let facts = ParkingFacts(.parkingGarage, charges: true)
    var there = try #require(try DrawnDrive(map, from: "a", to: "l", parking: facts, destination: "Garage B"))
    there.walkOn(level: 1, posted: "2F")
    #expect(
      there.english.prefix(4) == [
        "Drive east on Mill Road", "Turn left", "Drive into Garage B and take a ticket",
        "Park on level 2F of Garage B",
      ])
    #expect(there.chinese[2...3] == ["直行进入 Garage B，在入口取卡", "停在 Garage B 2 楼"])
    var back = try #require(try DrawnDrive(map, from: "l", to: "d"))
    back.walkBefore(to: "Garage B", parking: facts)
    #expect(back.english.suffix(3) == ["Leave the car park", "Turn left onto Mill Road", "You have arrived"])
    #expect(back.chinese.suffix(3) == ["驶出停车场", "左转，进入 Mill Road", "已到达目的地"])
  }

  @Test func `a lot without a barrier is paid for after parking`() throws {
    let drive = try Self.drive(Self.carPark(), ParkingFacts(.parkingLot, charges: true), to: "")
    #expect(drive.english[2] == "Turn right into the car park")
    #expect(drive.english[3] == "Park on level B1 and pay for parking")
    #expect(drive.chinese[2...3] == ["右转，进入停车场", "停在 B1 层，并按规定缴费"])
  }

  @Test func `a passenger gets out at the drop-off`() throws {
    var drive = try #require(
      try DrawnDrive(Self.carPark(), from: "a", to: "d", parking: ParkingFacts(.dropOff, charges: false)))
    drive.walkOn()
    #expect(drive.english[1...2] == ["Stop at the drop-off and get out here", "Head north for 40 m"])
    #expect(drive.chinese[1...2] == ["在落客区停车，请在此下车", "向北走 40 米"])
    #expect(drive.maneuvers[1] == "drop-off")
  }

  @Test func `the way back leads to the car and out of the car park`() throws {
    let facts = ParkingFacts(.parkingGarage, charges: true)
    var drive = try #require(try DrawnDrive(Self.carPark(), from: "r", to: "d"))
    drive.walkBefore(to: "Garage B", parking: facts)
    #expect(
      drive.english.dropFirst() == [
        "Your car stands at Garage B; pay for parking and get in", "Drive west for 80 m",
        "Leave the car park and turn left", "Turn left onto Mill Road", "You have arrived",
      ])
    #expect(
      drive.chinese.dropFirst() == [
        "您的车停在 Garage B，缴费后上车", "向西行驶 75 米", "驶出停车场，左转", "左转，进入 Mill Road", "已到达目的地",
      ])
  }
}
