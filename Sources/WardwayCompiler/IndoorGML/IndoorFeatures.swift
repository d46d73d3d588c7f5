/// A point of a plan with its height, if it has one.
struct SpacePoint: Hashable {
  var plan: PlanPoint
  var height: Double?
}

/// What an IndoorGML file holds, as it is written there.
struct IndoorFeatures {
  /// What all features have.
  struct Feature {
    /// Its gml:id.
    var id: String
    /// Its element without prefix, as `AnchorSpace`.
    var element: String
    /// The line of the file where it starts.
    var line: Int
    var name: String?
    var description: String?
    /// What its class, function and usage say.
    var codes: [String] = []
    /// The storey that it states.
    var storey: String?
    /// Its points.
    var points: [SpacePoint] = []
    /// Geometry elsewhere that it refers to.
    var geometry: [String] = []
    /// What it is dual to.
    var duality: [String] = []
    /// What it connects, or is connected by.
    var connects: [String] = []
    /// The boundaries of a cell.
    var boundaries: [String] = []
    /// The space layer that it belongs to.
    var layer: String?
    /// How two layers' states relate, of an inter-layer connection.
    var relation: String?
  }

  /// All that becomes an object of the extract.
  var all: [[Feature]] { [cells, boundaries, states, transitions, interLayerConnections] }

  var cells: [Feature] = []
  var boundaries: [Feature] = []
  var states: [Feature] = []
  var transitions: [Feature] = []
  var interLayerConnections: [Feature] = []
  /// The space layers: class, function and usage are their codes.
  var layers: [String: Feature] = [:]
  /// The points of geometry that has an id.
  var geometry: [String: [SpacePoint]] = [:]
  /// The coordinate reference systems that geometry states, with the number of times.
  var systems: [String: Int] = [:]
  /// Elements that weren't understood: how many, and the first.
  var unknown: [String: (count: Int, first: String)] = [:]
}
