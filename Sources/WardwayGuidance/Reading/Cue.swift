import WardwayRouting

/// A maneuver before it is put in words.
struct Cue: Hashable {
  /// What one does.
  // Indirect: cues are copied often.
  indirect enum Action: Hashable {
    /// Setting out; the bearing where it is of use.
    case depart(bearing: Double?)
    /// Turning; `stays` if the way keeps its name.
    case turn(stays: Bool)
    /// Choosing one of ways that part at a small angle; `stays` if the way keeps its name.
    case fork(stays: Bool)
    case goOn
    case cross
    /// What a driver does at a junction.
    case drive(RoadTurn)
    /// Passing the wall of a building by a door.
    case pass(Doorway)
    /// Going over into another network where there is no such wall.
    case portal(Gateway)
    case ride(Ride)
    case ferry(String)
  }

  var action: Action
  /// Which way; nil for straight on.
  var turn: Modifier?
  /// Which way one turns again right behind that.
  var then: Modifier?
  /// What one follows from here.
  var way: Way
  /// The connector that one comes from.
  var after: Connector?
  /// The first edge that it covers.
  var edge: Int
  /// Where it is said, in metres along the line.
  var position: Double
  /// The place where one turns.
  var joint: Joint?
  /// The name that one followed before it.
  var nameBefore = ""

  var isTurn: Bool {
    if case .turn = action { true } else { false }
  }

  var isDeparture: Bool {
    if case .depart = action { true } else { false }
  }

  /// The turns that it holds, in order; straight on is none.
  var turns: [Modifier] { [turn, then].compactMap { $0 }.filter { $0 != .straight } }
}

extension Cue {
  /// Its word in the contract.
  var maneuver: Maneuver {
    switch action {
    case .depart: .depart
    case .turn: .turn
    case .fork: .fork
    case .goOn: .continue
    case .drive(let road): road.maneuver(turning: turn)
    case .cross: turns.first == nil || turn == nil || turn == .straight ? .continue : .turn
    case .pass(let doorway): doorway.entersBuilding ? .enterBuilding : .exitBuilding
    case .portal(let gateway): gateway.entersVenue ? .enterVenue : .exitVenue
    case .ride(let ride): ride.connector.maneuver
    case .ferry: .transfer
    }
  }

  var modifier: Modifier? {
    if case .ride(let ride) = action { return ride.leadsUp.map { $0 ? .up : .down } }
    return turn
  }

  var name: String {
    switch action {
    case .pass(let doorway): doorway.door.isEmpty ? way.name : doorway.door
    case .portal(let gateway): gateway.name.isEmpty ? way.name : gateway.name
    case .ride(let ride): ride.name
    case .drive(let road):
      if case .enter(let place, _)? = road.carPark { place } else { way.name }
    case .ferry(let name): name
    default: way.name
    }
  }
}

extension RoadTurn {
  /// Its word in the contract.
  func maneuver(turning modifier: Modifier?) -> Maneuver {
    switch kind {
    case .straight, .barrier: .continue
    case .turn, .uTurn: .turn
    case .fork: .fork
    case .ramp: modifier?.isSlight ?? true ? .fork : .turn
    case .merge: .merge
    case .roundabout: .roundabout
    }
  }
}
