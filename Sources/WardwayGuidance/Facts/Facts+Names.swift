extension Facts {
  /// The same with other names.
  func renamed(_ text: (String) -> String) -> Facts {
    switch self {
    case .depart(let heading, let onward, let byCar):
      .depart(heading, along: onward.renamed(text), byCar: byCar)
    case .start(let floor, let facing, let onward):
      .start(on: floor, facing: facing.renamed(text), along: onward.renamed(text))
    case .leaveCar(let heading, let turn, let onward):
      .leaveCar(heading, turning: turn, along: onward.renamed(text))
    case .turn(let turns, let onward, let stays, let connector):
      .turn(turns, into: onward.renamed(text), stays: stays, after: connector)
    case .keep(let side, let onward, let stays): .keep(side, on: onward.renamed(text), stays: stays)
    case .goOn(let onward, let connector): .goOn(along: onward.renamed(text), after: connector)
    case .cross(let turn, let then, let onward):
      .cross(turning: turn, then: then, along: onward.renamed(text))
    case .passWall(let doorway, let floor, let turn, let then, let onward):
      .passWall(doorway.renamed(text), on: floor, turning: turn, then: then, along: onward.renamed(text))
    case .passPortal(let gateway, let turn, let then, let onward):
      .passPortal(gateway.renamed(text), turning: turn, then: then, along: onward.renamed(text))
    case .drive(let road, let turn, let way):
      .drive(road.renamed(text), turning: turn, into: way.renamed(text))
    case .ride(let ride): .ride(ride.renamed(text))
    case .ferry(let name): .ferry(text(name))
    case .arrive, .arriveBefore, .park, .getOut, .getIn, .bePickedUp: self
    }
  }

  /// Visits the names in it.
  func forEachName(_ visit: (String) -> Void) {
    _ = renamed {
      visit($0)
      return $0
    }
  }
}

extension Way {
  fileprivate func renamed(_ text: (String) -> String) -> Way {
    name.isEmpty ? self : Way(name: text(name), character: character)
  }
}

extension Onward {
  fileprivate func renamed(_ text: (String) -> String) -> Onward {
    Onward(way: way.renamed(text), distance: distance, bends: bends)
  }
}

extension Facing {
  fileprivate func renamed(_ text: (String) -> String) -> Facing {
    Facing(behind: text(behind), turn: turn, towards: text(towards), ride: ride?.renamed(text))
  }
}

extension Ride {
  fileprivate func renamed(_ text: (String) -> String) -> Ride {
    var ride = self
    ride.name = text(name)
    return ride
  }
}

extension Gateway {
  fileprivate func renamed(_ text: (String) -> String) -> Gateway {
    Gateway(entersVenue: entersVenue, venue: text(venue), name: text(name))
  }
}

extension Doorway {
  fileprivate func renamed(_ text: (String) -> String) -> Doorway {
    Doorway(
      entersBuilding: entersBuilding, door: text(door), building: text(building), turnsBefore: turnsBefore,
      gateway: gateway?.renamed(text))
  }
}

extension RoadTurn {
  fileprivate func renamed(_ text: (String) -> String) -> RoadTurn {
    var turn = self
    turn.sign.destination = text(sign.destination)
    if case .enter(let place, let takesTicket)? = carPark {
      turn.carPark = .enter(text(place), takesTicket: takesTicket)
    }
    return turn
  }
}
