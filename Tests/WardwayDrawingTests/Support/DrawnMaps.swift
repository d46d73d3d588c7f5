import Foundation
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
    let folder = try TemporaryFolder()
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
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/map.osm"
    try Data(xml.utf8).write(to: URL(filePath: path))
    _ = try MapCompiler().compile([path], to: "\(folder.path)/atlas")
    return (folder, try Atlas(opening: "\(folder.path)/atlas"))
  }

  static func journey(
    _ atlas: Atlas, from: String, to: String, as profile: Profile = .walker, car: JourneyRequest.Car = .none
  ) throws -> Journey {
    var planner = Planner(atlas)
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
