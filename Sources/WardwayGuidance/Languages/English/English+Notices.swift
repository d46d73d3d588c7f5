import WardwayRouting

extension English {
  func warn(_ code: Notice.Code, count: Int) -> String {
    let places = count == 1 ? "one place" : "\(count) places"
    return switch code {
    case .unknownWheelchair: "It is not known whether a wheelchair can pass at \(places)"
    case .unknownWidth: "The width is not known at \(places)"
    case .unknownSurface: "The surface is not known at \(places)"
    case .limitedWheelchair: "At \(places) a wheelchair passes only with difficulty or help"
    case .privateWay: "At \(places) the way is private: you may be asked why you are there"
    case .steep: "The way is steep at \(places)"
    case .busyRoad: "At \(places) you walk along a busy road without a sidewalk"
    case .kerb: "There is a kerb at \(places)"
    case .unknownIncline: "It is not known how steep the slope is at \(places)"
    case .escalatorDirection: "It is not known which way the escalator runs at \(places)"
    case .distantCarPark: "The map shows no car park nearer to there; look for one on the way"
    case .assumedDropOff: "The map doesn't say where cars may stop there; stop where it is allowed"
    case .farFromPlace: "The map shows no way up to the place itself; ask for the last part of the way"
    case .otherLevel: "The map shows no way to the place on its own floor; ask on which floor it is"
    case .restrictedRoad: "The drive uses a road that is signposted for deliveries, permits or customers only"
    case .lowCarPark:
      count == 1
        ? "A car park nearer to there is too low for your car"
        : "\(count) car parks nearer to there are too low for your car"
    case .unknownHeight:
      "The map doesn't say how high cars may be in the car park; look at the sign at its entrance"
    case .carRamp:
      "At \(places) you walk on a ramp for cars, since the map shows no other way: watch out for cars"
    case .assumedDoor:
      count == 1
        ? "The map doesn't show the door of one room on the way; look along its front"
        : "The map doesn't show the doors of \(count) rooms on the way; look along their fronts"
    case .doorSteps: "There are steps at the door at \(places)"
    case .unknownElement:
      count == 1
        ? "One closed element is not on this map and was ignored"
        : "\(count) closed elements are not on this map and were ignored"
    }
  }
}
