import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// Journeys by car through the demo city: what is offered, and how parts of a visit fit together.
@Suite struct CarJourneyTests {
  static let compiled = Result { () throws -> (folder: TemporaryFolder, atlas: Atlas) in
    let folder = TemporaryFolder()
    var compiler = MapCompiler(profiles: [.walker, .wheelchair])
    compiler.vehicles = [.car]
    _ = try compiler.compile(["\(Riverside.root)/Maps/lakeside.osm"], to: folder.path)
    return (folder, try Atlas(opening: folder.path))
  }

  private let home = Place.name("Willow Bank Apartments")
  private let clinic = Place.name("Cardiology Clinic")

  private func planner() throws -> Planner { Planner(try Self.compiled.get().atlas) }

  @Test func `other good ways are offered with what speaks for them`() throws {
    let planner = try planner()
    var reasons: Set<Alternative.Reason> = []
    let trips = [
      ("Willow Bank Apartments", "Cardiology Clinic"), ("Willow Bank Apartments", "Cardiology Ward 8A"),
      ("湖岸路 3", "Inpatient Canteen"), ("柳岸街 9", "竹园街 14"),
    ]
    for car in [JourneyRequest.Car.none, .parks, .dropsOff] {
      for (start, end) in trips {
        let request = JourneyRequest(from: .name(start), to: .name(end), car: car)
        let found = try planner.alternatives(to: request)
        #expect(try found[0] == Alternative(.best, planner.plan(request)))
        #expect(Set(found.map { [$0.reason.rawValue, $0.name] }).count == found.count && found.count <= 3)
        for other in found.dropFirst() {
          #expect(other.journey != found[0].journey)
          #expect(other.journey.costMilliseconds >= found[0].journey.costMilliseconds)
          #expect(other.journey.duration <= found[0].journey.duration * 1.5 + .seconds(600))
          if other.reason == .noStairs {
            #expect(!other.journey.legs.contains { $0.edges.contains { $0.kind == .stairs } })
          }
          if other.reason == .lessWalking {
            #expect(walked(other.journey) < walked(found[0].journey))
            #expect(other.journey.handoff != found[0].journey.handoff)
          }
        }
        reasons.formUnion(found.map(\.reason))
        #expect(try planner.alternatives(to: request, limit: 1).count == 1)
      }
    }
    #expect(reasons.isSuperset(of: [.best, .noStairs, .lessWalking]))
  }

  private func walked(_ journey: Journey) -> Double {
    journey.legs.filter { $0.mode == .walk }.reduce(0) { $0 + $1.distance }
  }

  @Test func `the way back leads to where the car was left`() throws {
    let planner = try planner()
    let there = try planner.plan(JourneyRequest(from: home, to: clinic, car: .parks))
    let handoff = try #require(there.handoff)
    #expect(handoff.kind.isParking && !handoff.name.isEmpty)
    let back = try planner.plan(JourneyRequest(from: clinic, to: home, car: .waits(at: handoff.place)))
    #expect(back.legs.last?.mode == .car && back.legs.dropLast().allSatisfy { $0.mode == .walk })
    let (left, found) = (there.legs[0].geometryRange.upperBound, back.legs.last!.geometryRange.lowerBound)
    #expect(distance(there.geometry[left].coordinate, back.geometry[found].coordinate) < 30)
  }

  @Test func `somebody is let out and picked up again`() throws {
    let planner = try planner()
    let there = try planner.plan(JourneyRequest(from: home, to: clinic, car: .dropsOff))
    #expect(there.handoff?.kind == .dropOff && there.legs[0].change?.kind == .dropOff)
    let back = try planner.plan(JourneyRequest(from: clinic, to: home, car: .picksUp))
    #expect(back.handoff?.kind == .dropOff && back.legs.last?.mode == .car)
    // Where the map has no place for that, the side of the road next to it serves.
    let shop = Place.coordinate(Coordinate(latitude: 29.8956, longitude: 122.7962)!, level: nil)
    let kerb = try planner.plan(JourneyRequest(from: clinic, to: shop, car: .none))
    #expect(kerb.handoff == nil)
    let out = try planner.plan(JourneyRequest(from: home, to: shop, car: .dropsOff))
    #expect(out.handoff?.source.kind == .way && walked(out) < 200)
  }

  @Test(arguments: [JourneyRequest.Car.parks, .dropsOff, .picksUp])
  func `stops on the way are walked to`(car: JourneyRequest.Car) throws {
    let planner = try planner()
    let ends = car == .picksUp ? (clinic, home) : (home, clinic)
    let visit = try planner.plan(
      JourneyRequest(from: ends.0, to: ends.1, via: [.name("Outpatient Pharmacy")], car: car))
    #expect(visit.legs.filter { $0.mode == .car }.count == 1)
    #expect(visit.legs.contains { $0.destination.contains("药房") || $0.destination.contains("Pharmacy") })
    let direct = try planner.plan(JourneyRequest(from: ends.0, to: ends.1, car: car))
    #expect(visit.costMilliseconds >= direct.costMilliseconds)
  }
}
