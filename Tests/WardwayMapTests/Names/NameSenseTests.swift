import Testing

@testable import WardwayMap

/// Whether somebody is sent to a place that isn't called exactly as they said.
@Suite struct NameSenseTests {
  private func isPlain(_ text: String, _ names: String, kind: String = "clinic") -> Bool {
    let all = names.split(separator: "|").map(String.init)
    let search = PlaceName.searchText(all)
    let query = PlaceQuery(text)
    let match = search.split(separator: "\n").compactMap { query.match(line: Array($0.utf8)[...]) }.min()
    return match.map { NameSense(text, $0).isPlain(search, all[0], kind: kind) } ?? false
  }

  @Test(arguments: [
    ("CT", "CT Scanner", "clinic"), ("ct scanner", "CT Scanner 2", "clinic"), ("ENT", "ENT Clinic", "clinic"),
    ("cardiology", "Cardiology Clinic", "clinic"), ("clinic cardiology", "Cardiology Clinic", "clinic"),
    ("cardio", "Cardiology", "clinic"), ("CT", "CT室", "clinic"),
    ("canteen", "Inpatient Canteen", "restaurant"),
    ("ATM", "ATM Corner", "atm"), ("toilet", "Visitors' Toilets", "toilets"),
    ("Elevator A", "Lift A|Elevator A", "elevator"),
  ])
  func `what is plainly meant is found`(text: String, names: String, kind: String) {
    #expect(isPlain(text, names, kind: kind))
  }

  @Test(arguments: [
    ("住院部", "住院部食堂", "restaurant"), ("住院部", "住院部食堂", "clinic"), ("骨科", "骨科门诊", "clinic"),
    ("医院", "同济医院", "hospital"), ("CT", "CT候诊区", "clinic"), ("305", "305诊室", "clinic"),
    ("Inpatient", "Inpatient Canteen", "restaurant"),
    ("General Hospital", "General Hospital Bus Stop", "bus_stop"),
    ("ENT", "Main Entrance", "main"), ("ct", "Collection", "clinic"), ("A", "Elevator A", "clinic"),
    ("5", "Ward 5", "ward"),
    ("Rose Street 14", "Rose Street 14a", "address"), ("Rose Street", "Rose Street 14", "address"),
    ("Rose Street", "Dr. Li|Rose Street 14", "doctors"), ("Ward 1", "Ward 12", "ward"),
  ])
  func `what would be a guess is not`(text: String, names: String, kind: String) {
    #expect(!isPlain(text, names, kind: kind))
  }
}
