/// What tags say of emergencies.
enum EmergencyTags {
  /// Whether something is an emergency department; a hospital that has one isn't.
  static func isDepartment(_ tags: OSMTags) -> Bool {
    if isWardEntrance(tags) { return true }
    if HospitalTags.isHospital(tags) || tags["building"] == "hospital" { return false }
    let isCare = tags["healthcare"] != nil || ["clinic", "doctors"].contains(tags["amenity"])
    return tags["healthcare"] == "emergency" || tags["room"] == "emergency"
      || tags["healthcare:speciality"]?.split(separator: ";").contains {
        $0.drop { $0 == " " } == "emergency"
      }
        ?? false
      || isCare && tags["emergency"] == "yes"
  }

  /// Whether it leads into an emergency department.
  static func isWardEntrance(_ tags: OSMTags) -> Bool {
    tags["emergency"] == "emergency_ward_entrance" || tags["entrance"] == "emergency_ward"
  }

  /// Whether it is a fire exit: out in an emergency, and never in.
  ///
  /// Where the map says who may pass, it is a door: mappers use the word for the door of ambulances too.
  static func isFireExit(_ tags: OSMTags) -> Bool {
    guard tags["entrance"] == "emergency" || tags["exit"] == "emergency" || tags["emergency"] == "exit",
      !isWardEntrance(tags)
    else { return false }
    return FootAccess(tags, indoor: true) == .unstated
  }
}
