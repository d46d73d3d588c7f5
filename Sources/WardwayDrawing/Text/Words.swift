import Geodesy
import WardwayGuidance
import WardwayMap

/// What a picture says besides names, in the language of its reader.
struct Words {
  private let isChinese: Bool
  /// Names of the map in the language, by the name on the signs.
  private var translations: [String: String] = [:]
  /// The same for features that go by another one.
  private var exceptions: [Translations.Feature: String] = [:]
  /// The name on the signs, by what it is in any language.
  private var onSigns: [String: String] = [:]

  init(_ language: Language) { isChinese = language == .simplifiedChinese }

  /// Adds translations, to be shown in one of their languages; the first one of a name stands.
  mutating func add(_ other: Translations, _ shown: String) {
    translations.merge(other.texts[shown] ?? [:]) { first, _ in first }
    exceptions.merge(other.exceptions[shown] ?? [:]) { first, _ in first }
    for language in other.texts.keys.sorted() {
      for (name, text) in other.texts[language]!.sorted(by: { $0.key < $1.key }) where onSigns[text] == nil {
        onSigns[text] = name
      }
    }
  }

  /// What somebody called a place, in whatever language, as the reader calls it.
  func asked(_ name: String) -> String { self.name(onSigns[name] ?? name) }

  /// A name as it may be shown, in the language if the map knows it there.
  ///
  /// - Parameter source: The feature that has the name, as far as that is known.
  func name(_ name: String, of source: FeatureID = .none) -> String {
    guard let own = exceptions[Translations.Feature(source, name)] else {
      return cleanName(translations[name] ?? name)
    }
    return cleanName(own.isEmpty ? name : own)
  }

  private func pick(_ english: String, _ chinese: String) -> String { isChinese ? chinese : english }

  var streets: String { pick("Overview", "全程") }
  var surroundings: String { pick("Surroundings", "周边") }
  var onFoot: String { pick("On foot", "步行段") }
  var walkRoute: String { pick("On foot", "步行路线") }
  var carRoute: String { pick("By car", "驾车路线") }
  var start: String { pick("Start", "起点") }
  var stop: String { pick("Stop on the way", "途经点") }
  var destination: String { pick("Destination", "终点") }
  var parking: String { pick("Car park", "停车处") }
  var dropOff: String { pick("Let out here", "下车处") }
  var elevator: String { pick("Elevator", "电梯") }
  var stairs: String { pick("Stairs", "楼梯") }
  var escalator: String { pick("Escalator", "扶梯") }
  var ramp: String { pick("Ramp", "坡道") }
  var movingWalk: String { pick("Moving walk", "自动步道") }
  var corridor: String { pick("Corridor", "走廊") }
  var room: String { pick("Room or area", "房间或区域") }
  var door: String { pick("Door", "门") }
  var entrance: String { pick("Entrance", "出入口") }
  var staffOnly: String { pick("Staff only", "员工区域") }
  var toilets: String { pick("Toilets", "卫生间") }
  var place: String { pick("Place", "地点") }
  var grounds: String { pick("Hospital grounds", "院区") }
  var building: String { pick("Building", "建筑物") }
  var indoorWays: String { pick("Ways inside buildings", "室内通道") }
  var footway: String { pick("Footway", "人行道") }
  var floorChange: String { pick("Change of floor", "换层") }

  var mesh: String { pick("Edge across an area", "区域内的边") }
  var way: String { pick("Edge of a line", "线路的边") }
  var climb: String { pick("Edge to another floor", "通往其他楼层的边") }
  var island: String { pick("Edge of an island", "孤立部分的边") }
  var node: String { pick("Node", "节点") }
  var doorNode: String { pick("Node at a door", "门处节点") }
  var cutOff: String { pick("Nothing leads here", "无路可达") }

  /// What stands between the names of several buildings.
  var listSeparator: String { pick(", ", "、") }

  /// A floor without a posted name.
  func floor(_ level: Level) -> String { pick("Level \(level)", "\(level)层") }

  /// Where a change of floor leads.
  func move(up: Bool, to floor: String) -> String { "\(up ? "↑" : "↓") \(floor)" }

  /// Where a change of floor comes from.
  func arrival(from floor: String) -> String { pick("from \(floor)", "来自\(floor)") }

  /// What one changes floor by.
  func means(_ kind: Move.Kind, name: String, of source: FeatureID) -> String {
    let word =
      switch kind {
      case .elevator: elevator
      case .stairs: stairs
      case .escalator: escalator
      case .ramp: ramp
      }
    return name.isEmpty ? word : self.name(name, of: source)
  }

  /// Duration and length of a journey, how and by whom.
  func summary(seconds: Double, metres: Double, byCar: Bool, profile: String) -> String {
    let minutes = Int((min(seconds, 1e9) / 60).rounded(.up))
    let length =
      metres < 1000 ? pick("\(Int(metres.rounded())) m", "\(Int(metres.rounded())) 米") : kilometres(metres)
    let means = byCar ? pick("by car and on foot", "驾车与步行") : pick("on foot", "步行")
    return [pick("\(minutes) min", "约 \(minutes) 分钟"), length, means, who(profile)]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func kilometres(_ metres: Double) -> String {
    let tenths = Int((min(metres, 1e9) / 100).rounded())
    return pick("\(tenths / 10).\(tenths % 10) km", "\(tenths / 10).\(tenths % 10) 公里")
  }

  private func who(_ profile: String) -> String {
    switch profile {
    case "walker": ""
    case "older-walker": pick("slower walker", "年长者")
    case "stroller": pick("with a stroller", "推婴儿车")
    case "wheelchair": pick("wheelchair", "轮椅")
    case "bed": pick("hospital bed", "病床")
    case "staff": pick("staff", "员工")
    default: cleanName(profile)
    }
  }

  /// A length for the scale bar.
  func scale(_ metres: Int) -> String {
    metres < 1000 ? pick("\(metres) m", "\(metres) 米") : pick("\(metres / 1000) km", "\(metres / 1000) 公里")
  }

  var north: String { pick("N", "北") }
}
