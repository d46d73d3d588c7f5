import Testing
import WardwayMap

@testable import WardwayCompiler

@Suite struct AttributeTagsTests {
  private func attributes(_ text: String) throws -> EdgeAttributes {
    AttributeTags.attributes(try .drawn(text))
  }

  @Test(
    arguments: [
      ("width=1.2", 120), ("width=90~cm", 90), ("est_width=2", 200), ("width=2 maxwidth:physical=0.8", 80),
      ("width=2 door:width=0.9", 90), ("width=wide", 0), ("width=0", 0), ("width=900000", 60_000),
      ("width=0.001", 1),
    ] as [(String, UInt16)])
  func `the clear width is in centimetres`(text: String, width: UInt16) throws {
    #expect(AttributeTags.width(try .drawn(text)) == width)
  }

  @Test(
    arguments: [
      ("step_count=12", 12), ("step_count=-1", 0), ("step_count=x", 0), ("step_count=60000", 10_000),
      ("step_count=70000", 0),
    ] as [(String, UInt16)])
  func `steps are counted`(text: String, count: UInt16) throws {
    #expect(AttributeTags.stepCount(try .drawn(text)) == count)
  }

  @Test(
    arguments: [
      ("incline=8%", 80, Trilean.yes), ("incline=-1:12", -83, .no), ("incline=up", .min, .yes),
      ("incline=down", .min, .no), ("incline=0%", 0, .unknown), ("incline=steep", .min, .unknown),
    ] as [(String, Int16, Trilean)])
  func `inclines are in thousandths and say where it goes`(text: String, incline: Int16, rises: Trilean)
    throws
  {
    #expect(AttributeTags.incline(try .drawn(text)) == incline)
    #expect(try attributes(text).rises == rises)
  }

  @Test func `surfaces, kerbs, lamps and rails are read`() throws {
    #expect(try attributes("surface=asphalt").surface == .smooth)
    #expect(try attributes("surface=sett").surface == .bumpy)
    #expect(try attributes("surface=gravel").surface == .loose)
    #expect(try attributes("surface=fine_gravel").surface == .firm)
    #expect(try attributes("surface=asphalt smoothness=very_bad").surface == .loose)
    #expect(try attributes("surface=cheese").surface == .unknown)
    #expect(try attributes("kerb=flush").kerb == .lowered)
    #expect(try attributes("kerb=rolled lit=24/7").kerb == .rolled)
    #expect(try attributes("lit=24/7").lit == .yes && attributes("lit=no").lit == .no)
    #expect(try attributes("handrail:left=yes handrail:right=no").handrail == .yes)
    #expect(try attributes("handrail=no").handrail == .no && attributes("").handrail == .unknown)
    #expect(try attributes("wheelchair=limited").wheelchair == .limited)
    #expect(try attributes("automatic_door=motion").automatic == .yes)
    #expect(try attributes("tactile_paving=yes ramp:wheelchair=no").tactilePaving == .yes)
    #expect(try attributes("").rawValue == 0)
  }

  @Test(arguments: [
    ("", ElevatorClass.everyone), ("access=private", .staff), ("access=staff", .staff),
    ("usage=freight", .staff),
    ("name=Bed~Lift~3", .bed), ("name=病床电梯", .bed), ("description=Bettenaufzug access=private", .bed),
    ("name=Lift~A", .everyone),
  ])
  func `an elevator's class is in its tags`(text: String, elevator: ElevatorClass) throws {
    let feature = WalkClassifier.classify(try .drawn("highway=elevator " + text), isClosed: false)
    #expect(feature?.attributes.elevator == elevator && feature?.attributes.access == .everyone)
  }
}
