import Columns
import Foundation
import Geodesy
import ShortestPaths
import TestSupport
import Testing

@testable import WardwayCompiler
@testable import WardwayMap

/// The drive network in files, sound and hostile.
@Suite struct DriveFileTests {
  private static func sample() throws -> DriveNetwork {
    var map = TurnRestrictionTests.crossing()
    map.restriction("no_left_turn", from: ["ab"], via: ["bd"], to: ["dg"])
    map.road(
      "ah", ["oneway": "yes", "junction:ref": "24", "destination": "Lakeside", "destination:ref": "A 5"])
    return try map.compiled().network
  }

  private static func opened(_ network: DriveNetwork, _ metrics: [DriveMetric] = []) throws -> SectionFile {
    var writer = SectionFileWriter()
    network.write(to: &writer, metrics: metrics)
    let folder = TemporaryFolder()
    try writeAtomically(writer.bytes(), to: "\(folder.path)/file")
    return try SectionFile(path: "\(folder.path)/file")
  }

  @Test func `what is written is read again`() throws {
    let network = try Self.sample()
    let metrics = VehicleProfile.standard.map {
      DriveMetric(network, vehicle: $0, on: network.customizableHierarchy())
    }
    let file = try Self.opened(network, metrics)
    let read = try DriveNetwork(file, isKnown: false)
    var (first, second) = (SectionFileWriter(), SectionFileWriter())
    network.write(to: &first, metrics: metrics)
    let again = try VehicleProfile.standard.map {
      try DriveMetric(file, vehicle: $0.name, network: read, isKnown: false)
    }
    read.write(to: &second, metrics: again)
    #expect(first.bytes() == second.bytes())
  }

  @Test func `an atlas without a drive network says so`() throws {
    let folder = TemporaryFolder()
    let map = TurnRestrictionTests.crossing()
    try Data(map.xml.utf8).write(to: URL(filePath: "\(folder.path)/map.osm"))
    var compiler = MapCompiler(profiles: [.walker])
    _ = try compiler.compile(["\(folder.path)/map.osm"], to: "\(folder.path)/with")
    compiler.vehicles = []
    _ = try compiler.compile(["\(folder.path)/map.osm"], to: "\(folder.path)/without")
    let with = try Atlas(opening: "\(folder.path)/with")
    try with.verify()
    #expect(with.drive?.edges.count == 9)
    #expect(try with.metric(for: VehicleProfile.car).hierarchy != nil)
    var slow = VehicleProfile.car
    slow.topSpeed = 10
    #expect(try with.metric(for: slow).hierarchy == nil)
    let without = try Atlas(opening: "\(folder.path)/without")
    try without.verify()
    #expect(without.drive == nil)
    #expect(throws: AtlasError.self) { try without.metric(for: VehicleProfile.car) }
  }

  /// A damaged part of a network and the section that the error has to name.
  private func expect(
    _ section: String, _ location: SourceLocation = #_sourceLocation,
    _ damage: (inout DriveParts) -> Void
  ) throws {
    var parts = DriveParts(try Self.sample())
    damage(&parts)
    do {
      _ = try DriveNetwork(try Self.opened(parts.network), isKnown: false)
      Issue.record("no error", sourceLocation: location)
    } catch let error as AtlasError {
      #expect(
        error.code == .damaged && error.message.contains("'\(section)'"), "\(error)", sourceLocation: location
      )
    }
  }

  @Test func `what an index would trip over is refused by name`() throws {
    try expect("drive.junction") { $0.junctions.removeLast() }
    try expect("drive.node") { $0.nodes[0].levelName = 99 }
    try expect("drive.node.order") { $0.nodeOrder.reverse() }
    try expect("drive.node.order") { $0.nodeOrder[0] = 99 }
    try expect("drive.node.order") { $0.nodeOrder.removeLast() }
    try expect("drive.edge") { $0.edges[0].tail = 99 }
    try expect("drive.edge") { $0.edges[0].head = .max }
    try expect("drive.edge") { $0.edges[0].name = 99 }
    try expect("drive.edge") { $0.edges[0].ref = 99 }
    try expect("drive.edge") { $0.edges[0].classValue = 200 }
    try expect("drive.edge") { $0.edges[0].accessValue = 3 }
    try expect("drive.edge") { $0.edges[0].speedForward = 0 }
    try expect("drive.edge") { ($0.edges[0].lowLevel, $0.edges[0].highLevel) = (.highest, .lowest) }
    try expect("drive.shape.start") { $0.shapeStart[1] = 9 }
    try expect("drive.shape.start") { $0.shapeStart = [] }
    try expect("drive.source") { $0.sources[0].edge = 99 }
    try expect("drive.sign") { $0.signs[0].directed = 999 }
    try expect("drive.sign") { $0.signs[0].exit = 99 }
    try expect("drive.sign") { $0.signs[0].destination = 99 }
    try expect("drive.sign") { $0.signs[0].destinationRef = 99 }
    try expect("drive.sign") { $0.signs.append($0.signs[0]) }
    try expect("drive.leaving.start") { $0.leavingStart[0] = 1 }
    try expect("drive.leaving.start") { $0.leavingStart.removeLast() }
    try expect("drive.leaving.edge") { $0.leaving[0] = 99 }
    try expect("drive.leaving.edge") { $0.leaving.reverse() }
    try expect("drive.state.edge") { $0.stateEdge.removeLast() }
    try expect("drive.state.edge") { $0.stateEdge[0] = 99 }
    try expect("drive.state.edge") { $0.stateEdge.reverse() }
    try expect("drive.state.start") { $0.stateStart[1] = 99 }
    try expect("drive.state.start") { $0.stateStart = [] }
    try expect("drive.turn") { $0.turns.removeLast() }
    try expect("drive.graph.head") { $0.head.reverse() }
    try expect("drive.graph.first") { $0.head[0] = 999 }
    try expect("drive.tree.box") { $0.edges.append($0.edges[0]) }
  }

  @Test func `a metric has to fit its network`() throws {
    let network = try Self.sample()
    let metric = DriveMetric(network, vehicle: .car, on: network.customizableHierarchy())
    var writer = SectionFileWriter()
    metric.write(to: &writer)
    let other = try TurnRestrictionTests.ladder(["bmc"]).compiled().network
    let file = try Self.opened(network, [metric])
    #expect(throws: AtlasError.self) { try DriveMetric(file, vehicle: "car", network: other, isKnown: false) }
    // A turn that is cheaper than the edge behind it would make weights negative.
    let cheap = Column(metric.weights.map { min($0, 1) })
    var hostile = SectionFileWriter()
    hostile.add("drive-car.profile", Column(VehicleProfile.car.json))
    hostile.add("drive-car.edge", metric.edgeWeights)
    hostile.add("drive-car.weight", cheap)
    hostile.add("drive-car.reach", metric.reach)
    let folder = TemporaryFolder()
    try writeAtomically(hostile.bytes(), to: "\(folder.path)/file")
    let opened = try SectionFile(path: "\(folder.path)/file")
    do {
      _ = try DriveMetric(opened, vehicle: "car", network: network, isKnown: false)
      Issue.record("no error")
    } catch {
      #expect(error.message.contains("takes less than the edge"), "\(error)")
    }
  }

  @Test func `a vehicle comes out of JSON as it went in`() throws {
    for vehicle in VehicleProfile.standard {
      #expect(try VehicleProfile(json: vehicle.json, file: "test") == vehicle)
    }
    var wrong = VehicleProfile.car
    wrong.speedFactor = 0
    #expect(throws: AtlasError.self) { try VehicleProfile(json: wrong.json, file: "test") }
    #expect(throws: AtlasError.self) { try VehicleProfile(json: [1, 2], file: "test") }
    wrong = .car
    wrong.name = "Far too long a name"
    #expect(throws: AtlasError.self) { try VehicleProfile(json: wrong.json, file: "test") }
  }
}

/// The columns of a drive network as arrays, to be damaged.
private struct DriveParts {
  var nodes: [NodeRecord]
  var nodeOrder: [UInt32]
  var junctions: [JunctionTraits]
  var edges: [DriveEdgeRecord]
  var shapeStart: [UInt32]
  var leavingStart: [UInt32]
  var leaving: [UInt32]
  var head: [UInt32]
  var turns: [TurnTraits]
  var stateEdge: [UInt32]
  var stateStart: [UInt32]
  var sources: [SourceEntry]
  var signs: [DriveSignRecord]
  let original: DriveNetwork

  init(_ network: DriveNetwork) {
    original = network
    nodes = Array(network.nodes)
    nodeOrder = Array(network.nodeOrder.items)
    junctions = Array(network.junctions)
    edges = Array(network.edges)
    shapeStart = Array(network.shapeStart)
    leavingStart = Array(network.leavingStart)
    leaving = Array(network.leaving)
    head = Array(network.graph.head)
    turns = Array(network.turns)
    stateEdge = Array(network.stateEdge)
    stateStart = Array(network.stateStart)
    sources = Array(network.sources)
    signs = Array(network.signs)
  }

  /// The sections with what was damaged; heads are put back into the file as they are.
  var network: DamagedDrive { DamagedDrive(parts: self) }
}

private struct DamagedDrive {
  let parts: DriveParts
}

extension DriveFileTests {
  fileprivate static func opened(_ damaged: DamagedDrive) throws -> SectionFile {
    let (parts, original) = (damaged.parts, damaged.parts.original)
    var writer = SectionFileWriter()
    writer.add(DriveSection.node, Column(parts.nodes))
    writer.add(DriveSection.nodeOrder, Column(parts.nodeOrder))
    writer.add(DriveSection.junction, Column(parts.junctions))
    writer.add(DriveSection.edge, Column(parts.edges))
    writer.add(DriveSection.shapeStart, Column(parts.shapeStart))
    writer.add(DriveSection.shape, original.shape)
    writer.add(DriveSection.leavingStart, Column(parts.leavingStart))
    writer.add(DriveSection.leaving, Column(parts.leaving))
    writer.add(DriveSection.firstOut, original.graph.firstOut)
    writer.add(DriveSection.head, Column(parts.head))
    writer.add(DriveSection.turn, Column(parts.turns))
    writer.add(DriveSection.stateEdge, Column(parts.stateEdge))
    writer.add(DriveSection.stateStart, Column(parts.stateStart))
    writer.add(DriveSection.box, original.tree.boxes)
    writer.add(DriveSection.item, original.tree.items)
    writer.add(DriveSection.source, Column(parts.sources))
    writer.add(DriveSection.sign, Column(parts.signs))
    writer.add(DriveSection.stringStart, original.strings.offsets)
    writer.add(DriveSection.string, original.strings.bytes)
    writer.add(DriveSection.side, Column([0] as [UInt8]))
    let folder = TemporaryFolder()
    try writeAtomically(writer.bytes(), to: "\(folder.path)/file")
    return try SectionFile(path: "\(folder.path)/file")
  }
}
