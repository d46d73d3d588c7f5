import Geodesy
import WardwayMap

/// A floor as searches see it: nodes and edges over rooms, walls and doors.
struct NetworkPlan {
  /// How an edge looks.
  private enum Line: Int, CaseIterable {
    case mesh, way, climb, island

    var style: String {
      switch self {
      case .mesh: "mesh"
      case .way: "way"
      case .climb: "climb"
      case .island: "island"
      }
    }

    var item: LegendItem {
      switch self {
      case .mesh: .mesh
      case .way: .way
      case .climb: .climb
      case .island: .island
      }
    }
  }

  let contents: FloorContents
  let network: WalkNetwork
  let words: Words

  func draw(in view: Viewport, titleWidth: Double) -> Panel {
    var panel = Panel(view, words: words)
    panel.reserveFrame(titleWidth: titleWidth)
    drawAreas(on: &panel)
    let seen = network.numbers(in: view.box).filter {
      network.tailLevel(of: $0) == contents.level || network.headLevel(of: $0) == contents.level
    }
    for line in Line.allCases {
      let edges = seen.filter { self.line(of: $0) == line }
      let data = panel.data(edges.map { network.points(of: $0) })
      guard !data.isEmpty else { continue }
      panel.svg.path(line.style, data)
      panel.used.insert(line.item)
    }
    drawNodes(of: seen, on: &panel)
    panel.drawScale()
    return panel
  }

  /// Draws the areas; those that nothing leads into stand out.
  private func drawAreas(on panel: inout Panel) {
    for (style, item, isWanted) in [
      ("hall", LegendItem.room, { !isRoom($0) && !isCutOff($0) }),
      ("room", .room, { isRoom($0) && !isCutOff($0) }),
      ("cutoff", .cutOff, { isCutOff($0) }),
    ] as [(String, LegendItem, (Int) -> Bool)] {
      for area in network.areas.records.indices
      where network.areas.records[area].level == contents.level && isWanted(area) {
        let data = panel.data(network.areas.rings(of: area), closed: true)
        guard !data.isEmpty else { continue }
        panel.svg.path(style, data)
        panel.used.insert(item)
      }
    }
  }

  private func isRoom(_ area: Int) -> Bool { network.areas.records[area].edge.attributes.isRoom }

  /// Whether nobody gets from an area to the main part of the network.
  private func isCutOff(_ area: Int) -> Bool {
    network.areas.nodes(of: area).allSatisfy {
      network.isIsland(component: network.nodes[Int($0)].component)
    }
  }

  /// How an edge is drawn; nil where it has no length to be seen.
  private func line(of edge: Int) -> Line? {
    let record = network.edges[edge]
    if record.kind == .door || record.kind == .elevatorRide { return nil }
    if network.isIsland(component: network.nodes[Int(record.tail)].component) { return .island }
    if record.attributes.isMesh { return .mesh }
    if record.kind.isElevator || network.tailLevel(of: edge) != network.headLevel(of: edge) { return .climb }
    return record.kind == .stairs || record.kind == .escalator ? .climb : .way
  }

  private func drawNodes(of edges: [Int], on panel: inout Panel) {
    var (nodes, doors, shafts): (Set<UInt32>, Set<UInt32>, Set<UInt32>) = ([], [], [])
    for edge in edges {
      let record = network.edges[edge]
      for node in [record.tail, record.head] where network.nodes[Int(node)].level == contents.level {
        nodes.insert(node)
        if record.kind == .door { doors.insert(node) }
        if record.kind.isElevator { shafts.insert(node) }
      }
    }
    for node in nodes.subtracting(doors).sorted() {
      let pixel = panel.view.pixel(network.nodes[Int(node)].coordinate)
      guard panel.view.area.contains(pixel) else { continue }
      Symbols.circle(shafts.contains(node) ? "shaftnode" : "node", pixel, 1.6, on: &panel.svg)
      panel.used.insert(.node)
    }
    for node in doors.sorted() {
      let pixel = panel.view.pixel(network.nodes[Int(node)].coordinate)
      guard panel.view.area.contains(pixel) else { continue }
      Symbols.circle("doornode", pixel, 3, on: &panel.svg)
      panel.used.insert(.doorNode)
    }
  }
}
