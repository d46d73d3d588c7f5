// A day at the hospital: by car to the clinic, on foot to the pharmacy, and back home with the car.

import Foundation
import Wardway

/// Who visits, and the names of the places: in any language of the map.
struct Visit {
  var profile: Profile
  var language: Language
  var home: String
  var clinic: String
  var pharmacy: String
}

let visits = [
  Visit(
    profile: .walker, language: .english, home: "Willow Bank Apartments", clinic: "Cardiology Clinic",
    pharmacy: "Outpatient Pharmacy"),
  Visit(
    profile: .wheelchair, language: .simplifiedChinese, home: "柳岸公寓", clinic: "心内科门诊", pharmacy: "门诊药房"),
]

/// Prints a journey as a traveller wants to read it.
func show(_ journey: Journey, _ title: String, in language: Language) {
  print("\n\(title): \(Int(journey.distance)) m, \(Int((journey.duration / .seconds(60)).rounded(.up))) min")
  for step in journey.steps(in: language) { print("  \(step.text)") }
  for notice in journey.notices { print("  • \(notice.text(in: language))") }
}

/// Plans the day of a visitor.
func plan(_ visit: Visit, on atlas: Atlas) throws(PlanningError) {
  // One planner serves many requests; make one for each task.
  let planner = Planner(atlas)
  let (home, clinic, pharmacy) = (
    Place.name(visit.home), Place.name(visit.clinic), Place.name(visit.pharmacy)
  )

  let there = try planner.plan(
    JourneyRequest(from: home, to: clinic, profile: visit.profile, car: .parks))
  show(there, "\(visit.home) → \(visit.clinic)", in: visit.language)

  let between = try planner.plan(JourneyRequest(from: clinic, to: pharmacy, profile: visit.profile))
  show(between, "\(visit.clinic) → \(visit.pharmacy)", in: visit.language)

  // Where the car was left is to be remembered for the way back.
  guard let handoff = there.handoff else { return }
  let back = try planner.plan(
    JourneyRequest(from: pharmacy, to: home, profile: visit.profile, car: .waits(at: handoff.place)))
  show(back, "\(visit.pharmacy) → \(visit.home)", in: visit.language)
}

guard CommandLine.arguments.count == 2 else {
  print("usage: visit-day ATLAS")
  exit(2)
}
do {
  let atlas = try Atlas(opening: CommandLine.arguments[1])
  for visit in visits {
    print("\n== \(visit.profile.name) ==")
    do {
      try plan(visit, on: atlas)
    } catch {
      // The code is stable: an app can offer another way, such as a drop-off or help from staff.
      print(error.code == .noStepFreeRoute ? "There is no step-free way; ask the staff." : error.message)
    }
  }
  print("\nMap: \(atlas.attribution)")
} catch {
  // The message names the file and the way out.
  print("\(error)")
  exit(1)
}
