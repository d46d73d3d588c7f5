import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// Where car parks are entered and left, and for whom they are.
@Suite struct CarParkTests {
  private func handoffs(
    _ drawing: String, ways: [String], nodes: [String] = [], relations: [String] = []
  ) throws -> [HandoffRecord] {
    let extract = try OSMFixture.read(
      xml: DrawnMap.xml(drawing, ways: ways, nodes: nodes, relations: relations))
    var finder = VenueFinder(extract)
    let hospitals = finder.venues()
    return HandoffFinder(extract: extract, hospitals: hospitals).handoffs().filter { $0.kind.isParking }
  }

  private static let lot = """
    a---b
    |   |
    | x-+-y
    |   |
    d---c
    """

  @Test func `a lot is reached at its aisle, else at its middle`() throws {
    let aisle = "xy: highway=service service=parking_aisle"
    let area = "abcda: amenity=parking capacity=30"
    let withAisle = try handoffs(Self.lot, ways: [area, aisle])
    #expect(withAisle.map(\.drive) == [DrawnMap.coordinate(row: 2, column: 2)])
    #expect(
      withAisle[0].kind == .parkingLot && withAisle[0].transfer == 60_000 && withAisle[0].capacity == 30)
    let bare = try handoffs(Self.lot, ways: [area])
    #expect(distance(bare[0].drive, DrawnMap.coordinate(row: 2, column: 2)) < 0.1)
  }

  @Test(arguments: ["garage_boxes", "garages", "carports", "sheds"])
  func `boxes are let to somebody`(kind: String) throws {
    #expect(try handoffs(Self.lot, ways: ["abcda: amenity=parking parking=\(kind)"]).isEmpty)
    #expect(try handoffs(Self.lot, ways: ["abcda: amenity=parking parking=\(kind) access=yes"]).count == 1)
  }

  @Test func `a garage that isn't mapped inside is left by its doors and elevators`() throws {
    let found = try handoffs(
      """
      a-p-b
      |   |
      g e |
      |   |
      d-f-c
      """,
      ways: ["apbcfdga: amenity=parking parking=multi-storey building=parking fee=yes"],
      nodes: [
        "p: amenity=parking_entrance maxheight=2.0", "g: entrance=yes level=0", "f: entrance=emergency",
        "e: highway=elevator level=0-3",
      ])
    #expect(found.count == 2 && found.allSatisfy { $0.kind == .parkingGarage && $0.charges })
    #expect(
      found.allSatisfy { $0.drive == DrawnMap.coordinate(row: 0, column: 2) && $0.maximumHeight == 200 })
    #expect(
      Set(found.map(\.walk)) == [
        DrawnMap.coordinate(row: 2, column: 0), DrawnMap.coordinate(row: 2, column: 2),
      ])
    // Search and payment, and 20 m to the elevator.
    let elevator = try #require(found.first { $0.statedLevel == nil })
    #expect(elevator.transfer == 180_000 + 16_667 || abs(Int(elevator.transfer) - 196_667) < 100)
  }

  @Test func `doors above a garage underground are other buildings'`() throws {
    let found = try handoffs(
      """
      a---b
      | h |
      g e |-p
      | w |
      d---c
      """,
      ways: ["abcdga: amenity=parking parking=underground"],
      nodes: [
        "p: amenity=parking_entrance parking=underground", "g: entrance=main", "h: entrance=yes",
        "e: highway=elevator level=-1;0", "w: amenity=parking_entrance foot=designated motor_vehicle=no",
      ])
    #expect(found.count == 2 && found.allSatisfy { $0.kind == .undergroundParking })
    #expect(
      Set(found.map(\.walk)) == [
        DrawnMap.coordinate(row: 2, column: 2), DrawnMap.coordinate(row: 3, column: 2),
      ])
  }

  @Test func `a lot beside the way into a garage doesn't swallow that`() throws {
    let found = try handoffs(
      Self.lot, ways: ["abcda: amenity=parking parking=surface"],
      nodes: ["y: amenity=parking_entrance parking=underground"])
    #expect(Set(found.map(\.kind)) == [.parkingLot, .undergroundParking])
  }

  @Test func `a site of car parks is one`() throws {
    let found = try handoffs(
      Self.lot, ways: ["abcda: amenity=parking_space"], relations: ["1: type=site site=parking fee=yes"])
    #expect(found.map(\.source) == [FeatureID(.relation, 1)] && found[0].charges)
    let twice = try handoffs(
      Self.lot, ways: ["abcda: amenity=parking"], relations: ["1: type=site site=parking"])
    #expect(twice.map(\.source) == [FeatureID(.way, 1)])
  }

  @Test func `a point in a car park's area says the same once more`() throws {
    let found = try handoffs(
      Self.lot, ways: ["abcda: amenity=parking"], nodes: ["x: amenity=parking", "y: amenity=parking"])
    #expect(found.map(\.source).contains(FeatureID(.way, 1)) && found.count == 2)
  }

  // MARK: Disabled people

  @Test func `spaces for disabled people are counted, and handoffs of their own`() throws {
    let found = try handoffs(
      """
      a---b
      |st |
      |   |
      d---c    u
      """,
      ways: ["abcda: amenity=parking capacity=40 fee=yes access=customers"],
      nodes: ["s", "t", "u"].map { "\($0): amenity=parking_space parking_space=disabled" })
    let lot = try #require(found.first { !$0.isForDisabledOnly })
    #expect(lot.disabledCapacity == 2 && !lot.isForDisabledOnly && lot.hasDisabledSpaces)
    #expect(lot.transfer == 120_000 && lot.disabledTransfer == 90_000)
    let spaces = found.filter(\.isForDisabledOnly).sorted { $0.capacity > $1.capacity }
    #expect(spaces.map(\.source) == [FeatureID(.way, 1), FeatureID(.node, 117)])
    #expect(spaces.map(\.capacity) == [2, 1] && spaces.map(\.users) == [.customers, .everyone])
    #expect(spaces[0].charges && !spaces[1].charges)
  }

  @Test func `wheelchair users go to their spaces, others never to those that are only theirs`() throws {
    let only = try handoffs(Self.lot, ways: ["abcda: amenity=parking capacity=3 capacity:disabled=3"])[0]
    #expect(only.admits(.wheelchair, endsHere: false) && !only.admits(.walker, endsHere: true))
    #expect(!only.admits(.staff, endsHere: true))
    let mixed = try handoffs(Self.lot, ways: ["abcda: amenity=parking capacity:disabled=yes"])[0]
    #expect(mixed.admits(.walker, endsHere: false) && mixed.admits(.wheelchair, endsHere: false))
    #expect(mixed.transfer(for: .walker) == 60_000 && mixed.transfer(for: .wheelchair) == 30_000)
    let none = try handoffs(Self.lot, ways: ["abcda: amenity=parking capacity:disabled=0"])[0]
    #expect(none.transfer(for: .wheelchair) == 60_000)
  }

  // MARK: On a campus

  @Test func `customers' car parks are for those who come to the hospital, private ones for its staff`()
    throws
  {
    let drawing = """
      A---------B
      | a-b e-f |
      | d-c h-g |
      D---------C
      """
    let found = try handoffs(
      drawing,
      ways: [
        "ABCDA: amenity=hospital name=H", "abcda: amenity=parking access=customers",
        "efghe: amenity=parking access=private",
      ])
    #expect(found.map(\.users) == [.customers, .staff])
    #expect(found[0].admits(.walker, endsHere: true) && !found[0].admits(.walker, endsHere: false))
    #expect(!found[1].admits(.walker, endsHere: true) && found[1].admits(.staff, endsHere: true))
  }
}
