extension SimplifiedChinese {
  func drive(_ turn: RoadTurn, turning modifier: Modifier?, into way: Way) -> String {
    switch turn.carPark {
    case .leave:
      let leave = "驶出停车场"
      if turn.kind == .straight { return leave + (way.name.isEmpty ? "" : typeset("，进入", way.name)) }
      return leave + "，" + maneuver(turn, modifier, way.name.isEmpty ? "" : typeset("，进入", way.name))
    case .enter(let place, let takesTicket):
      let goal = typeset("进入", place.isEmpty ? "停车场" : place)
      let text = turn.kind == .straight ? "直行" + goal : maneuver(turn, modifier, "，" + goal)
      return text + (takesTicket ? "，在入口取卡" : "")
    case nil:
      if turn.kind == .merge, !way.name.isEmpty { return typeset("汇入", way.name) + towards(turn) }
      return maneuver(turn, modifier, turn.stays ? typeset("，继续沿", way.name, "行驶") : goal(way, turn))
    }
  }

  private func maneuver(_ turn: RoadTurn, _ modifier: Modifier?, _ goal: String) -> String {
    switch turn.kind {
    case .straight: return "直行" + goal
    case .turn: return steer(modifier) + goal
    case .uTurn: return "掉头" + (turn.stays ? "" : goal)
    case .fork: return "在岔路口" + keep(modifier) + goal
    case .ramp(let leaves):
      let exit = turn.sign.exit
      if leaves, !exit.isEmpty { return typeset("从", exit, "出口驶出") + goal }
      if leaves { return keep(modifier) + "，驶入出口匝道" + goal }
      guard let modifier, !modifier.isSlight, modifier != .straight else {
        return keep(modifier) + "，驶入匝道" + goal
      }
      return steer(modifier) + "，驶入匝道" + goal
    case .merge: return "汇入主路" + goal
    case .roundabout(0): return "进入环岛"
    case .roundabout(let exit): return "在环岛第\(exit)个出口驶出" + goal
    case .barrier(let takesTicket): return takesTicket ? "在入口道闸取卡" : "通过道闸"
    }
  }

  /// The road and where it leads, as far as anybody knows.
  private func goal(_ way: Way, _ turn: RoadTurn) -> String {
    (way.name.isEmpty ? "" : typeset("，进入", way.name)) + towards(turn)
  }

  private func towards(_ turn: RoadTurn) -> String {
    let destinations = turn.sign.destinations.joined(separator: "、")
    return destinations.isEmpty ? "" : typeset("，往", destinations, "方向")
  }

  private func steer(_ modifier: Modifier?) -> String {
    switch modifier {
    case .left: "左转"
    case .right: "右转"
    case .slightLeft: "向左前方行驶"
    case .slightRight: "向右前方行驶"
    case .sharpLeft: "向左后方转弯"
    case .sharpRight: "向右后方转弯"
    case .uturn: "掉头"
    case .straight, .up, .down, nil: "直行"
    }
  }

  private func keep(_ modifier: Modifier?) -> String {
    switch modifier {
    case .left, .slightLeft, .sharpLeft: "靠左行驶"
    case .right, .slightRight, .sharpRight: "靠右行驶"
    default: "走中间道路"
    }
  }

  func road(numbered number: String) -> String { number + " 号公路" }

  // MARK: Handoffs

  func park(at place: String, on floor: Floor?, charges: Bool) -> String {
    let fee = charges ? "，并按规定缴费" : ""
    guard let floor else { return (place.isEmpty ? "在此停车" : typeset("在", place, "停车")) + fee }
    return typeset("停在", place, place.isEmpty ? "" : " ", word(floor)) + fee
  }

  func leaveCar(_ departure: String?, turning modifier: Modifier?, along onward: Onward) -> String {
    if let departure { return "下车后" + departure }
    let turn = modifier.map { word($0) + "，" } ?? ""
    return turn.isEmpty && onward.distance < 2 ? "下车" : "下车后" + turn + on(onward)
  }

  func getOut(at place: String) -> String {
    typeset("在", place.isEmpty ? "落客区" : place, "停车，请在此下车")
  }

  func beingPickedUp(at place: String) -> String {
    typeset("请在", place.isEmpty ? "这里" : place, "等候接您的车，然后上车")
  }

  func getIn(at place: String, charges: Bool) -> String {
    typeset("您的车停在", place.isEmpty ? "这里" : place, charges ? "，缴费后上车" : "，请上车")
  }
}
