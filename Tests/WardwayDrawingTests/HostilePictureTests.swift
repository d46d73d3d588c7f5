import Testing
import Wardway
import WardwayDrawing

/// Names that would be markup or code in a picture, or steer its display.
@Suite struct HostilePictureTests {
  private static let names = [
    "</text><script>alert(1)</script>", "\" onload=\"alert(1)", "A & B <C>", "]]><!--",
    "Ward \u{202E}gnp.exe", "Ward \u{9B}31m\u{7F}\u{85}x", "Ward \u{2066}isolate", "&#x3c;script&#x3e;",
    "Ward \u{FFFE}\u{FFFF}", "قسم القلب", String(repeating: "long ", count: 90),
  ]

  private static let map: String = {
    func tag(_ key: String, _ value: String) -> String {
      let escaped = value.unicodeScalars.filter { $0.value < 0xFFFE && $0.value > 31 }
        .map { "&#x\(String($0.value, radix: 16));" }.joined()
      return "<tag k=\"\(key)\" v=\"\(escaped)\"/>"
    }
    var map = "<osm version=\"0.6\">"
    for (number, name) in names.enumerated() {
      map +=
        "<node id=\"\(number + 1)\" lat=\"30.5\" lon=\"\(114.0 + Double(number) * 0.0002)\" version=\"1\">"
      map += tag("name", name) + tag("amenity", "clinic") + tag("level", "0") + "</node>"
    }
    for (id, number) in zip([1, 2], [0..<4, 3..<names.count]) {
      map += "<way id=\"\(id)\" version=\"1\">"
      for node in number { map += "<nd ref=\"\(node + 1)\"/>" }
      map += tag("highway", id == 1 ? "residential" : "corridor") + tag("name", names[id]) + tag("level", "0")
      map += (id == 2 ? tag("level:ref", names[0]) + tag("indoor", "yes") : "") + "</way>"
    }
    return map + "</osm>"
  }()

  @Test(arguments: names.indices)
  func `no name becomes markup or steers the display`(number: Int) throws {
    let (folder, atlas) = try DrawnMaps.atlas(of: Self.map)
    let journey = try DrawnMaps.journey(atlas, from: "node/1", to: "node/\(number + 1)")
    let name = Self.names[number]
    let svg = try Drawing(atlas).svg(of: journey, from: name, to: name, profile: name)
    let picture = try #require(ReadPicture(svg), "not well-formed: \(svg)")
    #expect(
      Set(picture.elements).isSubset(of: [
        "svg", "title", "desc", "style", "rect", "text", "path", "circle", "clipPath", "g",
      ]))
    #expect(
      svg.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control: scalar == "\n"
        case .format, .lineSeparator, .paragraphSeparator, .unassigned: false
        default: true
        }
      })
    #expect(!svg.contains("onload=\""))
    withExtendedLifetime(folder) {}
  }
}

/// Places where a flat map has little to hold on to.
@Suite struct FarAwayPictureTests {
  @Test(arguments: [(0.0, 179.9995), (89.9999, 10.0), (-89.9999, -180.0), (0.0, 0.0)])
  func `a picture can be drawn anywhere on Earth`(latitude: Double, longitude: Double) throws {
    let step = longitude > 179 ? -359.999 : 0.001
    let (folder, atlas) = try DrawnMaps.atlas(
      of: """
        <osm version="0.6">
        <node id="1" lat="\(latitude)" lon="\(longitude)" version="1"/>
        <node id="2" lat="\(latitude)" lon="\(longitude + step)" version="1"/>
        <node id="3" lat="\(latitude)" lon="\(longitude)" version="1"/>
        <way id="1" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
        <way id="2" version="1"><nd ref="1"/><nd ref="3"/><tag k="highway" v="corridor"/></way>
        </osm>
        """)
    let journey = try DrawnMaps.journey(atlas, from: "node/1", to: "node/2")
    #expect(ReadPicture(try Drawing(atlas).svg(of: journey, from: "a", to: "b")) != nil)
    withExtendedLifetime(folder) {}
  }
}
