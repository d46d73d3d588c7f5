import Testing
import Wardway

@testable import WardwayDrawing

/// What searches see, drawn.
@Suite struct NetworkPictureTests {
  private static let house = """
    <osm version="0.6">
    <node id="1" lat="30.58" lon="114.27"/><node id="2" lat="30.58" lon="114.2701"><tag k="door" v="yes"/></node>
    <node id="3" lat="30.58" lon="114.2702"/><node id="4" lat="30.5801" lon="114.2702"/>
    <node id="5" lat="30.5801" lon="114.27"/><node id="6" lat="30.5799" lon="114.2702"/>
    <node id="7" lat="30.5799" lon="114.27"/><node id="8" lat="30.581" lon="114.27"/>
    <node id="9" lat="30.581" lon="114.2702"/><node id="10" lat="30.5811" lon="114.2701"/>
    <node id="11" lat="30.5799" lon="114.2701"><tag k="entrance" v="yes"/></node>
    <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="5"/><nd ref="1"/>
      <tag k="indoor" v="room"/><tag k="level" v="0"/></way>
    <way id="2"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="6"/><nd ref="11"/><nd ref="7"/><nd ref="1"/>
      <tag k="indoor" v="corridor"/><tag k="level" v="0"/></way>
    <way id="3"><nd ref="8"/><nd ref="9"/><nd ref="10"/><nd ref="8"/>
      <tag k="indoor" v="room"/><tag k="level" v="0"/></way>
    </osm>
    """

  @Test func `rooms, edges and doors are drawn, and what nothing leads to stands out`() throws {
    let (folder, atlas) = try DrawnMaps.atlas(of: Self.house)
    _ = folder
    let picture = try Drawing(atlas).svg(ofNetwork: .streets)
    let read = try #require(ReadPicture(picture))
    for style in ["room", "hall", "mesh", "doornode", "node", "cutoff"] {
      #expect(picture.contains("class=\"\(style)\""), "\(style)")
    }
    #expect(read.texts.contains("Node at a door") && read.texts.contains("Nothing leads here"))
    #expect(try Drawing(atlas).svg(ofNetwork: .streets) == picture)
    #expect(try Drawing(atlas, language: .simplifiedChinese).svg(ofNetwork: .streets).contains("无路可达"))
  }

  @Test func `a venue's floors are drawn, the highest first, and an unknown one is refused`() throws {
    let atlas = try DrawnMaps.lakesideAtlas()
    let picture = try Drawing(atlas).svg(ofNetwork: "way-1140")
    let read = try #require(ReadPicture(picture))
    let floors = read.texts.filter { $0.hasSuffix("F") }.compactMap { Int($0.dropLast()) }
    #expect(floors.count > 1 && floors == floors.sorted(by: >))
    #expect(picture.contains("class=\"climb\"") && picture.contains("class=\"shaftnode\""))
    #expect(throws: AtlasError.self) { try Drawing(atlas).svg(ofNetwork: "way-1") }
  }
}
