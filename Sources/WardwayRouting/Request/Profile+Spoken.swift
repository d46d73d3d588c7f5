import WardwayMap

extension Profile {
  /// Who travels, as a sentence says it.
  var spoken: String {
    switch name {
    case "wheelchair", "stroller": "a \(name)"
    case "bed": "a hospital bed"
    case "walker", "older-walker": "people on foot"
    case "staff": "staff"
    default: "'\(name)'"
    }
  }
}
