struct English: Phrasebook {
  func depart(_ heading: Heading, along way: Way, distance: Double, byCar: Bool) -> String {
    (byCar ? "Drive " : "Head ") + word(heading) + (along(way) ?? length(distance))
  }

  func start(on floor: Floor?, along way: Way) -> String {
    let place = floor.map { "Start on " + word($0) } ?? "Start here"
    return place + (followed(way).map { " and " + $0 } ?? "")
  }

  func turn(_ modifier: Modifier, into way: Way, stays: Bool, after connector: Connector?) -> String {
    let turn = word(modifier)
    let text = turn + (stays ? " to stay on " + way.name : into(way))
    return connector.map { "After the \(word($0)), " + text.loweringFirst() } ?? text
  }

  func goOn(along way: Way, distance: Double, after connector: Connector?) -> String {
    switch connector {
    case nil: "Continue" + (way.name.isEmpty ? length(distance) : into(way))
    case .elevator: "Leave the elevator" + (followed(way).map { " and " + $0 } ?? walk(distance))
    case let connector?:
      "After the \(word(connector)), " + (followed(way) ?? "continue" + length(distance))
    }
  }

  func cross(turning modifier: Modifier?) -> String {
    modifier.map { word($0) + " and cross at the crossing" } ?? "Cross at the crossing"
  }

  func enter(through door: String, turning turn: DoorTurn?, into way: Way) -> String {
    pass(door.isEmpty ? "Enter the building" : "Enter through " + door, turning: turn, into: way)
  }

  func leave(through door: String, turning turn: DoorTurn?, into way: Way) -> String {
    let text = door.isEmpty ? "Leave the building" : "Leave the building through " + door
    return pass(text, turning: turn, into: way)
  }

  private func pass(_ text: String, turning turn: DoorTurn?, into way: Way) -> String {
    guard let turn else { return way.name.isEmpty ? text : text + " and " + (followed(way) ?? "go on") }
    if turn.isBefore { return word(turn.modifier) + " and " + text.loweringFirst() }
    return text + " and " + word(turn.modifier).loweringFirst() + into(way)
  }

  func take(_ ride: Ride) -> String {
    let steps = ride.stepCount > 1 ? " (\(ride.stepCount) steps)" : ""
    let connector = word(ride.connector) + (ride.isChain && ride.connector.isCounted ? "s" : "")
    let name = ride.name.isEmpty || ride.name.lowercased() == connector ? "" : " “\(ride.name)”"
    let direction = ride.leadsUp.map { $0 ? " up" : " down" } ?? ""
    let goal = ride.changesLevel || ride.connector == .elevator ? " to " + word(ride.to) : ""
    if ride.connector == .stairs, goal.isEmpty, let leadsUp = ride.leadsUp {
      return "Go \(leadsUp ? "up" : "down") the stairs" + name + steps
    }
    return "Take the " + connector + name + direction + goal + steps
  }

  func ferry(_ name: String) -> String { name.isEmpty ? "Take the ferry" : "Take the ferry " + name }

  func arrive(at place: String, on floor: Floor?) -> String {
    let text = place.isEmpty ? "You have arrived" : "You have arrived at " + place
    return text + (floor.map { (place.isEmpty ? " on " : ", on ") + word($0) } ?? "")
  }

  func enterVenue(_ venue: String, at place: String) -> String {
    let grounds = venue.isEmpty ? "Enter the grounds" : "Enter the grounds of " + venue
    return place.isEmpty ? grounds : grounds + " at " + place
  }

  func leaveVenue(_ venue: String, at place: String) -> String {
    let grounds = venue.isEmpty ? "Leave the grounds" : "Leave the grounds of " + venue
    return place.isEmpty ? grounds : grounds + " at " + place
  }

  func warn(_ warning: Warning, count: Int) -> String {
    let places = count == 1 ? "one place" : "\(count) places"
    return switch warning {
    case .unknownWheelchair: "It is not known whether a wheelchair can pass at \(places)"
    case .unknownWidth: "The width is not known at \(places)"
    case .unknownKerb: "The height of the kerb is not known at \(places)"
    case .unknownSurface: "The surface is not known at \(places)"
    case .limitedWheelchair: "At \(places) a wheelchair passes only with difficulty or help"
    case .privateWay: "At \(places) the way is private: you may be asked why you are there"
    case .steep: "The way is steep at \(places)"
    case .unlit: "The way is not lit at \(places)"
    case .openingUnknown: "It is not known whether \(places) on the way will be open"
    case .busyRoad: "At \(places) you walk along a busy road without a sidewalk"
    case .kerb: "There is a kerb at \(places)"
    case .unknownIncline: "It is not known how steep the slope is at \(places)"
    case .escalatorDirection: "It is not known which way the escalator runs at \(places)"
    case .distantCarPark: "The map shows no car park nearer to there; look for one on the way"
    case .assumedDropOff: "The map doesn't say where cars may stop there; stop where it is allowed"
    case .carRamp:
      "At \(places) you walk on a ramp for cars, since the map shows no other way: watch out for cars"
    case .assumedDoor:
      count == 1
        ? "The map shows no door into one room on the way; look for it on the side of the corridor"
        : "The map shows no doors into \(count) rooms on the way; look for them on the side of the corridor"
    case .doorSteps: "There are steps at the door at \(places)"
    case .unknownElement:
      count == 1
        ? "One closed element is not on this map and was ignored"
        : "\(count) closed elements are not on this map and were ignored"
    }
  }

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

  /// As posted ("2F", "B1"); a posted bare number is a "floor", a number of the map's a "level".
  func word(_ floor: Floor) -> String {
    if floor.posted.isEmpty { return "level \(floor.level)" }
    return floor.isBareNumber ? "floor " + floor.posted : floor.posted
  }

  private func along(_ way: Way) -> String? {
    if way.name.isEmpty { return way.character == .crossing ? " over the crossing" : nil }
    return (way.isOpen ? " across " : " on ") + way.name
  }

  private func into(_ way: Way) -> String {
    let name = way.name.isEmpty ? nil : way.name
    return switch way.character {
    case .corridor: " into " + (name ?? "the corridor")
    case .hall: name.map { " into " + $0 } ?? " across the hall"
    case .room: " into " + (name ?? "the room")
    case .square: " across " + (name ?? "the square")
    case .platform: " onto " + (name ?? "the platform")
    case .path: " onto " + (name ?? "the path")
    case .road: " onto " + (name ?? "the road")
    case .footway, .crossing, .other: name.map { " onto " + $0 } ?? ""
    }
  }

  func followed(_ way: Way) -> String? {
    let name = way.name.isEmpty ? nil : way.name
    switch way.character {
    case .corridor: return "follow " + (name ?? "the corridor")
    case .hall: return "cross " + (name ?? "the hall")
    case .square: return "cross " + (name ?? "the square")
    case .room: return name.map { "cross " + $0 }
    default: return name.map { "follow " + $0 }
    }
  }

  private func length(_ metres: Double) -> String { SpokenDistance(metres).map { " for " + word($0) } ?? "" }

  private func walk(_ metres: Double) -> String {
    SpokenDistance(metres).map { " and walk " + word($0) } ?? ""
  }

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

extension Connector {
  /// Whether several of them are spoken of in the plural.
  fileprivate var isCounted: Bool { self == .escalator || self == .movingWalk }
}
