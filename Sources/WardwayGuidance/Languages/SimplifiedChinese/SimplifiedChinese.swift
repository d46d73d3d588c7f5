struct SimplifiedChinese: Phrasebook {
  var tag: String { "zh-Hans" }

  func depart(_ heading: Heading, along onward: Onward, byCar: Bool) -> String {
    let way = onward.way
    let towards = "向\(word(heading))"
    if way.character == .crossing { return towards + "过人行横道" }
    if byCar {
      return way.name.isEmpty ? typeset(towards, "行驶", length(onward)) : typeset(towards, "沿", way.name, "行驶")
    }
    if way.name.isEmpty { return typeset(towards, "走", length(onward)) }
    if isOpen(way) { return typeset(towards, "穿过", way.name) }
    return typeset(towards, "沿", way.name, "走", length(onward))
  }

  func start(on floor: Floor?, facing: Facing, along onward: Onward) -> String {
    let next = facing.turn.map { word($0) + "，" + on(onward) } ?? on(onward)
    if !facing.behind.isEmpty { return typeset("背对", facing.behind) + "，" + next }
    let place = floor.map { typeset("从", word($0), "出发") } ?? "从这里出发"
    let goal = facing.ride.map { called($0) } ?? facing.towards
    let towards = goal.isEmpty || facing.turn != nil ? "" : typeset("，往", goal, "方向")
    return onward.distance < Self.shortest && facing.turn == nil ? place : place + towards + "，" + next
  }

  func turn(_ turns: [Modifier], into onward: Onward, stays: Bool, after connector: Connector?) -> String {
    let turn = (connector.map { leaving($0) + "后" } ?? "") + word(turns)
    return turn + "，" + (stays ? "继续" : "") + on(onward)
  }

  func keep(_ modifier: Modifier, on onward: Onward, stays: Bool) -> String {
    "在岔路口靠\(modifier == .slightLeft ? "左" : "右")，" + (stays ? "继续" : "") + on(onward)
  }

  func goOn(along onward: Onward, after connector: Connector?) -> String {
    guard let connector else { return onward.way.name.isEmpty ? "继续" + on(onward) : straight(onto: onward) }
    return leaving(connector) + "后" + on(onward)
  }

  /// A building and the floor that one comes to.
  private func named(_ building: String, on floor: Floor) -> String {
    let separator = building.last?.isASCII == true ? " " : ""
    return typeset(building + separator, word(floor))
  }

  /// Going straight on onto a way of another name.
  private func straight(onto onward: Onward) -> String {
    if isOpen(onward.way) { return typeset("直行，穿过", onward.way.name) }
    let length = length(onward)
    return typeset("直行进入", onward.way.name) + (length.isEmpty ? "" : typeset("，走", length))
  }

  func cross(turning modifier: Modifier?, then: Modifier?, along onward: Onward) -> String {
    let text = (modifier.map { word($0) + "，" } ?? "") + "过人行横道"
    if let then { return text + "后" + word(then) + named(onward.way) }
    return onward.way.name.isEmpty ? text : text + "，" + on(onward)
  }

  func pass(
    _ doorway: Doorway, on floor: Floor?, turning modifier: Modifier?, then: Modifier?, along onward: Onward
  ) -> String {
    let from = doorway.door.isEmpty ? "" : typeset("从", doorway.door)
    var text: String
    if doorway.entersBuilding {
      let venue = doorway.gateway.flatMap { $0.entersVenue ? $0.venue : nil } ?? ""
      let name = doorway.building.isEmpty ? venue : doorway.building
      text =
        name.isEmpty
        ? typeset(from, "进入楼内")
        : typeset(from, "进入", floor.map { named(name, on: $0) } ?? name)
    } else {
      text = from.isEmpty ? "走出大楼" : from + "出楼"
    }
    if let modifier, doorway.turnsBefore { text = word(modifier) + "，" + text }
    return going(text, behind: doorway.turnsBefore ? then : modifier ?? then, onward)
  }

  func pass(
    _ gateway: Gateway, turning modifier: Modifier?, then: Modifier?, along onward: Onward
  ) -> String {
    let from = gateway.name.isEmpty ? "" : typeset("从", gateway.name)
    if gateway.entersVenue {
      let into = gateway.venue.isEmpty ? "进入院区" : typeset("进入", gateway.venue)
      return going((modifier.map { word($0) + "，" } ?? "") + typeset(from, into), behind: then, onward)
    }
    let text = typeset(from, gateway.venue.isEmpty ? "离开院区" : typeset("离开", gateway.venue))
    return going(text, behind: modifier ?? then, onward)
  }

  /// A text with what one does behind a door or a gate.
  private func going(_ text: String, behind turn: Modifier?, _ onward: Onward) -> String {
    let next = onward.distance < Self.shortest ? "" : "，" + on(onward)
    return turn.map { text + "后" + word($0) + next } ?? text + next
  }

  func take(_ ride: Ride) -> String {
    let steps = ride.stepCount > 1 ? "，共 \(ride.stepCount) 级" : ""
    let isWalked = ride.connector == .stairs || ride.connector == .ramp
    let turns = ride.approach
    let before = turns.count > 1 ? word(turns) + "，" : ""
    let place = turns.count == 1 ? (turns[0] == .uturn ? "身后的" : side(turns[0]) + "侧的") : ""
    let connector = typeset(place, called(ride))
    let verb = typeset(before + (isWalked ? "走" : "乘"), connector)
    if ride.changesLevel || ride.connector == .elevator {
      let direction = isWalked ? ride.leadsUp.map { $0 ? "上" : "下" } ?? "" : ""
      return typeset(verb + direction + "到", word(ride.to), steps)
    }
    guard let leadsUp = ride.leadsUp else { return verb + steps }
    if ride.connector == .stairs { return typeset(before + (leadsUp ? "上" : "下"), connector, steps) }
    return verb + (leadsUp ? "上行" : "下行")
  }

  /// “病床梯”电梯, but 2号电梯.
  private func called(_ ride: Ride) -> String {
    let word = word(ride.connector)
    let isCommon =
      ride.name.isEmpty || ["", "上行", "下行"].contains { ride.name == word + $0 || ride.name == $0 + word }
    if isCommon || ride.isPlural { return word }
    if ride.name.hasSuffix("梯") || ride.name.hasSuffix(word) { return ride.name }
    return ride.name.allSatisfy(\.isASCII) ? typeset(ride.name, word) : "“\(ride.name)”" + word
  }

  func ferry(_ name: String) -> String { typeset("乘渡轮", name) }

  func arrive(at place: String, on floor: Floor?, side: Side?) -> String {
    let isKnown = floor.map { place.hasPrefix(word($0).filter { $0 != " " }) } ?? true
    let floor = isKnown ? "" : "，" + typeset("在", floor.map { word($0) }!)
    guard let side else { return typeset("已到达", place.isEmpty ? "目的地" : place) + floor }
    return "已到达，" + typeset(place.isEmpty ? "目的地" : place, "在您", word(side)) + floor
  }

  func arrive(before place: String, metres: Double, side: Side, on floor: Floor?) -> String {
    let away = typeset("在您", word(side), length(metres).isEmpty ? "" : "约 " + length(metres) + "处")
    let rest = metres < Self.wayEnds ? "" : "，地图上没有通到那里的路"
    return typeset(place.isEmpty ? "目的地" : place, away) + (floor.map { "，" + word($0) } ?? "") + rest
  }

  /// From so many metres on, one is told that the map goes no further.
  private static let wayEnds = 50.0

}

extension SimplifiedChinese {
  /// What is shorter needs no word, in metres.
  private static let shortest = 2.0

  private func word(_ heading: Heading) -> String {
    switch heading {
    case .north: "北"
    case .northeast: "东北"
    case .east: "东"
    case .southeast: "东南"
    case .south: "南"
    case .southwest: "西南"
    case .west: "西"
    case .northwest: "西北"
    }
  }

  func word(_ modifier: Modifier) -> String {
    switch modifier {
    case .left: "左转"
    case .right: "右转"
    case .slightLeft: "向左前方走"
    case .slightRight: "向右前方走"
    case .sharpLeft: "向左后方转"
    case .sharpRight: "向右后方转"
    case .uturn: "掉头"
    case .straight, .up, .down: "直行"
    }
  }

  /// A turn, and another one right behind it.
  private func word(_ turns: [Modifier]) -> String {
    let first = word(turns.first ?? .straight)
    return turns.count > 1 ? first + "后立即" + word(turns[1]) : first
  }

  private func side(_ modifier: Modifier) -> String {
    switch modifier {
    case .left, .slightLeft, .sharpLeft: "左"
    default: "右"
    }
  }

  private func word(_ side: Side) -> String {
    switch side {
    case .left: "左侧"
    case .right: "右侧"
    case .ahead: "正前方"
    case .behind: "身后"
    }
  }

  /// The floor as people call it: 2F is 2 楼, B1 is B1 层; without a posted name, 2 层（地面为 0 层）.
  ///
  /// The map's number is never called a 楼, for these count from one at the ground and it from zero.
  func word(_ floor: Floor) -> String {
    if floor.posted.isEmpty {
      if floor.level == .ground { return "地面层" }
      if floor.level < .ground { return "地下 \("\(floor.level)".dropFirst()) 层" }
      return "\(floor.level) 层（地面为 0 层）"
    }
    if floor.isBareNumber { return floor.posted + " 层" }
    let upper = floor.posted.uppercased()
    guard upper.allSatisfy(\.isASCII) else { return floor.posted }
    if upper.hasSuffix("F") {
      let number = upper.dropLast()
      if !number.isEmpty, number.allSatisfy(\.isNumber) { return number + " 楼" }
      if number.first == "B", number.dropFirst().allSatisfy(\.isNumber) { return number + " 层" }
    }
    return floor.posted + (upper.hasSuffix("层") || upper.hasSuffix("F") ? "" : " 层")
  }

  private func word(_ connector: Connector) -> String {
    switch connector {
    case .elevator: "电梯"
    case .stairs: "楼梯"
    case .escalator: "扶梯"
    case .movingWalk: "自动步道"
    case .ramp: "坡道"
    }
  }

  private func leaving(_ connector: Connector) -> String {
    switch connector {
    case .elevator: "出电梯"
    case .stairs: "走完楼梯"
    case .escalator: "离开扶梯"
    case .movingWalk: "离开自动步道"
    case .ramp: "走完坡道"
    }
  }

  /// What one does behind a maneuver: 沿西门厅直行 28 米, 穿过电梯厅, 直行 6 米.
  func on(_ onward: Onward) -> String {
    let way = onward.way
    if isOpen(way), let place = place(way) { return typeset("穿过", place) }
    let walk = onward.bends ? "走" : "直行"
    guard let place = place(way) else { return typeset(walk, length(onward)) }
    return typeset("沿", place, walk, length(onward))
  }

  /// The way that one comes onto, behind a turn.
  private func named(_ way: Way) -> String { way.name.isEmpty ? "" : typeset("，进入", way.name) }

  /// What to call a way; nil where there is no word for it.
  private func place(_ way: Way) -> String? {
    if !way.name.isEmpty { return way.name }
    switch way.character {
    case .corridor: return "走廊"
    case .hall: return "大厅"
    case .square: return "广场"
    case .room: return "房间"
    case .platform: return "站台"
    case .path: return "小路"
    case .lane: return "车道"
    case .road: return "道路"
    case .footway, .crossing, .other: return nil
    }
  }

  /// Whether one goes across a way rather than along it; some halls are drawn as lines.
  private func isOpen(_ way: Way) -> Bool {
    switch way.character {
    case .hall, .square, .room: true
    case .platform: false
    default: ["厅", "大堂", "中庭", "广场"].contains { way.name.hasSuffix($0) }
    }
  }

  func length(_ metres: Double) -> String {
    switch SpokenDistance(exactly: metres) {
    case nil: ""
    case .metres(let number)?: "\(number) 米"
    case .kilometres(let number)?: "\(number) 公里"
    }
  }

  private func length(_ onward: Onward) -> String { length(onward.distance) }
}

/// Joins parts of a Chinese sentence, with a space where a Chinese character meets a Latin one or a digit.
func typeset(_ parts: String...) -> String {
  parts.reduce(into: "") { text, part in
    if let last = text.unicodeScalars.last, let next = part.unicodeScalars.first,
      isHan(last) && isNarrow(next) || isNarrow(last) && isHan(next)
    {
      text += " "
    }
    text += part
  }
}

private func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic }

private func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
  !isHan(scalar) && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
}
