import Foundation
import Geodesy
import Testing

@testable import WardwayCompiler
@testable import WardwayMap

/// The meshes of real buildings against the full visibility graph; skipped where `WARDWAY_REAL_MAPS` names no
/// folder of extracts.
@Suite struct RealAreasTests {
  private static let folder = ProcessInfo.processInfo.environment["WARDWAY_REAL_MAPS"]
  private static let maps =
    folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) }?
    .filter { $0.hasSuffix(".osm") || $0.hasSuffix(".pbf") }.sorted() ?? []

  @Test(.enabled(if: folder != nil), arguments: maps)
  func `ways across areas are hardly longer than the shortest`(map: String) throws {
    let extract = try OSMExtract.read(paths: ["\(Self.folder ?? "")/\(map)"], progress: nil)
    var report = CompilationReport()
    let network = MapCompiler().network(of: extract, &report)
    #expect(network.firstFault == nil)
    var (worst, sum, count) = (1.0, 0.0, 0)
    for area in network.areas.records.indices where network.areas.nodes(of: area).count < 300 {
      let space = try #require(network.areas.space(of: area))
      let nodes = network.areas.nodes(of: area)
      let places = nodes.map { network.nodes[Int($0)].coordinate }
      let known = Set(nodes)
      let source = network.areas.records[area].edge.source
      var mesh = AreaMesh(nodes: places, edges: [])
      for edge in network.edges(from: source).map({ network.edges[$0] })
      where known.contains(edge.tail) && known.contains(edge.head) {
        let ends = (nodes.firstIndex(of: edge.tail)!, nodes.firstIndex(of: edge.head)!)
        mesh.edges.append(AreaMesh.Edge(a: ends.0, b: ends.1))
        #expect(space.sees(places[ends.0], places[ends.1]), "\(source)")
      }
      let corners = space.corners.indices.filter { space.isReflex($0) }.map { space.corners[$0] }
      var full = AreaMesh(nodes: places + corners, edges: [])
      for a in full.nodes.indices {
        for b in 0..<a where space.sees(full.nodes[a], full.nodes[b]) {
          full.edges.append(AreaMesh.Edge(a: a, b: b))
        }
      }
      let (fast, slow) = (Distances(mesh), Distances(full))
      // Corners where ways only turn are no places that anyone starts from.
      let entries = nodes.indices.filter { index in
        space.corners.contains(places[index])
          && network.edges(at: nodes[index]).contains { network.edges[$0].source != source }
      }
      for from in entries.prefix(12) {
        let (found, shortest) = (fast.distances(from: from), slow.distances(from: from))
        for to in entries where shortest[to] > 0.5 && shortest[to] < .infinity {
          let stretch = found[to] / shortest[to]
          #expect(stretch <= 1.0201, "\(source): \(found[to]) m, not \(shortest[to])")
          worst = max(worst, stretch)
          sum += stretch
          count += 1
        }
      }
    }
    let edges = network.edges.count { $0.attributes.isMesh }
    let nodes = network.areas.nodes.count
    print(
      "\(map): \(network.areas.count) areas, \(nodes) nodes, \(edges) edges; stretch of \(count) ways: "
        + "mean \(count > 0 ? sum / Double(count) : 1), most \(worst)")
  }
}
