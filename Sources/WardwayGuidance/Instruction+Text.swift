extension Instruction {
  /// Its name in a language, or as on the signs where the map doesn't know it there.
  public func name(in language: Language) -> String { translations[language.primaryTag]?[name] ?? name }

  /// What to tell the traveller: one sentence in a language, without a full stop.
  public func text(in language: Language) -> String {
    text(by: language.phrasebook, translations[language.primaryTag])
  }

  /// The same, by what is known of names in the language.
  func text(by phrasebook: any Phrasebook, _ known: [String: String]?) -> String {
    guard let known, !known.isEmpty else { return phrasebook.text(facts, name) }
    return phrasebook.text(facts.renamed { known[$0] ?? $0 }, known[name] ?? name)
  }
}

extension Phrasebook {
  /// Puts facts, and the name of where one arrives, in words.
  fileprivate func text(_ facts: Facts, _ place: String) -> String {
    switch facts {
    case .depart(let heading, let onward, let byCar):
      depart(heading, along: spoken(onward), byCar: byCar)
    case .start(let floor, let facing, let onward): start(on: floor, facing: facing, along: spoken(onward))
    case .leaveCar(let heading, let turn, let onward):
      leaveCar(
        heading.map { depart($0, along: spoken(onward), byCar: false) }, turning: turn, along: spoken(onward))
    case .turn(let turns, let onward, let stays, let connector):
      turn(turns, into: spoken(onward), stays: stays, after: connector)
    case .keep(let side, let onward, let stays): keep(side, on: spoken(onward), stays: stays)
    case .goOn(let onward, let connector): goOn(along: spoken(onward), after: connector)
    case .cross(let turn, let then, let onward): cross(turning: turn, then: then, along: spoken(onward))
    case .passWall(let doorway, let floor, let turn, let then, let onward):
      pass(doorway, on: floor, turning: turn, then: then, along: spoken(onward))
    case .passPortal(let gateway, let turn, let then, let onward):
      pass(gateway, turning: turn, then: then, along: spoken(onward))
    case .drive(let road, let turn, let way): drive(road, turning: turn, into: spoken(way))
    case .ride(let ride): take(ride)
    case .ferry(let name): ferry(name)
    case .arrive(let floor, let side): arrive(at: place, on: floor, side: side)
    case .arriveBefore(let metres, let side, let floor):
      arrive(before: place, metres: metres, side: side, on: floor)
    case .park(let floor, let charges):
      park(at: place, on: floor.flatMap { $0.isNamed(in: place) ? nil : $0 }, charges: charges)
    case .getOut: getOut(at: place)
    case .getIn(let charges): getIn(at: place, charges: charges)
    case .bePickedUp: beingPickedUp(at: place)
    }
  }

  private func spoken(_ onward: Onward) -> Onward {
    Onward(way: spoken(onward.way), distance: onward.distance, bends: onward.bends)
  }

  /// A road that has nothing but a number needs a word beside it.
  private func spoken(_ way: Way) -> Way {
    way.isBareNumber ? Way(name: road(numbered: way.name), character: way.character) : way
  }
}
