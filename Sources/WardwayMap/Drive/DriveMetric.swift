import Columns
import ShortestPaths

/// What edges and turns of a drive network cost a vehicle, and the hierarchy that makes searches fast.
@usableFromInline
package struct DriveMetric: Sendable {
  /// Who drives.
  package let vehicle: VehicleProfile
  /// What each directed edge takes, in milliseconds; `unreachable` where it is closed to the vehicle.
  @usableFromInline package let edgeWeights: Column<UInt32>
  /// What each turn takes together with the whole edge that it leads into, in milliseconds.
  @usableFromInline package let weights: Column<UInt32>
  /// Which directed edges lead anywhere.
  package let reach: Column<DriveReach>
  /// The contraction hierarchy over ``weights``; without it, searches are slower and just as exact.
  package let hierarchy: ContractionHierarchy?

  /// Prices a network for a vehicle.
  ///
  /// - Parameter topology: The network's `customizableHierarchy`; without it, there is no hierarchy.
  /// - Complexity: O(turns), or O(triangles of the topology).
  package init(_ network: DriveNetwork, vehicle: VehicleProfile, on topology: CustomizableHierarchy? = nil) {
    self.vehicle = vehicle
    let pricing = DrivePricing(network, vehicle)
    edgeWeights = pricing.edgeWeights
    weights = pricing.turnWeights()
    reach = DriveReach.of(network, weights: weights, edgeWeights: edgeWeights)
    let weights = weights
    hierarchy = topology.map { CustomizedMetric($0, weights: weights).contractionHierarchy() }
  }

  /// Takes the metric of a vehicle out of a network file.
  ///
  /// - Parameter isKnown: Whether it is known to be sound.
  /// - Throws: `damaged` or `badProfile`, naming the section.
  /// - Complexity: O(size of the metric).
  init(
    _ file: SectionFile, vehicle name: String, network: DriveNetwork, isKnown: Bool
  ) throws(AtlasError) {
    func section(_ part: String) -> String { DriveSection.metric(name, part) }
    func fail(_ part: String, _ message: String) -> AtlasError {
      AtlasError(.damaged, file: file.path, "section '\(section(part))': \(message); compile the map again")
    }
    let json = [UInt8](try file.column(section("profile"), of: UInt8.self))
    vehicle = try VehicleProfile(json: json, file: "\(file.path), section '\(section("profile"))'")
    edgeWeights = try file.column(section("edge"))
    weights = try file.column(section("weight"))
    reach = try file.column(section("reach"))
    guard edgeWeights.count == network.directedCount else { throw fail("edge", "another number of edges") }
    guard weights.count == network.graph.arcCount else { throw fail("weight", "another number of turns") }
    guard reach.count == network.directedCount else { throw fail("reach", "another number of edges") }
    for turn in weights.indices
    where !isKnown && weights[turn] < edgeWeights[Int(network.edge(enteredBy: turn))] {
      throw fail("weight", "turn \(turn) takes less than the edge that it leads into")
    }
    hierarchy = try file.hierarchy(for: name, on: network.graph, isKnown, section)
  }

  func write(to writer: inout SectionFileWriter) {
    func section(_ part: String) -> String { DriveSection.metric(vehicle.name, part) }
    writer.add(section("profile"), Column(vehicle.json))
    writer.add(section("edge"), edgeWeights)
    writer.add(section("weight"), weights)
    writer.add(section("reach"), reach)
    if let hierarchy { writer.add(hierarchy, section) }
  }
}

extension DriveMetric {
  /// Whether the vehicle may use a directed edge.
  @inlinable package func isOpen(_ directed: UInt32) -> Bool { edgeWeights[Int(directed)] != unreachable }

  /// What a turn takes without the edge that it leads into; nil where it is forbidden.
  @inlinable
  package func turnWeight(_ turn: Int, in network: DriveNetwork) -> UInt32? {
    guard weights[turn] != unreachable else { return nil }
    // A damaged file may have less for both than for one.
    let edge = edgeWeights[Int(network.edge(enteredBy: turn))]
    return weights[turn] - min(weights[turn], edge)
  }
}
