import Wardway

guard CommandLine.arguments.count == 2 else { fatalError("usage: province ATLAS") }

// A thousand hospitals open in milliseconds where it is remembered that their files are sound.
let atlas = try Atlas(opening: CommandLine.arguments[1], remembering: .ofUser)
print("\(atlas.venueParts.count) hospitals; map: \(atlas.attribution)")

// All pharmacies, whichever hospital they are in; none is opened that has no such place.
let pharmacies = try atlas.places(named: "Pharmacy", limit: 100).places

// One planner serves all tasks. Nobody waits longer than a second.
let planner = Planner(atlas)
let home = Place.name("Willow Bank Apartments")
let table = try await planner.table(
  from: [home], to: pharmacies.map { .name($0.source.description) }, profile: .olderWalker,
  until: .now + .seconds(1))
for (pharmacy, cell) in zip(pharmacies, table[0]) {
  guard let cell else { continue }
  print(
    "\(pharmacy.name(in: .english)): \(Int(cell.duration / .seconds(60))) minutes, \(Int(cell.distance)) metres"
  )
}

// Somebody may have written another atlas in its place meanwhile: then open that one.
if atlas.isReplaced { print("There is a newer map.") }
