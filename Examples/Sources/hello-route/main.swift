import Wardway

guard CommandLine.arguments.count == 2 else { fatalError("usage: hello-route ATLAS") }
let atlas = try Atlas(opening: CommandLine.arguments[1])
let planner = Planner(atlas)

let request = JourneyRequest(
  from: .name("12 Willow Street"), to: .name("Pharmacy"), profile: .wheelchair)
let journey = try planner.plan(request)

for step in journey.steps(in: .english) { print(step.text) }
print("\(Int(journey.distance)) metres in \(Int(journey.duration / .seconds(60))) minutes")
