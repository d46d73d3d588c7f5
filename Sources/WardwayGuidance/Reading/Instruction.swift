/// A maneuver before it is put in words.
struct Instruction: Hashable {
  /// What one does.
  enum Action: Hashable {
    /// Setting out; the bearing where it is of use.
    case depart(bearing: Double?)
    /// Turning; `stays` if the way keeps its name.
    case turn(stays: Bool)
    case goOn
    case cross
    /// What a driver does at a junction.
    case drive(RoadTurn)
    /// Passing the wall of a building by a door with a name or "".
    case enter(door: String, turnsBefore: Bool)
    case leave(door: String, turnsBefore: Bool)
    case ride(Ride)
    case ferry(String)
  }

  var action: Action
  /// Which way; nil for straight on.
  var turn: Modifier?
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
  /// The building that one goes into, or "".
  var building = ""

  var isTurn: Bool {
    if case .turn = action { true } else { false }
  }

  var isDeparture: Bool {
    if case .depart = action { true } else { false }
  }

  var passesWall: Bool {
    switch action {
    case .enter, .leave: true
    default: false
    }
  }

  /// The same with a turn that leads to the door.
  func turning(_ turn: Modifier?) -> Instruction {
    var result = self
    result.turn = turn
    switch action {
    case .enter(let door, _): result.action = .enter(door: door, turnsBefore: true)
    case .leave(let door, _): result.action = .leave(door: door, turnsBefore: true)
    default: break
    }
    return result
  }
}

extension Instruction {
  /// Its word in the contract.
  var maneuver: Maneuver {
    switch action {
    case .depart: .depart
    case .turn: .turn
    case .goOn: .continue
    case .drive(let road): road.maneuver(turning: turn)
    case .cross: turn == nil || turn == .straight ? .continue : .turn
    case .enter: .enterBuilding
    case .leave: .exitBuilding
    case .ride(let ride): ride.connector.maneuver
    case .ferry: .transfer
    }
  }

  var modifier: Modifier? { turn }

  var name: String {
    switch action {
    case .enter(let door, _), .leave(let door, _): door.isEmpty ? way.name : door
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
