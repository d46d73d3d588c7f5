import WardwayRouting

extension SimplifiedChinese {
  func warn(_ code: Notice.Code, count: Int) -> String {
    switch code {
    case .unknownWheelchair: "有 \(count) 处不确定轮椅能否通过"
    case .unknownWidth: "有 \(count) 处通道宽度未知"
    case .unknownSurface: "有 \(count) 处路面情况未知"
    case .limitedWheelchair: "有 \(count) 处轮椅通行困难，可能需要协助"
    case .privateWay: "有 \(count) 处为内部通道，可能会被询问"
    case .steep: "有 \(count) 处坡度较陡"
    case .busyRoad: "有 \(count) 处需沿没有人行道的主干道行走"
    case .kerb: "有 \(count) 处路缘石"
    case .unknownIncline: "有 \(count) 处坡度未知"
    case .escalatorDirection: "有 \(count) 处自动扶梯运行方向未知"
    case .distantCarPark: "地图上附近没有更近的停车场，途中请留意"
    case .assumedDropOff: "地图未标明那里何处可以停车，请在允许停车的地方上下车"
    case .farFromPlace: "地图上没有一直通到目的地的路，最后一段请询问工作人员"
    case .otherLevel: "地图上没有通到目的地所在楼层的路，请询问目的地在几楼"
    case .restrictedRoad: "途经标有仅限送货、持证或顾客车辆通行的道路"
    case .lowCarPark: "有 \(count) 处更近的停车场限高低于您的车"
    case .unknownHeight: "地图未标明停车场的限高，请留意入口处的标志"
    case .carRamp: "地图上没有其他路线，有 \(count) 处需走汽车坡道，请留意车辆"
    case .assumedDoor: "地图未标明途中 \(count) 个房间的门，请在房间正面寻找入口"
    case .doorSteps: "有 \(count) 处门口有台阶"
    case .unknownElement: "有 \(count) 个关闭的设施不在此地图上，已忽略"
    }
  }
}
