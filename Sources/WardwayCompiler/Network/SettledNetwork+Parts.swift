import Columns
import Geodesy
import WardwayMap

extension SettledNetwork {
  /// A part of a network, with the numbers that nodes and texts of the whole have there.
  struct Part {
    var network: SettledNetwork
    var nodes: [Int: UInt32]
    var texts: [UInt32: UInt32]
  }

  /// Returns the network of some edges, places and areas.
  ///
  /// - Complexity: O(*n* log *n*) for *n* nodes of the part.
  func part(edges chosen: [Int], places chosenPlaces: [Int], areas chosenAreas: [Int]) -> Part {
    var builder = StringTableBuilder()
    var texts: [UInt32: UInt32] = [:]
    func text(_ old: UInt32) -> UInt32 {
      if let known = texts[old] { return known }
      let new = builder.number(of: strings[old])
      texts[old] = new
      return new
    }
    var numbers: [Int: UInt32] = [:]
    var nodes: [NodeRecord] = []
    // Nodes keep their order, which is one along a space-filling curve.
    let ofAreas = chosenAreas.flatMap { self.areas.nodes(of: $0).map { Int($0) } }
    let ofEdges = chosen.flatMap { [Int(self.edges[$0].tail), Int(self.edges[$0].head)] }
    for node in Set(ofEdges + ofAreas).sorted() {
      numbers[node] = UInt32(nodes.count)
      var record = self.nodes[node]
      record.levelName = text(record.levelName)
      nodes.append(record)
    }
    var edges: [EdgeRecord] = []
    var starts: [UInt32] = [0]
    var points: [Coordinate] = []
    for edge in chosen {
      var record = self.edges[edge]
      record.tail = numbers[Int(record.tail)]!
      record.head = numbers[Int(record.head)]!
      record.name = text(record.name)
      record.ref = text(record.ref)
      edges.append(record)
      points += self.points(of: edge)
      starts.append(UInt32(points.count))
    }
    let places = chosenPlaces.map { place in
      var record = self.places[place]
      record.name = text(record.name)
      record.search = text(record.search)
      record.kind = text(record.kind)
      return record
    }
    let areas = chosenAreas.map { area in
      var record = self.areas.records[area]
      record.edge.name = text(record.edge.name)
      record.edge.ref = text(record.edge.ref)
      return (record, self.areas.rings(of: area), self.areas.nodes(of: area).map { numbers[Int($0)]! })
    }
    let network = SettledNetwork(
      nodes: nodes, edges: edges, shapeStart: starts, shape: points, places: places, strings: builder.table(),
      areas: AreaColumns(areas))
    return Part(network: network, nodes: numbers, texts: texts)
  }
}
