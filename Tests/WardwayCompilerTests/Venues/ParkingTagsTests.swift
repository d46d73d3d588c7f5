import Testing
import WardwayMap

@testable import WardwayCompiler

/// For whom a car park is, and what else its tags say.
@Suite struct ParkingTagsTests {
  private func read(_ text: String, isCampus: Bool = false) throws -> ParkingTags? {
    let tags = try OSMTags.drawn("amenity=parking" + (text.isEmpty ? "" : " " + text))
    return ParkingTags(isCampus: isCampus) { tags[$0] }
  }

  @Test(
    arguments: [
      ("", .everyone), ("access=yes", .everyone), ("access=permissive", .everyone),
      ("access=unheard", .everyone), ("access=customers", .customers), ("access=visitors", .customers),
      ("access=employees", .staff), ("access=customers;employees", .customers),
      ("access=employees;~customers", .customers), ("access=private", nil), ("access=permit", nil),
      ("access=residents", nil), ("access=no", nil), ("access=no motorcar=designated", .everyone),
      ("access=yes motor_vehicle=no", nil), ("access=no disabled=designated", .everyone),
      ("hgv=designated", nil), ("bus=designated motorcar=yes", .everyone), ("hgv=yes", .everyone),
    ] as [(String, HandoffUsers?)])
  func `a car park is for somebody`(text: String, users: HandoffUsers?) throws {
    #expect(try read(text)?.users == users)
  }

  @Test func `what is private on a hospital's campus is for its staff`() throws {
    #expect(try read("access=private", isCampus: true)?.users == .staff)
    #expect(try read("access=permit", isCampus: true) == nil)
  }

  @Test(
    arguments: [
      ("", HandoffRecord.unknownCapacity, false), ("capacity:disabled=no", 0, false),
      ("capacity:disabled=0", 0, false), ("capacity:disabled=yes", HandoffRecord.someCapacity, false),
      ("capacity:disabled=unknown", HandoffRecord.unknownCapacity, false),
      ("capacity=20 capacity:disabled=2", 2, false), ("capacity=2 capacity:disabled=2", 2, true),
      ("access=disabled", HandoffRecord.someCapacity, true),
      ("access=no disabled=yes capacity=4", 4, true),
      ("disabled=designated capacity:disabled=3", 3, true), ("capacity=0 capacity:disabled=0", 0, false),
      ("capacity:disabled=99999999999", HandoffRecord.someCapacity - 1, false),
    ] as [(String, UInt16, Bool)])
  func `spaces for disabled people are counted`(text: String, count: UInt16, isOnly: Bool) throws {
    let parking = try #require(try read(text))
    #expect(parking.disabledCapacity == count && parking.isForDisabledOnly == isOnly)
  }

  @Test(
    arguments: [
      ("maxstay=30~minutes", 30), ("maxstay=2~h", 120), ("maxstay=2h", 120), ("maxstay=1~hour", 60),
      ("maxstay=1.5~hours", 90), ("maxstay=120", 120), ("maxstay=15~min", 15), ("maxstay=2~days", 2880),
      ("maxstay=1~month", 43200), ("maxstay=unlimited", 0), ("maxstay=no", 0), ("maxstay=", 0),
      ("maxstay=-5", 0), ("maxstay=9e99~years", 0), ("maxstay=99999~weeks", 65000),
    ] as [(String, UInt16)])
  func `a stay is in minutes`(text: String, minutes: UInt16) throws {
    #expect(try read(text)?.maximumStay == minutes)
  }

  @Test func `height, capacity and charges are read`() throws {
    let garage = try #require(try read("maxheight=2.1 capacity=1000+ fee=yes"))
    #expect(garage.maximumHeight == 210 && garage.capacity == 1000 && garage.charges)
    #expect(try read("maxheight=1.80/2.50")?.maximumHeight == 180)
    #expect(try read("maxheight=default")?.maximumHeight == 0)
    for free in ["", "fee=no", "fee=0", "fee=no charge=none"] { #expect(try read(free)?.charges == false) }
    for paid in ["fee=Mo-Fr~08:00-19:00", "charge=2~EUR/hour", "fee:conditional=yes~@~(Mo-Fr)"] {
      #expect(try read(paid)?.charges == true)
    }
  }
}
