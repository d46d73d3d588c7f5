extension MapReadingError.Code {
  /// The GML is not IndoorGML, or of a version that isn't 1.0 or 1.1.
  package static let notIndoorGML = Self("not-indoorgml")
  /// Elements are nested too deep.
  package static let tooDeep = Self("too-deep")
  /// No two states are connected.
  package static let noNetwork = Self("no-network")
  /// A plan can't be placed on the globe.
  package static let notPlaced = Self("not-placed")
}
