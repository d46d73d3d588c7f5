import JSONText

/// What compiling a map came to.
public struct CompilationAnswer: Hashable, Sendable {
  /// How many nodes the walk networks have.
  public var nodes: Int
  /// How many edges they have.
  public var edges: Int
  /// How many places have a name.
  public var places: Int
  /// How many edges are joined to no part of the network but a small one.
  public var islandEdges: Int
  /// What the map's maker should know.
  public var findings: [Finding]

  /// Makes an answer.
  public init(nodes: Int, edges: Int, places: Int, islandEdges: Int, findings: [Finding]) {
    self.nodes = nodes
    self.edges = edges
    self.places = places
    self.islandEdges = islandEdges
    self.findings = findings
  }

  /// The answer as JSON, in UTF-8.
  public var json: [UInt8] { JSONWriter.bytes(write) }

  /// Writes it as an object.
  private func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("status")
      $0.string("ok")
      $0.key("nodes")
      $0.integer(nodes)
      $0.key("edges")
      $0.integer(edges)
      $0.key("places")
      $0.integer(places)
      $0.key("island_edges")
      $0.integer(islandEdges)
      $0.findings(findings)
    }
  }
}
