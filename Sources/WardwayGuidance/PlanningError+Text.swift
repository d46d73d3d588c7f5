import WardwayMap
import WardwayRouting

extension PlanningError {
  /// What is wrong and the way out, with the places that a name may mean as they are called in a language.
  ///
  /// What concerns the writers of requests and of maps more than travellers is in English in every language.
  public func text(in language: Language) -> String { language.phrasebook.refuse(self) }

  /// The features that the message names.
  var features: [FeatureID] {
    let words = message.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "/")) }
    return words.filter { $0.contains("/") }.compactMap { FeatureID(String($0)) }
  }
}
