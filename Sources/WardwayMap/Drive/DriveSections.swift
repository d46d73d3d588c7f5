import Columns
import Geodesy
import ShortestPaths

/// The sections of a network file that hold the drive network.
enum DriveSection {
  /// What the names of all these begin with; what all networks have is called the same behind it.
  static let prefix = "drive."

  static let node = prefix + NetworkSection.node
  static let nodeOrder = prefix + NetworkSection.nodeOrder
  static let junction = "drive.junction"
  static let edge = prefix + NetworkSection.edge
  static let shapeStart = prefix + NetworkSection.shapeStart
  static let shape = prefix + NetworkSection.shape
  static let leavingStart = "drive.leaving.start"
  static let leaving = "drive.leaving.edge"
  static let firstOut = prefix + NetworkSection.firstOut
  static let head = prefix + NetworkSection.head
  static let turn = "drive.turn"
  static let stateEdge = "drive.state.edge"
  static let stateStart = "drive.state.start"
  static let box = prefix + NetworkSection.box
  static let item = prefix + NetworkSection.item
  static let source = prefix + NetworkSection.source
  static let sign = "drive.sign"
  static let stringStart = prefix + NetworkSection.stringStart
  static let string = prefix + NetworkSection.string
  static let side = "drive.side"

  static func metric(_ vehicle: String, _ part: String) -> String { "drive-\(vehicle).\(part)" }
}

extension DriveNetwork {
  /// Takes the drive network out of a network file.
  ///
  /// - Parameter isKnown: Whether it is known to be sound.
  /// - Throws: `damaged`, naming the section.
  /// - Complexity: O(size of the network).
  init(_ file: SectionFile, isKnown: Bool) throws(AtlasError) {
    func fail(_ section: String, _ message: String) -> AtlasError {
      AtlasError(.damaged, file: file.path, "section '\(section)': \(message); compile the map again")
    }
    let graph = try file.graph(DriveSection.firstOut, DriveSection.head, isKnown)
    let edges = try file.column(DriveSection.edge, of: DriveEdgeRecord.self)
    let tree = try file.tree(DriveSection.box, DriveSection.item, itemCount: edges.count, isKnown)
    let strings = try file.strings(DriveSection.stringStart, DriveSection.string, isKnown)
    let side = try file.column(DriveSection.side, of: UInt8.self)
    guard side.count == 1, side[0] <= 1 else { throw fail(DriveSection.side, "neither left nor right") }
    self.init(
      nodes: try file.column(DriveSection.node), junctions: try file.column(DriveSection.junction),
      edges: edges, shapeStart: try file.column(DriveSection.shapeStart),
      shape: try file.column(DriveSection.shape), leavingStart: try file.column(DriveSection.leavingStart),
      leaving: try file.column(DriveSection.leaving), graph: graph,
      turns: try file.column(DriveSection.turn), stateEdge: try file.column(DriveSection.stateEdge),
      stateStart: try file.column(DriveSection.stateStart), tree: tree,
      sources: try file.column(DriveSection.source), signs: try file.column(DriveSection.sign),
      strings: strings, drivesOnLeft: side[0] == 1,
      nodeOrder: NodeOrder(try file.column(DriveSection.nodeOrder)))
    if !isKnown, let (section, message) = firstFault { throw fail(section, message) }
  }

  /// Adds the drive network and its metrics to a network file.
  func write(to writer: inout SectionFileWriter, metrics: [DriveMetric]) {
    writer.add(DriveSection.node, nodes)
    writer.add(DriveSection.nodeOrder, nodeOrder.items)
    writer.add(DriveSection.junction, junctions)
    writer.add(DriveSection.edge, edges)
    writer.add(DriveSection.shapeStart, shapeStart)
    writer.add(DriveSection.shape, shape)
    writer.add(DriveSection.leavingStart, leavingStart)
    writer.add(DriveSection.leaving, leaving)
    writer.add(DriveSection.firstOut, graph.firstOut)
    writer.add(DriveSection.head, graph.head)
    writer.add(DriveSection.turn, turns)
    writer.add(DriveSection.stateEdge, stateEdge)
    writer.add(DriveSection.stateStart, stateStart)
    writer.add(DriveSection.box, tree.boxes)
    writer.add(DriveSection.item, tree.items)
    writer.add(DriveSection.source, sources)
    writer.add(DriveSection.sign, signs)
    writer.add(DriveSection.stringStart, strings.offsets)
    writer.add(DriveSection.string, strings.bytes)
    writer.add(DriveSection.side, Column([drivesOnLeft ? 1 : 0] as [UInt8]))
    for metric in metrics { metric.write(to: &writer) }
  }
}
