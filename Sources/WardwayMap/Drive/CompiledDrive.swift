/// A drive network with the metrics of vehicles, ready to be written.
package struct CompiledDrive: Sendable {
  /// The network.
  package var network: DriveNetwork
  /// What it costs each vehicle.
  package var metrics: [DriveMetric]

  /// Puts both together.
  package init(network: DriveNetwork, metrics: [DriveMetric]) {
    self.network = network
    self.metrics = metrics
  }
}

extension NetworkFile {
  /// Opens the drive network; nil where the file has none.
  ///
  /// - Throws: `damaged`, naming the section.
  /// - Complexity: O(size of the network).
  func driveNetwork() throws(AtlasError) -> DriveNetwork? {
    guard sections.contains(DriveSection.node) else { return nil }
    return try sections.part("drive") { (file, isKnown) throws(AtlasError) in
      try DriveNetwork(file, isKnown: isKnown)
    }
  }

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
    if let stored = try metric(named: vehicle.name, on: network), stored.vehicle == vehicle { return stored }
    return DriveMetric(network, vehicle: vehicle)
  }

  private func metric(named vehicle: String, on network: DriveNetwork) throws(AtlasError) -> DriveMetric? {
    guard sections.contains(DriveSection.metric(vehicle, "weight")) else { return nil }
    return try sections.part("drive-\(vehicle)") { (file, isKnown) throws(AtlasError) in
      try DriveMetric(file, vehicle: vehicle, network: network, isKnown: isKnown)
    }
  }

  /// Compares the checksums of all metrics of the drive network.
  func verify(_ drive: DriveNetwork) throws(AtlasError) {
    for vehicle in vehicles { _ = try metric(named: vehicle, on: drive) }
  }

  /// Returns the streets' file with a walk network, perhaps a drive network, and the metrics of both.
  static func streets(
    _ network: WalkNetwork, metrics: [Metric], drive: CompiledDrive?, attribution: String
  ) -> SectionFileWriter {
    var writer = SectionFileWriter()
    add(network, called: NetworkID.streets, metrics: metrics, attribution: attribution, to: &writer)
    if let drive { drive.network.write(to: &writer, metrics: drive.metrics) }
    return writer
  }

  /// Returns the bytes of the streets' file with a network and its metrics; the same content gives the same bytes.
  static func bytes(_ network: WalkNetwork, metrics: [Metric], attribution: String) -> [UInt8] {
    streets(network, metrics: metrics, drive: nil, attribution: attribution).bytes()
  }
}
