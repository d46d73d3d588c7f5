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
