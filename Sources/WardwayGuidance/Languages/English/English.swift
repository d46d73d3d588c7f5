struct English: Phrasebook {
  var tag: String { "en" }

  func depart(_ heading: Heading, along onward: Onward, byCar: Bool) -> String {
    let text = (byCar ? "Drive " : "Head ") + word(heading)
    if let along = self.along(onward.way) { return text + along }
    let length = self.length(onward.distance)
    if onward.bends, !byCar, let followed = self.followed(onward.way, named: false) {
      return text + " and " + followed + (length.isEmpty ? "" : " for " + length)
    }
    return text + (length.isEmpty ? "" : " for " + length)
  }

  func start(on floor: Floor?, facing: Facing, along onward: Onward) -> String {
    let followed = self.followed(onward.way)
    if !facing.behind.isEmpty {
      let place = "With \(facing.behind) behind you, "
      guard let turn = facing.turn else {
        return place + (followed ?? "go straight ahead")
      }
      return place + word(turn).loweringFirst() + (followed.map { " and " + $0 } ?? "")
    }
    let place = floor.map { "Start on " + word($0) } ?? "Start here"
    let turn = facing.turn.map { " and " + word($0).loweringFirst() + into(onward.way) }
    let goal = facing.ride.map { called($0) } ?? facing.towards
    let towards = goal.isEmpty ? "" : " towards " + goal
    return place + (turn ?? followed.map { " and " + $0 + towards } ?? "")
  }

  func turn(_ turns: [Modifier], into onward: Onward, stays: Bool, after connector: Connector?) -> String {
    let way = onward.way
    let text = word(turns) + (stays ? " to stay \(way.isOpen ? "in" : "on") " + way.name : into(way))
    switch connector {
    case nil: return text
    case .elevator: return "Leave the elevator and " + text.loweringFirst()
    case let connector?: return "After the \(word(connector)), " + text.loweringFirst()
    }
  }

  func keep(_ modifier: Modifier, on onward: Onward, stays: Bool) -> String {
    let side = Side(angle: modifier == .slightLeft ? -90 : 90) == .left ? "left" : "right"
    let goal = stays ? " to stay on " + onward.way.name : into(onward.way)
    return "Keep " + side + (onward.way.name.isEmpty ? " at the fork" : goal)
  }

  func goOn(along onward: Onward, after connector: Connector?) -> String {
    let way = onward.way
    let length = self.length(onward.distance)
    let onwards = length.isEmpty ? "" : " for " + length
    switch connector {
    case nil: return "Continue" + (way.name.isEmpty ? onwards : into(way))
    case .elevator:
      return "Leave the elevator"
        + (followed(way).map { " and " + $0 }
          ?? (length.isEmpty ? "" : " and walk straight ahead for " + length))
    case let connector?:
      return "After the \(word(connector)), " + (followed(way) ?? "continue" + onwards)
    }
  }

  func cross(turning modifier: Modifier?, then: Modifier?, along onward: Onward) -> String {
    let name = onward.way.name
    if let modifier, then == nil, !name.isEmpty {
      return word(modifier) + ", cross at the crossing and continue on " + name
    }
    let text = modifier.map { word($0) + " and cross at the crossing" } ?? "Cross at the crossing"
    if let then {
      return text + ", then " + word(then).loweringFirst() + (name.isEmpty ? "" : " onto " + name)
    }
    return name.isEmpty ? text : text + " and continue on " + name
  }

  func pass(
    _ doorway: Doorway, on floor: Floor?, turning modifier: Modifier?, then: Modifier?, along onward: Onward
  ) -> String {
    let through = doorway.door.isEmpty ? "" : " through " + doorway.door
    var text: String
    if doorway.entersBuilding {
      let venue = doorway.gateway.flatMap { $0.entersVenue ? $0.venue : nil } ?? ""
      let name = doorway.building.isEmpty ? venue : doorway.building
      text = "Enter" + (name.isEmpty ? through.isEmpty ? " the building" : "" : " " + name) + through
      if let floor, !name.isEmpty { text += ", on " + word(floor) + "," }
    } else {
      text = "Leave the building" + through
    }
    if let modifier, doorway.turnsBefore { text = word(modifier) + " and " + text.loweringFirst() }
    return going(text, behind: doorway.turnsBefore ? then : modifier ?? then, onward)
  }

  func pass(
    _ gateway: Gateway, turning modifier: Modifier?, then: Modifier?, along onward: Onward
  ) -> String {
    let through = gateway.name.isEmpty ? "" : " through " + gateway.name
    guard gateway.entersVenue else {
      let grounds = gateway.venue.isEmpty ? "the grounds" : "the grounds of " + gateway.venue
      var text = "Leave " + grounds + through
      if let modifier { text += (then == nil ? " and " : ", ") + word(modifier).loweringFirst() }
      if modifier != nil || then != nil {
        return going(text, behind: then, onward, isTurned: modifier != nil)
      }
      return going(text, behind: nil, onward)
    }
    let turn = modifier.map { word($0) } ?? "Continue"
    let venue = gateway.venue.isEmpty ? "the grounds" : gateway.venue
    let into = gateway.name.isEmpty && !gateway.venue.isEmpty ? " onto the grounds of " : " into "
    return going(turn + through + into + venue, behind: then, onward)
  }

  /// A text with what one does behind a door or a gate.
  private func going(_ text: String, behind turn: Modifier?, _ onward: Onward, isTurned: Bool = false)
    -> String
  {
    if let turn {
      let comma = text.hasSuffix(",") ? " then " : ", then "
      return text + comma + word(turn).loweringFirst() + into(onward.way)
    }
    if isTurned { return text + into(onward.way) }
    let plain = text.hasSuffix(",") ? String(text.dropLast()) : text
    return onward.way.name.isEmpty ? plain : text + " and " + (followed(onward.way) ?? "go on")
  }

  func take(_ ride: Ride) -> String {
    let steps = ride.stepCount > 1 ? " (\(ride.stepCount) steps)" : ""
    let direction = ride.leadsUp.map { $0 ? " up" : " down" } ?? ""
    let goal = ride.changesLevel || ride.connector == .elevator ? " to " + word(ride.to) : ""
    let turns = ride.approach
    if turns.count > 1 {
      return word(turns) + " to " + called(ride) + " and take \(ride.isPlural ? "them" : "it")" + direction
        + goal
        + steps
    }
    let place = turns.first.map { $0 == .uturn ? " behind you" : " on your " + side($0) } ?? ""
    if ride.connector == .stairs, goal.isEmpty, let leadsUp = ride.leadsUp {
      return "Go \(leadsUp ? "up" : "down") " + called(ride) + place + steps
    }
    return "Take " + called(ride) + place + direction + goal + steps
  }

  /// The elevator, Elevator P2, elevator 3, the elevator “病床梯”.
  private func called(_ ride: Ride) -> String {
    let connector = word(ride.connector) + (ride.isPlural ? "s" : "")
    let name = ride.name
    let plain = name.lowercased()
    let isCommon =
      plain.isEmpty || ["", " up", " down", "s"].contains { plain == word(ride.connector) + $0 }
    if isCommon || ride.isPlural { return "the " + connector }
    if !name.allSatisfy(\.isASCII) { return "the \(connector) “\(name)”" }
    let words = ["elevator", "lift", "stair", "escalator", "travelator", "walkway", "ramp", "steps"]
    return words.contains { plain.contains($0) } ? name : connector + " " + name
  }

  func ferry(_ name: String) -> String { name.isEmpty ? "Take the ferry" : "Take the ferry " + name }

  func arrive(at place: String, on floor: Floor?, side: Side?) -> String {
    let isKnown = floor.map { !$0.posted.isEmpty && place.hasSuffix(" " + $0.posted) } ?? true
    let floor = isKnown ? "" : (place.isEmpty ? " on " : ", on ") + floor.map { word($0) }!
    guard let side else {
      return (place.isEmpty ? "You have arrived" : "You have arrived at " + place) + floor
    }
    return "You have arrived; \(place.isEmpty ? "your destination" : place) is " + word(side) + floor
  }

  func arrive(before place: String, metres: Double, side: Side, on floor: Floor?) -> String {
    let length = self.length(metres)
    let name = place.isEmpty ? "Your destination" : place
    let away =
      length.isEmpty ? word(side) : side == .ahead ? length + " ahead" : length + " away, " + word(side)
    let rest = metres < Self.wayEnds ? "" : "; the map shows no way up to it"
    return name + " is " + away + (floor.map { ", on " + word($0) } ?? "") + rest
  }

  /// From so many metres on, one is told that the map goes no further.
  private static let wayEnds = 50.0

  // MARK: Words

  private func word(_ heading: Heading) -> String { "\(heading)" }

  private func word(_ connector: Connector) -> String {
    switch connector {
    case .elevator: "elevator"
    case .stairs: "stairs"
    case .escalator: "escalator"
    case .movingWalk: "moving walkway"
    case .ramp: "ramp"
    }
  }

  func word(_ modifier: Modifier) -> String {
    switch modifier {
    case .left: "Turn left"
    case .right: "Turn right"
    case .slightLeft: "Turn slightly left"
    case .slightRight: "Turn slightly right"
    case .sharpLeft: "Turn sharp left"
    case .sharpRight: "Turn sharp right"
    case .uturn: "Turn around"
    case .straight, .up, .down: "Go straight"
    }
  }

  /// A turn, and another one right behind it.
  private func word(_ turns: [Modifier]) -> String {
    let first = turns.first ?? .straight
    guard turns.count > 1 else { return word(first) }
    let again = side(turns[1]) == side(first) ? side(first) + " again" : side(turns[1])
    return word(first) + ", then immediately " + (turns[1] == .uturn ? "around" : again)
  }

  private func side(_ modifier: Modifier) -> String {
    switch modifier {
    case .left, .slightLeft, .sharpLeft: "left"
    case .right, .slightRight, .sharpRight: "right"
    case .straight, .uturn, .up, .down: "ahead"
    }
  }

  private func word(_ side: Side) -> String {
    switch side {
    case .left: "on your left"
    case .right: "on your right"
    case .ahead: "straight ahead"
    case .behind: "behind you"
    }
  }

  /// As posted ("2F", "B1"); a posted bare number is a "floor", a number of the map's a "level".
  func word(_ floor: Floor) -> String {
    if floor.posted.isEmpty { return "level \(floor.level)" }
    return floor.isBareNumber ? "floor " + floor.posted : floor.posted
  }

  private func along(_ way: Way) -> String? {
    if way.name.isEmpty { return way.character == .crossing ? " over the crossing" : nil }
    return (way.isOpen || isHall(way) ? " across " : " on ") + way.name
  }

  func into(_ way: Way) -> String {
    let name = way.name.isEmpty ? nil : way.name
    return switch way.character {
    case .corridor: " into " + (name ?? "the corridor")
    case .hall: name.map { " into " + $0 } ?? " across the hall"
    case .room: " into " + (name ?? "the room")
    case .square: " across " + (name ?? "the square")
    case .platform: " onto " + (name ?? "the platform")
    case .path: " onto " + (name ?? "the path")
    case .road: " onto " + (name ?? "the road")
    case .lane: " into " + (name ?? "the lane")
    case .footway, .crossing, .other: name.map { " onto " + $0 } ?? ""
    }
  }

  /// "Follow the corridor", "cross the hall"; nil where there is nothing to name.
  ///
  /// - Parameter named: Whether only what one would call by a word indoors is worth it.
  func followed(_ way: Way, named: Bool = true) -> String? {
    let name = way.name.isEmpty ? nil : way.name
    switch way.character {
    case .corridor: return (isHall(way) ? "cross " : "follow ") + (name ?? "the corridor")
    case .hall: return "cross " + (name ?? "the hall")
    case .square: return "cross " + (name ?? "the square")
    case .room: return name.map { "cross " + $0 }
    case .lane: return "follow " + (name ?? "the lane")
    case .path where !named: return "follow the path"
    case .footway where !named: return "follow the footway"
    case .road where !named: return "follow the road"
    default: return name.map { (isHall(way) ? "cross " : "follow ") + $0 }
    }
  }

  /// Whether a way is a hall by its name, however it is drawn.
  private func isHall(_ way: Way) -> Bool {
    guard let last = way.name.split(separator: " ").last?.lowercased() else { return false }
    return ["hall", "lobby", "foyer", "atrium", "concourse", "vestibule"].contains(last)
  }

  func length(_ metres: Double) -> String { SpokenDistance(metres).map { word($0) } ?? "" }

  private func word(_ distance: SpokenDistance) -> String {
    switch distance {
    case .metres(let number): "\(number) m"
    case .kilometres(let number): "\(number) km"
    }
  }
}

extension String {
  func loweringFirst() -> String { prefix(1).lowercased() + dropFirst() }
}
