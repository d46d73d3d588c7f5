import Geodesy

extension SimplifiedChinese {
  var picture: PictureWords {
    PictureWords(
      streets: "全程",
      surroundings: "周边",
      onFoot: "步行段",
      walkRoute: "步行路线",
      carRoute: "驾车路线",
      start: "起点",
      stop: "途经点",
      destination: "终点",
      parking: "停车处",
      dropOff: "下车处",
      elevator: "电梯",
      stairs: "楼梯",
      escalator: "扶梯",
      ramp: "坡道",
      movingWalk: "自动步道",
      corridor: "走廊",
      room: "房间或区域",
      door: "门",
      entrance: "出入口",
      staffOnly: "员工区域",
      toilets: "卫生间",
      place: "地点",
      grounds: "院区",
      building: "建筑物",
      indoorWays: "室内通道",
      footway: "人行道",
      floorChange: "换层",
      mesh: "区域内的边",
      way: "线路的边",
      climb: "通往其他楼层的边",
      island: "孤立部分的边",
      node: "节点",
      doorNode: "门处节点",
      cutOff: "无路可达",
      listSeparator: "、",
      north: "北")
  }

  func floor(_ level: Level) -> String { "\(level)层" }

  func arrival(from floor: String) -> String { "来自\(floor)" }

  func means(byCar: Bool) -> String { byCar ? "驾车与步行" : "步行" }

  func traveller(_ profile: String) -> String {
    switch profile {
    case "walker": ""
    case "older-walker": "年长者"
    case "stroller": "推婴儿车"
    case "wheelchair": "轮椅"
    case "bed": "病床"
    case "staff": "员工"
    default: cleanName(profile)
    }
  }

  func minutes(_ count: Int) -> String { "约 \(count) 分钟" }

  func measure(metres: Int) -> String { "\(metres) 米" }

  func measure(kilometres: String) -> String { "\(kilometres) 公里" }

  func summary(minutes: Int, length: String) -> String { "约 \(minutes) 分钟，\(length)" }
}
