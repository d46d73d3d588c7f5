import Geodesy
import ShortestPaths
import TestSupport
import Testing

@testable import WardwayMap

/// Sections whose checksums are right and whose content would lead a search astray.
@Suite struct HostileSectionsTests {
  private static let offGlobe = Coordinate(latitudeE7: 900_000_001, longitudeE7: 0)

  @Test(arguments: [
    Damage("a node off the globe", says: "'node': node 2") {
      $0.edit("node", of: NodeRecord.self) { $0[2].coordinate = offGlobe }
    },
    Damage("a node's level beyond all buildings", says: "'node': node 3") {
      $0.edit("node", of: NodeRecord.self) { $0[3].level = unsafeBitCast(Int16.max, to: Level.self) }
    },
    Damage("a level name that isn't there", says: "'node': node 1") {
      $0.edit("node", of: NodeRecord.self) { $0[1].levelName = 1000 }
    },
    Damage("a node too few", says: "'graph.first': another number of nodes") {
      $0.edit("node", of: NodeRecord.self) { $0.removeLast() }
    },
    Damage("no nodes", says: "'graph.first'") { $0.edit("node", of: NodeRecord.self) { $0 = [] } },
  ])
  func `nodes are checked`(damage: Damage) { expect(damage) }

  @Test(arguments: [
    Damage("a tail that isn't there", says: "'edge': edge 0") { $0.editEdge { $0.tail = 6 } },
    Damage("a head that isn't there", says: "'edge': edge 0") { $0.editEdge { $0.head = .max } },
    Damage("a name that isn't there", says: "'edge': edge 0") { $0.editEdge { $0.name = .max } },
    Damage("a ref that isn't there", says: "'edge': edge 0") { $0.editEdge { $0.ref = 999 } },
    Damage("an unknown kind", says: "'edge': edge 0") { $0.editEdge { $0.kindValue = 99 } },
    Damage("an edge between other nodes", says: "'arc.edge': arc") { $0.editEdge { $0.head = 3 } },
    Damage("an edge too few", says: "'tree.box'") {
      $0.edit("edge", of: EdgeRecord.self) { $0.removeLast() }
    },
    Damage("shapes that start late", says: "'shape.start'") { $0.edit("shape.start") { $0[0] = 1 } },
    Damage("shapes that run backwards", says: "'shape.start'") { $0.edit("shape.start") { $0[2] = 1 } },
    Damage("shapes beyond the points", says: "'shape.start'") { $0.edit("shape.start") { $0[6] = 4 } },
    Damage("a shape too few", says: "'shape.start': another number") {
      $0.edit("shape.start") { $0.removeLast() }
    },
    Damage("no shapes", says: "'shape.start'") { $0.edit("shape.start") { $0 = [] } },
    Damage("a point off the globe", says: "'shape.point': point 1") {
      $0.edit("shape.point", of: Coordinate.self) { $0[1] = offGlobe }
    },
  ])
  func `edges are checked`(damage: Damage) { expect(damage) }

  @Test(arguments: [
    Damage("offsets that fall", says: "'graph.first': firstOut falls") {
      $0.edit("graph.first") { $0[1] = 7 }
    },
    Damage("offsets that start late", says: "'graph.first'") { $0.edit("graph.first") { $0[0] = 1 } },
    Damage("offsets beyond the arcs", says: "'graph.first'") { $0.edit("graph.first") { $0[6] = .max } },
    Damage("no offsets", says: "'graph.first': firstOut is empty") { $0.edit("graph.first") { $0 = [] } },
    Damage("an arc to nowhere", says: "leads to node 6") { $0.edit("graph.head") { $0[0] = 6 } },
    Damage("an arc to another node", says: "'arc.edge': arc 0") { $0.edit("graph.head") { $0[0] = 5 } },
    Damage("an arc of no edge", says: "'arc.edge': arc 0") { $0.edit("arc.edge") { $0[0] = .max } },
    Damage("two arcs swapped", says: "'arc.edge': arc") { $0.edit("arc.edge") { $0.swapAt(0, 3) } },
    Damage("an arc's edge too few", says: "'arc.edge': another") { $0.edit("arc.edge") { $0.removeLast() } },
    Damage("an edge of no arc", says: "'edge.arc': edge 4") { $0.edit("edge.arc") { $0[9] = 90 } },
    Damage("an edge of another's arc", says: "'edge.arc': edge 4") { $0.edit("edge.arc") { $0[9] = 0 } },
    Damage("an edge's arc forgotten", says: "'arc.edge': arc 0") { $0.edit("edge.arc") { $0[0] = .max } },
    Damage("an edge's arcs too many", says: "'edge.arc': another") { $0.edit("edge.arc") { $0.append(0) } },
    Damage("a part that is larger than it is", says: "'component.size'") {
      $0.edit("component.size") { $0[0] += 1 }
    },
    Damage("a part too many", says: "'component.size'") { $0.edit("component.size") { $0.append(0) } },
    Damage("nodes out of order", says: "'node.order'") { $0.edit("node.order") { $0.swapAt(0, 3) } },
    Damage("a node twice", says: "'node.order'") { $0.edit("node.order") { $0[1] = $0[0] } },
    Damage("a node that isn't there", says: "'node.order'") { $0.edit("node.order") { $0[5] = 6 } },
    Damage("a node too few", says: "'node.order'") { $0.edit("node.order") { $0.removeLast() } },
  ])
  func `arcs are checked`(damage: Damage) { expect(damage) }

  @Test(arguments: [
    Damage("an item that isn't there", says: "'tree.box'") { $0.edit("tree.item") { $0[0] = 6 } },
    Damage("an item too few", says: "'tree.box'") { $0.edit("tree.item") { $0.removeLast() } },
    Damage("a box too many", says: "'tree.box'") {
      $0.edit("tree.box", of: BoundingBox.self) { $0.append(.empty) }
    },
    Damage("a source of no edge", says: "'source': entry 2") {
      $0.edit("source", of: SourceEntry.self) { $0[2].edge = 6 }
    },
    Damage("a place off the globe", says: "'place': place 1") {
      $0.edit("place", of: PlaceRecord.self) { $0[1].coordinate = offGlobe }
    },
    Damage("a place's level below all buildings", says: "'place': place 0") {
      $0.edit("place", of: PlaceRecord.self) { $0[0].level = unsafeBitCast(Int16.min, to: Level.self) }
    },
    Damage("a place without a name", says: "'place': place 0") {
      $0.edit("place", of: PlaceRecord.self) { $0[0].name = 99 }
    },
    Damage("a place that can't be searched", says: "'place': place 0") {
      $0.edit("place", of: PlaceRecord.self) { $0[0].search = 99 }
    },
    Damage("a place of no kind", says: "'place': place 0") {
      $0.edit("place", of: PlaceRecord.self) { $0[0].kind = .max }
    },
    Damage("a handoff off the globe", says: "'handoff': handoff 0") { $0.addHandoff { $0.walk = offGlobe } },
    Damage("a handoff on no level", says: "'handoff': handoff 0") {
      $0.addHandoff { $0.level = unsafeBitCast(Int16.max, to: Level.self) }
    },
    Damage("a handoff of no kind", says: "'handoff': handoff 0") { $0.addHandoff { $0.kindValue = 9 } },
    Damage("a handoff for nobody known", says: "'handoff': handoff 0") {
      $0.addHandoff { $0.usersValue = 3 }
    },
    Damage("texts that run backwards", says: "'string.start'") { $0.edit("string.start") { $0[3] = 0 } },
    Damage("texts beyond the bytes", says: "'string.start'") {
      $0.edit("string.start") { $0[$0.count - 1] = .max }
    },
    Damage("an empty text that isn't", says: "'string.start'") { $0.edit("string.start") { $0[1] = 1 } },
    Damage("no texts", says: "'string.start'") { $0.edit("string.start") { $0 = [] } },
  ])
  func `indices, places and texts are checked`(damage: Damage) { expect(damage) }

  @Test(arguments: [
    Damage("a weight too few", says: "'metric.walker.weight'") {
      $0.edit("metric.walker.weight") { $0.removeLast() }
    },
    Damage("positions twice", says: "hierarchy of 'walker': positions") {
      $0.edit("metric.walker.position") { $0[1] = $0[0] }
    },
    Damage("offsets that fall", says: "hierarchy of 'walker': firstArc") {
      $0.edit("metric.walker.first") { $0[1] = 99 }
    },
    Damage("an arc that leads down", says: "hierarchy of 'walker': arcs") {
      $0.edit("metric.walker.arc", of: HierarchyArc.self) { $0[0].head = 5 }
    },
    Damage("an arc that is a part of itself", says: "hierarchy of 'walker': parts") {
      $0.edit("metric.walker.part", of: ArcParts.self) { $0[0] = ArcParts(first: 0, second: 0) }
    },
    Damage("a part that isn't there", says: "hierarchy of 'walker': parts") {
      $0.edit("metric.walker.part", of: ArcParts.self) { $0[1].second = 1 << 31 }
    },
    Damage("a profile without speed", .badProfile, says: "'speed' is 0.0") {
      var profile = Profile.walker
      profile.speed = 0
      $0["metric.walker.profile"].bytes = profile.json
      $0["metric.walker.profile"].count = UInt64(profile.json.count)
    },
    Damage("a profile that is no JSON", .badProfile, says: "not JSON") {
      $0.edit("metric.walker.profile", of: UInt8.self) { $0[0] = 0 }
    },
  ])
  func `metrics are checked`(damage: Damage) { expect(damage) }

  @Test(
    arguments: DraftFile(SmallNetwork.bytes([.walker])).sections.map {
      String(decoding: $0.name, as: UTF8.self)
    })
  func `a section that is missing is named`(section: String) {
    let error = Damage("", says: "") { $0.remove(section) }.error
    switch section {
    case "metric.walker.weight", "metric.walker.position", "metric.walker.pace": #expect(error == nil)
    default: #expect(error?.code == .damaged && error?.message.contains("'\(section)' is missing") == true)
    }
  }

  @Test func `boxes that lie mislead a search and nothing more`() throws {
    var draft = DraftFile(SmallNetwork.bytes([]))
    let wild = BoundingBox(
      minLatitudeE7: .max, minLongitudeE7: .min, maxLatitudeE7: .min, maxLongitudeE7: .max)
    draft.edit("tree.box", of: BoundingBox.self) { for index in $0.indices { $0[index] = wild } }
    let folder = TemporaryFolder()
    folder.write(draft.bytes, as: "streets")
    folder.writeManifest()
    let network = try Atlas(opening: folder.path).streets
    network.tree.nearest(
      to: network.nodes[0].coordinate, metres: { _ in 0 }, visit: { edge, _ in edge < network.edges.count })
    network.tree.search(in: wild) { #expect($0 < network.edges.count) }
  }

  private func expect(_ damage: Damage, _ location: SourceLocation = #_sourceLocation) {
    let error = damage.error
    #expect(error?.code == damage.code, "\(error?.message ?? "no error")", sourceLocation: location)
    #expect(error?.message.contains(damage.says) == true, "\(error?.message ?? "")", sourceLocation: location)
  }
}

extension DraftFile {
  fileprivate mutating func editEdge(_ change: (inout EdgeRecord) -> Void) {
    edit("edge", of: EdgeRecord.self) { change(&$0[0]) }
  }
}

extension DraftFile {
  /// Adds a handoff with something wrong.
  fileprivate mutating func addHandoff(_ spoil: (inout HandoffRecord) -> Void) {
    let place = Coordinate(latitude: 30, longitude: 114)!
    var record = HandoffRecord(.parkingLot, source: .none, drive: place, walk: place, level: nil)
    spoil(&record)
    edit("handoff", of: HandoffRecord.self) { $0.append(record) }
  }
}
