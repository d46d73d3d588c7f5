import Testing

@testable import WardwayMap

/// Names as they are compared.
@Suite struct PlaceNameTests {
  @Test(arguments: [
    ("Ward 7", "ward 7"), ("  Ward \t 7\n", "ward 7"), ("ÄRZTE Zimmer", "arzte zimmer"),
    ("Café", "cafe"), ("Cafe\u{301}", "cafe"), ("Łódź", "lodz"), ("Đà Nẵng", "da nang"),
    ("Straße", "strasse"),
    ("STRASSE", "strasse"), ("Ωμέγας", "ωμεγασ"), ("Ёлка", "елка"), ("и\u{306}", "и"), ("й", "и"), ("ﬁ", "ﬁ"),
    ("骨科 门诊", "骨科门诊"), ("骨科　门诊", "骨科门诊"), ("全角　空格", "全角空格"), ("药房（西）", "药房西"),
    ("Ｗａｒｄ　７", "ward 7"), ("CT室", "ct 室"), ("3楼", "3 楼"), ("2号电梯", "2 号电梯"), ("门诊3楼305", "门诊 3 楼 305"),
    ("R101", "r 101"), ("R 101", "r 101"), ("R.101", "r 101"), ("14a", "14 a"), ("14 A", "14 a"),
    ("X-Ray", "x ray"), ("Sankt-Josef-Stift", "sankt josef stift"), ("Ren'ai Road", "renai road"),
    ("Children’s Ward", "childrens ward"), ("Поликлиника №5", "поликлиника no 5"),
    ("Polyclinic No. 5", "polyclinic no 5"),
    ("①号楼", "1 号楼"), ("٣", "3"), ("a\u{0}b", "a b"), ("a\u{1}\u{2}b\u{0}", "a b"), ("\u{202E}abc", "abc"),
    ("", ""), (" \n\t", ""), ("İ", "i"), ("Line\nTwo", "line two"), ("+++", "+++"), (" % ", "%"),
    ("\u{1}", ""),
    ("어린이 병원", "어린이 병원"), ("โรงพยาบาล", "โรงพยาบาล"), ("हड्डी", "हड्डी"),
  ])
  func `names are folded`(name: String, folded: String) {
    #expect(PlaceName.folded(name) == folded)
    #expect(PlaceName.folded(folded) == folded)
  }

  @Test(arguments: [
    ("Blütenstr. 12", "blutenstrasse 12"), ("Blütenstraße 12", "blutenstrasse 12"),
    ("Lange Str. 3", "lange strasse 3"),
    ("12 Willow St.", "12 willow street"), ("Willow St 12", "willow street 12"), ("St. Mary", "st mary"),
    ("Dr. Li", "dr li"), ("Willow Dr.", "willow drive"), ("Oak Ave", "oak avenue"), ("CT", "ct"),
    ("Ward Ct 2", "ward ct 2"),
    ("ул. Ленина", "улица ленина"), ("Str", "strasse"),
  ])
  func `streets are written out`(name: String, folded: String) {
    #expect(PlaceName.folded(name) == folded)
    #expect(PlaceName.folded(folded) == folded)
  }

  @Test func `umlauts have two spellings`() {
    #expect(PlaceName.spellings("Blütenstraße") == ["blutenstrasse", "bluetenstrasse"])
    #expect(PlaceName.spellings("Pa\u{308}diatrie") == ["padiatrie", "paediatrie"])
    #expect(PlaceName.spellings("Smørrebrød") == ["smorrebrod", "smoerrebroed"])
    #expect(PlaceName.spellings("Café") == ["cafe"])
    #expect(PlaceName.searchText(["Übung", "Ubung", "", "X"]) == "ubung\nuebung\nx")
  }

  @Test func `a text may be meant as it is or written out`() {
    #expect(PlaceName.queries("Willow Dr") == ["willow drive", "willow dr"])
    #expect(PlaceName.queries("Über") == ["uber", "ueber"])
    #expect(PlaceName.queries(" ") == [])
  }

  @Test func `long texts are folded`() {
    let text = String(repeating: "药", count: 200_000) + String(repeating: "é ", count: 100_000)
    #expect(PlaceName.folded(text).utf8.count == 600_000 + 200_000)
  }
}
