import Testing

@testable import WardwayCompiler

@Suite struct EndsOfTheEarthTests {
  @Test(arguments: [(90.0, 0.0), (-90, 180), (0, 180), (0, -180), (89.999999, -179.999999)])
  func `a map at a pole or at the antimeridian is a map`(latitude: Double, longitude: Double) throws {
    func node(_ number: Int, _ north: Double, _ east: Double) -> String {
      var (latitude, longitude) = (latitude + north, longitude + east)
      latitude = min(max(latitude, -90), 90)
      if longitude > 180 { longitude -= 360 } else if longitude < -180 { longitude += 360 }
      return "<node id=\"\(number)\" lat=\"\(latitude)\" lon=\"\(longitude)\"/>"
    }
    let nodes = [node(1, 0, 0), node(2, 0.0001, 0.0001), node(3, -0.0001, -0.0001), node(4, 0, 0.0002)]
      .joined()
    let extract = try OSMFixture.read(
      xml: """
        <osm version="0.6">\(nodes)
        <way id="1"><nd ref="3"/><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/>
        <tag k="name" v="A"/></way>
        <way id="2"><nd ref="1"/><nd ref="4"/><tag k="highway" v="footway"/>
        <tag k="footway" v="sidewalk"/></way></osm>
        """)
    var report = CompilationReport()
    let network = MapCompiler().network(of: extract, &report)
    #expect(network.edges.count == 3 && network.edges.allSatisfy { $0.length < 60_000 })
    #expect(Array(network.componentSizes) == [4])
  }
}
