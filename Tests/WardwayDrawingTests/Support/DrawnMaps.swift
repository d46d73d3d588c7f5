import Foundation
import TestSupport
import Testing
import Wardway
import WardwayCompiler

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Maps of this package and of tests, compiled.
enum DrawnMaps {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static func compiled(_ path: String) throws -> (folder: TemporaryFolder, atlas: Atlas) {
    let folder = TemporaryFolder()
    _ = try MapCompiler().compile([path], to: "\(folder.path)/atlas")
    return (folder, try Atlas(opening: "\(folder.path)/atlas"))
  }

  private static let lakeside = Result { try compiled("\(root)/Maps/lakeside.osm") }
  private static let riverside = Result { try compiled("\(root)/Maps/riverside.osm") }

  /// The city district with its general hospital, which is `way-1140`.
  static func lakesideAtlas() throws -> Atlas { try lakeside.get().atlas }
  /// The small hospital.
  static func riversideAtlas() throws -> Atlas { try riverside.get().atlas }

  /// An atlas of OpenStreetMap XML; the folder has to be held as long as it is used.
  static func atlas(of xml: String) throws -> (folder: TemporaryFolder, atlas: Atlas) {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/map.osm"
    try Data(xml.utf8).write(to: URL(filePath: path))
    _ = try MapCompiler().compile([path], to: "\(folder.path)/atlas")
    return (folder, try Atlas(opening: "\(folder.path)/atlas"))
  }

  /// A footway of 60 m to a house with a corridor of 40 m; what the house's outline is tagged with is given.
  static func house(with tags: String) -> String {
    let metre = 0.000_009
    let places = [(0, 0), (60, 0), (100, 0), (60, -10), (110, -10), (110, 10), (60, 10)]
    let names = [1: "highway=bus_stop name=Gate", 2: "entrance=main", 3: "room=office name=Room level=0"]
    func tag(_ text: String) -> String {
      text.split(separator: " ").map { $0.split(separator: "=") }
        .map { "<tag k=\"\($0[0])\" v=\"\($0[1])\"/>" }.joined()
    }
    let nodes = places.enumerated().map { index, place in
      "<node id=\"\(index + 1)\" lat=\"\(Double(place.1) * metre)\" lon=\"\(Double(place.0) * metre)\">"
        + tag(names[index + 1] ?? "") + "</node>"
    }
    func way(_ id: Int, _ nodes: [Int], _ tags: String) -> String {
      "<way id=\"\(id)\">" + nodes.map { "<nd ref=\"\($0)\"/>" }.joined() + tag(tags) + "</way>"
    }
    return "<osm version=\"0.6\">" + nodes.joined() + way(1, [1, 2], "highway=footway")
      + way(2, [2, 3], "highway=corridor indoor=yes level=0") + way(3, [2, 4, 5, 6, 7, 2], tags) + "</osm>"
  }

  static func journey(
    _ atlas: Atlas, from: String, to: String, as profile: Profile = .walker, car: JourneyRequest.Car = .none
  ) throws -> Journey {
    let planner = Planner(atlas)
    return try planner.plan(JourneyRequest(from: .name(from), to: .name(to), profile: profile, car: car))
  }
}

/// What an XML parser makes of a picture.
final class ReadPicture: NSObject, XMLParserDelegate {
  /// The names of its elements, in order.
  private(set) var elements: [String] = []
  /// The contents of its texts, in order.
  private(set) var texts: [String] = []
  private var text: String?

  /// Nil if the picture is no well-formed XML.
  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append(name)
    if name == "text" { text = "" }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text? += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "text", let found = text { texts.append(found) }
    if name == "text" { text = nil }
  }
}
