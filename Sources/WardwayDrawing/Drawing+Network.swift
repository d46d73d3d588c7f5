import Geodesy
import WardwayMap

extension Drawing {
  /// Draws what searches see of a venue or of the streets: nodes and edges over rooms and doors, the highest
  /// floor first.
  ///
  /// For those who make maps: it shows which doors are joined, where ways run, and what nothing leads to.
  ///
  /// - Parameter id: A venue, or the streets for all that is in no venue.
  /// - Throws: An `AtlasError` if there is no such venue.
  /// - Complexity: O(edges and areas, for each floor).
  public func svg(ofNetwork id: NetworkID) throws(AtlasError) -> String {
    let venue = id.isVenue ? try atlas.venue(id) : nil
    let network = venue?.network ?? atlas.streets
    var sheet = Sheet(width: 2400, words: words, attribution: atlas.attribution)
    sheet.styles = Stylesheet.network
    sheet.title = venue.map { words.name($0.description.name) } ?? ""
    // Areas that nothing leads to have no nodes.
    let whole = BoundingBox(network.nodes.map(\.coordinate) + Array(network.areas.corners))
    for level in Set(network.nodes.map(\.level)).sorted(by: >) {
      let contents = FloorContents(level, in: whole, networks: [network], drive: nil)
      guard !contents.indoorBox.isEmpty || !contents.areas.isEmpty else { continue }
      var box = contents.indoorBox
      for area in contents.areas where box.isEmpty { box.expand(to: BoundingBox(area.rings[0])) }
      let plan = NetworkPlan(contents: contents, network: network, words: words)
      let size = Viewport.size(of: box)
      sheet.add(
        badge: name(of: level, in: whole, [network]), name: "", box: box, margin: 4,
        isWide: size.width > size.height
      ) { view, titleWidth in plan.draw(in: view, titleWidth: titleWidth) }
    }
    return sheet.svg()
  }
}
