/// What tags say of hospitals.
enum HospitalTags {
  /// Whether something is a hospital.
  static func isHospital(_ tags: OSMTags) -> Bool {
    tags["amenity"] == "hospital" || tags["healthcare"] == "hospital"
  }

  /// Whether a relation groups what belongs to a hospital.
  static func isSite(_ tags: OSMTags) -> Bool {
    tags["type"] == "site" && (isHospital(tags) || tags["site"] == "hospital")
  }
}
