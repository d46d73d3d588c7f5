/// Who drives: speeds, what turns and lights cost, and which roads are open.
///
/// Plain data.
///
/// Cost is duration: nothing is liked or disliked beyond the time that it takes.
package struct VehicleProfile: Hashable, Sendable {
  /// A short word for it, as on the command line.
  package var name: String
  /// Whether it is an emergency vehicle: private roads, gates and roads for emergencies are open to it, and
  /// signs that forbid a turn don't bind it; those that demand one do, as they mostly describe how a
  /// junction is built.
  package var isEmergency: Bool
  /// How fast it is, compared with ordinary traffic.
  package var speedFactor: Double
  /// The fastest it goes, in km/h.
  package var topSpeed: Double
  /// Seconds for a right-angled turn that crosses no other traffic: right where one drives on the right.
  package var nearTurnSeconds: Double
  /// Seconds for a right-angled turn across oncoming traffic: left where one drives on the right.
  package var farTurnSeconds: Double
  /// Seconds for turning back in a dead end.
  package var uTurnSeconds: Double
  /// Seconds for going straight on at a junction.
  package var straightSeconds: Double
  /// Seconds for entering a roundabout.
  package var roundaboutSeconds: Double
  /// Seconds of waiting at traffic lights, on average.
  package var signalSeconds: Double
  /// Seconds at a stop sign.
  package var stopSeconds: Double
  /// Seconds at a give-way sign.
  package var giveWaySeconds: Double
  /// Seconds for a gate to open.
  package var gateSeconds: Double
  /// Seconds at a toll booth or border control.
  package var boothSeconds: Double
}

extension VehicleProfile {
  /// A car.
  ///
  /// Waits are averages over green and red, and count the lights of a large junction several times, as maps
  /// draw one for each carriageway.
  package static let car = VehicleProfile(
    name: "car", isEmergency: false, speedFactor: 1, topSpeed: 140, nearTurnSeconds: 2.5, farTurnSeconds: 5,
    uTurnSeconds: 20, straightSeconds: 0, roundaboutSeconds: 2, signalSeconds: 3, stopSeconds: 3,
    giveWaySeconds: 1.5, gateSeconds: 10, boothSeconds: 20)

  /// An ambulance or fire engine with lights and siren.
  package static let emergency = VehicleProfile(
    name: "emergency", isEmergency: true, speedFactor: 1.15, topSpeed: 140, nearTurnSeconds: 2.5,
    farTurnSeconds: 3.5, uTurnSeconds: 20, straightSeconds: 0.5, roundaboutSeconds: 2, signalSeconds: 1.5,
    stopSeconds: 1.5, giveWaySeconds: 1, gateSeconds: 10, boothSeconds: 5)

  /// The vehicles that an atlas is compiled for.
  package static let standard: [VehicleProfile] = [.car, .emergency]

  /// Returns the standard vehicle of this name.
  package static func named(_ name: String) -> VehicleProfile? { standard.first { $0.name == name } }
}
