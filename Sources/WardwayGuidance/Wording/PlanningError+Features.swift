import WardwayMap
import WardwayRouting

extension PlanningError {
  /// The features that the message names.
  var features: [FeatureID] {
    let words = message.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "/")) }
    return words.filter { $0.contains("/") }.compactMap { FeatureID(String($0)) }
  }
}
