import WardwayMap

/// What a compilation made, and what it has to say about its sources.
public struct CompilationReport: Sendable {
  /// The numbers of nodes, edges and places in the network.
  public var nodes = 0, edges = 0, places = 0
  /// The venues that got files of their own: id and name.
  public var venues: [(id: NetworkID, name: String)] = []
  /// The number of edges that are not in the largest island.
  public var islandEdges = 0
  /// What was found on the way, the worst first.
  public var diagnostics: [Diagnostic] = []
  /// What features are called in the files.
  public var names = FeatureNames()
}

/// How far a compilation is.
public struct CompilationProgress: Sendable {
  /// What is being done, for people.
  public var stage: String
  /// The part of the whole that is done, from 0 to 1.
  public var fraction: Double
}
