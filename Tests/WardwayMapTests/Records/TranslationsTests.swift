import Columns
import Testing

@testable import WardwayMap

@Suite struct TranslationsTests {
  private let gate = FeatureID(.node, 1)
  private let other = FeatureID(.node, 2)
  private let mute = FeatureID(.node, 3)

  private var translations: Translations {
    Translations(
      texts: ["en": ["出口A": "Exit A", "药房": "Pharmacy", "": "x", "Same": "Same"], "de": ["药房": "Apotheke"]],
      exceptions: ["en": [.init(other, "出口A"): "Escalator Up", .init(mute, "出口A"): ""]])
  }

  @Test func `a feature's own text comes before that of its name`() {
    for all in [translations, Translations(translations.bytes)] {
      #expect(all.text(of: "出口A", from: gate, in: "en") == "Exit A")
      #expect(all.text(of: "出口A", from: other, in: "en") == "Escalator Up")
      #expect(all.text(of: "出口A", from: mute, in: "en") == nil)
      #expect(all.text(of: "药房", from: other, in: "en") == "Pharmacy")
      #expect(
        all.text(of: "药房", from: other, in: "fr") == nil && all.text(of: "", from: gate, in: "en") == nil)
      #expect(all.texts(of: "药房", from: gate) == ["en": "Pharmacy", "de": "Apotheke"])
      #expect(all.languages == ["de", "en"] && !all.isEmpty && all.texts["en"]?["Same"] == nil)
    }
  }

  @Test func `the same translations give the same bytes`() {
    #expect(Array(translations.bytes) == Array(Translations(translations.bytes).bytes))
    #expect(Translations().isEmpty && Translations().bytes.isEmpty)
  }

  @Test(arguments: [
    "", "\n\n", "en", "en\u{1F}a", "en\u{1F}a\u{1F}b\u{1F}way/x", "a\u{1F}b\u{1F}c\u{1F}d\u{1F}e", "\u{FFFD}",
  ])
  func `lines that make no sense are passed over`(text: String) {
    #expect(Translations(Column(Array(text.utf8))).isEmpty)
  }
}
