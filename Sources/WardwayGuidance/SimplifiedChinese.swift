struct SimplifiedChinese: Phrasebook {
  func depart(_ heading: Heading, along way: Way, distance: Double, byCar: Bool) -> String {
    let verb = byCar ? "行驶" : "走"
    if way.character == .crossing { return "向\(word(heading))过人行横道" }
    if way.name.isEmpty { return typeset("向\(word(heading))\(verb)", length(distance)) }
    if way.isOpen { return typeset("向\(word(heading))穿过", way.name) }
    return typeset("向\(word(heading))沿", way.name, verb)
  }

  func start(on floor: Floor?, along way: Way) -> String {
    let place = floor.map { typeset("从", word($0), "出发") } ?? "从这里出发"
    return place + (followed(way).map { "，" + $0 } ?? "")
  }

  func turn(_ modifier: Modifier, into way: Way, stays: Bool, after connector: Connector?) -> String {
    let turn = (connector.map { leaving($0) + "后" } ?? "") + word(modifier)
    return turn + (stays ? typeset("，继续沿", way.name, "走") : into(way))
  }

  func goOn(along way: Way, distance: Double, after connector: Connector?) -> String {
    guard let connector else {
      return way.name.isEmpty ? typeset("继续直行", length(distance)) : "继续直行" + into(way)
    }
    let text = leaving(connector)
    if let followed = followed(way) { return text + "后" + followed }
    if connector == .elevator, length(distance).isEmpty { return text }
    return text + "后" + typeset(connector == .elevator ? "走" : "继续走", length(distance))
  }

  func cross(turning modifier: Modifier?) -> String {
    modifier.map { word($0) + "，过人行横道" } ?? "过人行横道"
  }

  func enter(through door: String, turning turn: DoorTurn?, into way: Way) -> String {
    pass(door.isEmpty ? "进入楼内" : typeset("从", door, "进入"), turning: turn, into: way)
  }

  func leave(through door: String, turning turn: DoorTurn?, into way: Way) -> String {
    pass(door.isEmpty ? "走出大楼" : typeset("从", door, "出楼"), turning: turn, into: way)
  }

  private func pass(_ text: String, turning turn: DoorTurn?, into way: Way) -> String {
    guard let turn else {
      return way.name.isEmpty ? text : text + "，" + (followed(way) ?? "继续走")
    }
    if turn.isBefore { return word(turn.modifier) + "，" + text }
    return text + "后" + word(turn.modifier) + into(way)
  }

  func take(_ ride: Ride) -> String {
    let steps = ride.stepCount > 1 ? "，共 \(ride.stepCount) 级" : ""
    let connector = named(ride)
    let verb = typeset(ride.connector == .stairs || ride.connector == .ramp ? "走" : "乘", connector)
    if ride.changesLevel || ride.connector == .elevator {
      let direction = ride.leadsUp.map { $0 ? "上" : "下" } ?? ""
      return typeset(verb + direction + "到", word(ride.to), steps)
    }
    guard let leadsUp = ride.leadsUp else { return verb + steps }
    if ride.connector == .stairs { return typeset(leadsUp ? "上" : "下", connector, steps) }
    return verb + (leadsUp ? "上行" : "下行")
  }

  /// “病床梯”电梯, but 2号电梯.
  private func named(_ ride: Ride) -> String {
    let word = word(ride.connector)
    if ride.name.hasSuffix(word) { return ride.name }
    return ride.name.isEmpty ? word : "“\(ride.name)”" + word
  }

  func ferry(_ name: String) -> String { typeset("乘渡轮", name) }

  func arrive(at place: String, on floor: Floor?) -> String {
    let text = typeset("已到达", place.isEmpty ? "目的地" : place)
    return text + (floor.map { "，" + typeset("在", word($0)) } ?? "")
  }

  func enterVenue(_ venue: String, at place: String) -> String {
    let grounds = venue.isEmpty ? "进入院区" : typeset("进入", venue, "院区")
    return place.isEmpty ? grounds : typeset("从", place, grounds)
  }

  func leaveVenue(_ venue: String, at place: String) -> String {
    let grounds = venue.isEmpty ? "离开院区" : typeset("离开", venue, "院区")
    return place.isEmpty ? grounds : typeset("从", place, grounds)
  }

  func warn(_ warning: Warning, count: Int) -> String {
    switch warning {
    case .unknownWheelchair: "有 \(count) 处不确定轮椅能否通过"
    case .unknownWidth: "有 \(count) 处通道宽度未知"
    case .unknownKerb: "有 \(count) 处路缘石高度未知"
    case .unknownSurface: "有 \(count) 处路面情况未知"
    case .limitedWheelchair: "有 \(count) 处轮椅通行困难，可能需要协助"
    case .privateWay: "有 \(count) 处为内部通道，可能会被询问"
    case .steep: "有 \(count) 处坡度较陡"
    case .unlit: "有 \(count) 处没有照明"
    case .openingUnknown: "有 \(count) 处开放时间未知，届时可能不开放"
    case .busyRoad: "有 \(count) 处需沿没有人行道的主干道行走"
    case .kerb: "有 \(count) 处路缘石"
    case .unknownIncline: "有 \(count) 处坡度未知"
    case .escalatorDirection: "有 \(count) 处自动扶梯运行方向未知"
    case .distantCarPark: "地图上附近没有更近的停车场，途中请留意"
    case .assumedDropOff: "地图未标明那里何处可以停车，请在允许停车的地方上下车"
    case .carRamp: "地图上没有其他路线，有 \(count) 处需走汽车坡道，请留意车辆"
    case .assumedDoor: "地图未标明途中 \(count) 个房间的门，请在走廊一侧寻找入口"
    case .doorSteps: "有 \(count) 处门口有台阶"
    case .unknownElement: "有 \(count) 个关闭的设施不在此地图上，已忽略"
    }
  }
}

extension SimplifiedChinese {
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

  private func word(_ modifier: Modifier) -> String {
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

  /// The floor as posted, else by the map's number: "level 2（地面层为 0）".
  ///
  /// The map's number is never called a 层 or 楼, for these count from one at the ground and it from zero.
  func word(_ floor: Floor) -> String {
    if floor.posted.isEmpty {
      return floor.level == .ground ? "地面层" : "level \(floor.level)（地面层为 0）"
    }
    return floor.isBareNumber ? floor.posted + " 层" : floor.posted
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

  private func into(_ way: Way) -> String {
    let name = way.name.isEmpty ? nil : way.name
    return switch way.character {
    case .corridor: typeset("，进入", name ?? "走廊")
    case .hall: name.map { typeset("，进入", $0) } ?? "，穿过大厅"
    case .room: typeset("，进入", name ?? "房间")
    case .square: typeset("，穿过", name ?? "广场")
    case .platform: typeset("，进入", name ?? "站台")
    case .path: typeset("，进入", name ?? "小路")
    case .road: typeset("，进入", name ?? "道路")
    case .footway, .crossing, .other: name.map { typeset("，进入", $0) } ?? ""
    }
  }

  func followed(_ way: Way) -> String? {
    let name = way.name.isEmpty ? nil : way.name
    switch way.character {
    case .corridor: return typeset("沿", name ?? "走廊", "走")
    case .hall: return typeset("穿过", name ?? "大厅")
    case .square: return typeset("穿过", name ?? "广场")
    case .room: return name.map { typeset("穿过", $0) }
    default: return name.map { typeset("沿", $0, "走") }
    }
  }

  private func length(_ metres: Double) -> String {
    switch SpokenDistance(metres) {
    case nil: ""
    case .metres(let number)?: "\(number) 米"
    case .kilometres(let number)?: "\(number) 公里"
    }
  }
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
