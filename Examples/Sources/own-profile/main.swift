import Wardway

guard CommandLine.arguments.count == 2 else { fatalError("usage: own-profile ATLAS") }
let planner = Planner(try Atlas(opening: CommandLine.arguments[1]))

// Somebody with a walking frame: slow, no stairs and no escalators, and doors that a frame fits through.
var profile = Profile(
  name: "walking-frame", speed: 0.6, secondsPerStepUp: nil, secondsPerStepDown: nil, escalatorFactor: nil,
  minimumWidth: 0.65, maximumIncline: 80, comfortableIncline: 30, rolls: true, stopsAtRaisedKerbs: true)

// On a bad day it goes slower still.
profile.speed = 0.05
do {
  try profile.validate()
} catch {
  print("That is no speed: \(error)")
  profile.speed = 0.4
}

let request = JourneyRequest(
  from: .name("Willow Bank Apartments"), to: .name("Cardiology Clinic"), profile: profile)
do {
  let journey = try planner.plan(request)
  print("\(Int(journey.distance)) metres in \(Int(journey.wholeDuration / .seconds(60))) minutes")
  // What the journey relies on though the map doesn't say it.
  for notice in journey.notices { print(notice.text(in: .english)) }
} catch {
  // The code is stable: an app can offer another way out than the message does.
  print(error.code == .noStepFreeRoute ? "Ask the staff for help." : error.message)
}

// The same as a file, for `wardway route --as walking-frame.json` or for another app.
print(String(decoding: profile.json, as: UTF8.self))
