/// A drive network with the metrics of vehicles, ready to be written.
public struct CompiledDrive: Sendable {
  /// The network.
  public var network: DriveNetwork
  /// What it costs each vehicle.
  public var metrics: [DriveMetric]

  /// Puts both together.
  public init(network: DriveNetwork, metrics: [DriveMetric]) {
    self.network = network
    self.metrics = metrics
  }
}

extension NetworkFile {
  /// Opens the drive network; nil where the file has none.
  ///
  /// - Throws: `damaged`, naming the section.
  /// - Complexity: O(size of the network).
  func driveNetwork() throws(AtlasError) -> DriveNetwork? { try DriveNetwork(sections) }

  /// The names of the vehicles that the file has metrics for, sorted.
  var vehicles: [String] {
    sections.names.compactMap { name in
      guard name.hasPrefix("drive-"), name.hasSuffix(".weight") else { return nil }
      return String(name.dropFirst("drive-".count).dropLast(".weight".count))
    }
  }

  /// Returns what a drive network costs a vehicle: the stored metric if it is for just this vehicle, else
  /// computed, without a hierarchy.
  func metric(for vehicle: VehicleProfile, on network: DriveNetwork) throws(AtlasError) -> DriveMetric {
    if let stored = try DriveMetric(sections, vehicle: vehicle.name, network: network),
      stored.vehicle == vehicle
    {
      return stored
    }
    return DriveMetric(network, vehicle: vehicle, withHierarchy: false)
  }

  /// Compares the checksums of all metrics of the drive network.
  func verify(_ drive: DriveNetwork) throws(AtlasError) {
    for vehicle in vehicles { _ = try DriveMetric(sections, vehicle: vehicle, network: drive) }
  }

  /// Returns the bytes of a file with a walk network, perhaps a drive network, and the metrics of both.
  static func bytes(
    _ network: Network, metrics: [Metric], drive: CompiledDrive?, attribution: String
  ) -> [UInt8] {
    var writer = SectionFileWriter()
    add(network, metrics: metrics, attribution: attribution, to: &writer)
    if let drive { drive.network.write(to: &writer, metrics: drive.metrics) }
    return writer.bytes()
  }
}
