import Testing
import WardwayMap

@testable import WardwayCompiler

/// What names are in other languages, feature by feature.
@Suite struct TranslationFinderTests {
  private func translations(_ nodes: [String]) throws -> Translations {
    let xml = DrawnMap.xml(
      "a---b---c---d\n|\ne---f",
      ways: ["ab: highway=residential name=河街", "bc: highway=residential name=河街 name:en=River~Street"],
      nodes: nodes)
    return TranslationFinder(try OSMFixture.read(xml: xml)).translations()
  }

  private func text(_ translations: Translations, _ name: String, _ point: String) -> String? {
    let node = Int64(point.unicodeScalars.first!.value)
    return translations.text(of: name, from: FeatureID(.node, node), in: "en")
  }

  @Test func `the name of one is not that of another called the same`() throws {
    let found = try translations([
      "a: door=yes name=出口A name:en=Entrance~A~Escalator~Up", "c: door=yes name=出口A",
      "f: door=yes name=出口A name:en=Exit~A",
    ])
    #expect(text(found, "出口A", "a") == "Entrance A Escalator Up" && text(found, "出口A", "f") == "Exit A")
    #expect(text(found, "出口A", "c") == nil)
  }

  @Test func `one alone says nothing of others`() throws {
    let found = try translations([
      "a: door=yes name=出口A name:en=Entrance~A~Escalator~Up", "c: door=yes name=出口A",
    ])
    #expect(text(found, "出口A", "a") == "Entrance A Escalator Up" && text(found, "出口A", "c") == nil)
  }

  @Test func `two that agree make a word`() throws {
    let found = try translations([
      "a: amenity=toilets name=卫生间 name:en=Toilets", "c: amenity=toilets name=卫生间 name:en=Toilets",
      "f: amenity=toilets name=卫生间",
    ])
    #expect(text(found, "卫生间", "f") == "Toilets" && found.exceptions.values.allSatisfy(\.isEmpty))
  }

  @Test func `a street has one name, whichever part of it says so`() throws {
    let found = try translations([])
    #expect(found.text(of: "河街", from: FeatureID(.way, 1), in: "en") == "River Street")
    #expect(found.text(of: "河街", from: .none, in: "en") == "River Street")
  }

  @Test func `the same name at the same place is the same thing`() throws {
    let xml = DrawnMap.xml(
      "a---b\n|   |\nd---c\n\n\n\n\n\nx", ways: ["abcda: building=hospital name=医院"],
      nodes: ["a: amenity=hospital name=医院 name:en=Hospital", "x: amenity=clinic name=医院"])
    let found = TranslationFinder(try OSMFixture.read(xml: xml)).translations()
    #expect(found.text(of: "医院", from: FeatureID(.way, 1), in: "en") == "Hospital")
    #expect(text(found, "医院", "x") == nil)
  }
}
