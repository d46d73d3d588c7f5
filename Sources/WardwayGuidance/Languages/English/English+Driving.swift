extension English {
  func drive(_ turn: RoadTurn, turning modifier: Modifier?, into way: Way) -> String {
    switch turn.carPark {
    case .leave:
      if turn.kind == .straight {
        return "Leave the car park" + (way.name.isEmpty ? "" : " onto " + way.name)
      }
      return "Leave the car park and " + maneuver(turn, modifier, goal(way, turn)).loweringFirst()
    case .enter(let place, let takesTicket):
      let goal = " into " + (place.isEmpty ? "the car park" : place)
      let text = turn.kind == .straight ? "Drive" + goal : maneuver(turn, modifier, goal)
      return text + (takesTicket ? " and take a ticket" : "")
    case nil:
      let goal = turn.stays ? " to stay on " + way.name : goal(way, turn)
      return maneuver(turn, modifier, goal)
    }
  }

  private func maneuver(_ turn: RoadTurn, _ modifier: Modifier?, _ goal: String) -> String {
    switch turn.kind {
    case .straight: return "Go straight" + goal
    case .turn: return word(modifier ?? .straight) + goal
    case .uTurn: return "Make a U-turn" + (turn.stays ? "" : goal)
    case .fork: return "Keep " + side(modifier) + (goal.isEmpty ? " at the fork" : goal)
    case .ramp(let leaves):
      let exit = turn.sign.exit
      if leaves, !exit.isEmpty { return "Take exit " + exit + goal }
      if leaves { return "Take the exit on the " + side(modifier) + goal }
      guard let modifier, !modifier.isSlight, modifier != .straight else { return "Take the ramp" + goal }
      return word(modifier) + " and take the ramp" + goal
    case .merge: return "Merge" + goal
    case .roundabout(0): return "Enter the roundabout"
    case .roundabout(let exit): return "At the roundabout, take the \(ordinal(exit)) exit" + goal
    case .barrier(let takesTicket):
      return takesTicket ? "Take a ticket at the barrier" : "Drive through the barrier"
    }
  }

  /// The road and where it leads, as far as anybody knows.
  private func goal(_ way: Way, _ turn: RoadTurn) -> String {
    let towards =
      turn.sign.destinations.isEmpty
      ? "" : " towards " + turn.sign.destinations.joined(separator: " and ")
    return (way.name.isEmpty ? "" : " onto " + way.name) + towards
  }

  private func side(_ modifier: Modifier?) -> String {
    switch modifier {
    case .left, .slightLeft, .sharpLeft: "left"
    case .right, .slightRight, .sharpRight: "right"
    default: "to the middle"
    }
  }

  private func ordinal(_ number: Int) -> String {
    let suffix =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(suffix)"
  }

  func road(numbered number: String) -> String { "road " + number }

  // MARK: Handoffs

  func park(at place: String, on floor: Floor?, charges: Bool) -> String {
    let fee = charges ? " and pay for parking" : ""
    guard let floor else { return (place.isEmpty ? "Park here" : "Park at " + place) + fee }
    return "Park on " + posted(floor) + (place.isEmpty ? "" : " of " + place) + fee
  }

  func leaveCar(_ departure: String?, turning modifier: Modifier?, along onward: Onward) -> String {
    let next =
      departure?.loweringFirst() ?? modifier.map { word($0).loweringFirst() + into(onward.way) }
      ?? followed(onward.way)
    return "Leave the car" + (next.map { " and " + $0 } ?? "")
  }

  func getOut(at place: String) -> String {
    "Stop at " + (place.isEmpty ? "the drop-off" : place) + " and get out here"
  }

  func beingPickedUp(at place: String) -> String {
    "Wait for your car " + (place.isEmpty ? "here" : "at " + place) + " and get in"
  }

  func getIn(at place: String, charges: Bool) -> String {
    let pay = charges ? "pay for parking and " : ""
    return place.isEmpty
      ? "Your car stands here; \(pay)get in" : "Your car stands at \(place); \(pay)get in"
  }

  /// A floor as it is posted, called a level: "level B1".
  private func posted(_ floor: Floor) -> String {
    let name = floor.posted.isEmpty ? "\(floor.level)" : floor.posted
    return name.lowercased().hasPrefix("level") ? name : "level " + name
  }
}
