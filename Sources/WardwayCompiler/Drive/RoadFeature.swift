import Geodesy
import WardwayMap

/// A road of the source, before it is cut into edges.
struct RoadFeature {
  /// The feature of the source.
  var source = FeatureID.none
  /// Its nodes, as indices into the extract.
  var nodes: [Int] = []
  var roadClass: RoadClass
  var name = ""
  var ref = ""
  /// Open directions, as in ``DriveEdgeRecord/directions``.
  var directions: UInt8 = 15
  /// Which ordinary vehicles may use it.
  var access = DriveAccess.everyone
  /// The speeds of ordinary traffic, in km/h.
  var speed = (forward: 0.0, backward: 0.0)
  /// What using the whole of it takes, in seconds, where the map says so.
  var seconds: Double?
  var traits = DriveEdgeRecord.Traits()
  var surface = Surface.unknown
  /// What is posted where one comes onto it, along it and against it.
  var signs = (forward: RoadSigns(), backward: RoadSigns())
  /// The levels that its tags state.
  var levels: ClosedRange<Level>?
}
