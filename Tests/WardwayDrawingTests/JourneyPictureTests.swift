import Foundation
import Testing
import Wardway
import WardwayDrawing

/// Pictures of journeys and hospitals, read back.
@Suite struct JourneyPictureTests {
  @Test func `a journey by car shows the drive, the car park and the floors`() throws {
    let atlas = try DrawnMaps.lakesideAtlas()
    let journey = try DrawnMaps.journey(
      atlas, from: "Willow Bank Apartments", to: "Cardiology Clinic", as: .wheelchair, car: .parks)
    let svg = try Drawing(atlas).svg(
      of: journey, from: "Willow Bank Apartments", to: "", profile: "wheelchair")
    let picture = try #require(ReadPicture(svg))
    #expect(picture.texts.first == "Willow Bank Apartments → Cardiology Clinic")
    for text in [
      "Overview", "B1", "2F", "↑ 2F", "from B1", "Hospital Garage B1", "Elevator P2", "P", "By car",
    ] {
      #expect(picture.texts.contains(text), "\(text)")
    }
    #expect(picture.texts.contains(atlas.attribution))
    #expect(!picture.texts.contains("1F"), "the journey never sets foot on it")
  }

  @Test func `a picture speaks the reader's language`() throws {
    let atlas = try DrawnMaps.lakesideAtlas()
    let journey = try DrawnMaps.journey(atlas, from: "Cardiology Ward 8A", to: "Outpatient Pharmacy")
    let chinese = try #require(
      ReadPicture(
        try Drawing(atlas, language: .simplifiedChinese).svg(of: journey, from: "心内科八A病区", to: "")))
    #expect(chinese.texts.first == "心内科八A病区 → 门诊药房")
    #expect(chinese.texts.contains("终点") && !chinese.texts.contains("Destination"))
    let english = try #require(ReadPicture(try Drawing(atlas).svg(of: journey, from: "Ward", to: "")))
    #expect(english.texts.contains("Outpatient Pharmacy") && english.texts.contains("Destination"))
  }

  @Test func `flights of stairs are one change of floor`() throws {
    let atlas = try DrawnMaps.lakesideAtlas()
    let journey = try DrawnMaps.journey(
      atlas, from: "湖岸路 3", to: "Inpatient Canteen", car: .parks)
    let picture = try #require(
      ReadPicture(try Drawing(atlas).svg(of: journey, from: "", to: "")))
    #expect(picture.texts.filter { $0 == "↓ B1" }.count == 1)
    #expect(picture.texts.contains("Stairs 4") && picture.texts.contains("On foot"))
  }

  @Test func `a hospital is drawn with all its floors, the highest first`() throws {
    let atlas = try DrawnMaps.lakesideAtlas()
    let venue = try #require(atlas.venueParts.first).network
    let picture = try #require(ReadPicture(try Drawing(atlas).svg(ofVenue: venue)))
    let floors = ["12F", "11F", "10F", "9F", "8F", "7F", "6F", "5F", "4F", "3F", "2F", "1F", "B1", "B2"]
    // A label's second line may be a floor, too.
    var badges: [String] = []
    for text in picture.texts where floors.contains(text) && !badges.contains(text) { badges.append(text) }
    #expect(badges == floors)
    #expect(picture.texts.first == "Lakeside General Hospital")
    #expect(throws: AtlasError.self) { try Drawing(atlas).svg(ofVenue: "way-1") }
  }

  @Test func `stops on the way are pinned and named, on every map that shows them`() throws {
    let atlas = try DrawnMaps.lakesideAtlas()
    let planner = Planner(atlas)
    var request = JourneyRequest(
      from: .name("Willow Bank Apartments"), to: .name("Cardiology Clinic"), profile: .walker)
    request.via = [.name("Outpatient Pharmacy"), .name("Cardiology Ward 8A")]
    let journey = try planner.plan(request)
    let svg = try Drawing(atlas).svg(of: journey, from: "Willow Bank Apartments", to: "")
    let picture = try #require(ReadPicture(svg))
    #expect(
      picture.texts.first
        == "Willow Bank Apartments → Outpatient Pharmacy → Cardiology Ward 8A → Cardiology Clinic")
    #expect(picture.texts.contains("Stop on the way"))
    // In the overview, on their floors, and once in the legend.
    #expect(svg.components(separatedBy: "class=\"stop\"").count - 1 == 5)
    let chinese = try Drawing(atlas, language: .simplifiedChinese).svg(
      of: journey, from: "Willow Bank Apartments", to: "")
    #expect(
      try #require(ReadPicture(chinese)).texts.first == "柳岸公寓 → 门诊药房 → 心内科八A病区 → 心内科门诊")
  }

  @Test func `each floor says its building, and every map where north is`() throws {
    let atlas = try DrawnMaps.lakesideAtlas()
    let journey = try DrawnMaps.journey(atlas, from: "Cardiology Ward 8A", to: "Outpatient Pharmacy")
    let svg = try Drawing(atlas).svg(of: journey, from: "Ward", to: "")
    let picture = try #require(ReadPicture(svg))
    for title in ["Inpatient Tower", "Outpatient Building"] {
      #expect(svg.contains(">\(title)</text>") && picture.texts.contains(title), "\(title)")
    }
    let maps = svg.components(separatedBy: "<clipPath").count - 1
    #expect(maps > 2 && picture.texts.filter { $0 == "N" }.count == maps)
    let chinese = try Drawing(atlas, language: .simplifiedChinese).svg(of: journey, from: "Ward", to: "")
    #expect(try #require(ReadPicture(chinese)).texts.filter { $0 == "北" }.count == maps)
  }

  @Test func `buildings are drawn by their walls where the map has them`() throws {
    let house = DrawnMaps.house(with: "building=yes name=Clinic")
    let (folder, atlas) = try DrawnMaps.atlas(of: house)
    let journey = try DrawnMaps.journey(atlas, from: "Gate", to: "Room")
    let svg = try Drawing(atlas).svg(of: journey, from: "Gate", to: "")
    #expect(svg.contains("class=\"house\"") && !svg.contains("class=\"masscore\""))
    #expect(svg.contains("class=\"shell\""))
    let (other, bare) = try DrawnMaps.atlas(of: DrawnMaps.house(with: "note=none"))
    let outline = try Drawing(bare).svg(
      of: try DrawnMaps.journey(bare, from: "Gate", to: "Room"), from: "Gate", to: "")
    #expect(!outline.contains("class=\"house\"") && outline.contains("class=\"masscore\""))
    _ = (folder, other)
  }

  @Test func `the same is drawn the same`() throws {
    let atlas = try DrawnMaps.riversideAtlas()
    let journey = try DrawnMaps.journey(atlas, from: "12 Willow Street", to: "Pharmacy", as: .wheelchair)
    let pictures = try (0..<3).map { _ in
      try Drawing(atlas).svg(of: journey, from: "12 Willow Street", to: "")
    }
    #expect(Set(pictures).count == 1)
    let venue = try #require(atlas.venueParts.first).network
    #expect(try Drawing(atlas).svg(ofVenue: venue) == Drawing(atlas).svg(ofVenue: venue))
  }

  @Test func `a journey from a place to itself has a picture`() throws {
    let atlas = try DrawnMaps.riversideAtlas()
    let journey = try DrawnMaps.journey(atlas, from: "Pharmacy", to: "Pharmacy")
    let picture = try #require(ReadPicture(try Drawing(atlas).svg(of: journey, from: "Pharmacy", to: "")))
    #expect(picture.texts.contains("2F"))
  }
}
