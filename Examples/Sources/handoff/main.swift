import Wardway

guard CommandLine.arguments.count == 2 else { fatalError("usage: handoff ATLAS") }
let planner = Planner(try Atlas(opening: CommandLine.arguments[1]))
let home = Place.name("Willow Bank Apartments")
let clinic = Place.name("Cardiology Clinic")

// By car to where it is best to change, and on foot from there.
let there = try planner.plan(
  JourneyRequest(from: home, to: clinic, profile: .olderWalker, car: .parks))
for step in there.steps(in: .english) { print(step.text) }

// Where the car was left is kept for the way back.
guard let handoff = there.handoff else { fatalError("no journey by car is without one") }
print("The car is at \(handoff.name), level \(handoff.level?.description ?? "unknown")")
let back = try planner.plan(
  JourneyRequest(from: clinic, to: home, profile: .olderWalker, car: .waits(at: handoff.place)))
for step in back.steps(in: .english) { print(step.text) }

// Whoever is driven needs no car park, but a place where one may stop.
let driven = try planner.plan(
  JourneyRequest(from: home, to: clinic, profile: .wheelchair, car: .dropsOff))
print(
  "Let out at \(driven.handoff?.name ?? ""), and \(Int(driven.wholeDuration / .seconds(60))) minutes in all")
