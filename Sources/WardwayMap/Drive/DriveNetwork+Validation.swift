import Columns
import Geodesy

extension DriveNetwork {
  /// The first thing in columns out of a file that an index would trip over, with its section; nil if the
  /// network is sound.
  ///
  /// - Complexity: O(*n*).
  var firstFault: (section: String, message: String)? {
    let texts = UInt32(strings.count)
    guard edges.count <= Int(Int32.max) / 2, nodes.count <= Int(Int32.max) else {
      return (DriveSection.edge, "too many edges")
    }
    guard junctions.count == nodes.count else { return (DriveSection.junction, "another number of nodes") }
    if let fault = sharedFault(DriveSection.prefix) { return fault }
    let levels = Level.lowest...Level.highest
    if let edge = edges.firstIndex(where: {
      RoadClass(rawValue: $0.classValue) == nil || DriveAccess(rawValue: $0.accessValue) == nil
        || $0.speedForward == 0 || $0.speedBackward == 0 || $0.lowLevel > $0.highLevel
        || !levels.contains($0.lowLevel) || !levels.contains($0.highLevel)
    }) {
      return (DriveSection.edge, "edge \(edge) is of a class, a speed or a level that isn't there")
    }
    if let sign = signs.firstIndex(where: {
      Int($0.directed) >= directedCount || $0.exit >= texts || $0.destination >= texts
        || $0.destinationRef >= texts
    }) {
      return (DriveSection.sign, "sign \(sign) stands at an edge or has a text that isn't there")
    }
    guard zip(signs, signs.dropFirst()).allSatisfy({ $0.directed < $1.directed }) else {
      return (DriveSection.sign, "signs are out of order")
    }
    return leavingFault ?? stateFault ?? turnFault
  }

  /// Each node's directed edges have to leave it.
  private var leavingFault: (section: String, message: String)? {
    guard leavingStart.isSound(rows: nodes.count, end: leaving.count) else {
      return (DriveSection.leavingStart, "offsets are out of order")
    }
    for node in 0..<UInt32(nodes.count) {
      for directed in directedEdges(from: node) {
        guard Int(directed) < directedCount, start(of: directed) == node else {
          return (DriveSection.leaving, "node \(node) is left by a directed edge that starts elsewhere")
        }
      }
    }
    return nil
  }

  /// States and directed edges have to lead to each other.
  private var stateFault: (section: String, message: String)? {
    guard stateEdge.count == graph.nodeCount else {
      return (DriveSection.stateEdge, "another number of states")
    }
    guard stateStart.isSound(rows: directedCount, end: stateEdge.count) else {
      return (DriveSection.stateStart, "offsets are out of order")
    }
    for directed in 0..<UInt32(directedCount) {
      for state in states(of: directed) where stateEdge[Int(state)] != directed {
        return (DriveSection.stateEdge, "state \(state) belongs to another edge")
      }
    }
    return nil
  }

  /// A turn has to lead from the end of an edge into one that starts there.
  private var turnFault: (section: String, message: String)? {
    guard turns.count == graph.arcCount else { return (DriveSection.turn, "another number of turns") }
    for state in 0..<UInt32(graph.nodeCount) {
      let node = end(of: stateEdge[Int(state)])
      for turn in graph.arcs(from: state) where start(of: edge(enteredBy: turn)) != node {
        return (DriveSection.head, "turn \(turn) leads into an edge that starts elsewhere")
      }
    }
    return nil
  }
}
