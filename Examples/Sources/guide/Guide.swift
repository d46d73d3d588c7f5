import Wardway

/// Asks where to go and how, and walks along, one step after the other.
struct Guide {
  let atlas: Atlas
  let console: Console
  private let picker: PlacePicker

  init(atlas: Atlas, console: Console) {
    self.atlas = atlas
    self.console = console
    picker = PlacePicker(atlas: atlas, console: console)
  }

  /// Guides until the traveller has arrived.
  ///
  /// - Throws: `EndOfInput` if nobody answers any more, an `AtlasError` if the map is damaged.
  func run() throws {
    let planner = Planner(atlas)
    var request = try askForRequest()
    while true {
      do {
        let journey = try planner.plan(request)
        guard let next = try follow(journey, request) else { return }
        request = next
      } catch let error as PlanningError {
        // The message says why, and what would help.
        console.say(
          "There is no such journey: \(error.message).", "无法规划路线（\(error.code.rawValue)）：\(error.message)")
        request = try askForRequest()
      }
    }
  }

  private func askForRequest() throws -> JourneyRequest {
    let from = try picker.pick("Where are you?", "您在哪里？")
    let to = try picker.pick("Where do you want to go?", "您要去哪里？")
    var request = JourneyRequest(from: from, to: to)
    console.say("Who travels?", "出行方式：")
    let profiles: [Profile] = [.walker, .olderWalker, .stroller, .wheelchair]
    request.profile =
      profiles[
        try console.choose([
          console.text("On foot", "步行"), console.text("On foot, slowly", "慢速步行"),
          console.text("With a stroller", "推婴儿车"), console.text("In a wheelchair", "轮椅"),
        ])]
    console.say("By car?", "是否开车？")
    switch try console.choose([
      console.text("No", "不开车"), console.text("Yes, and park", "开车并停车"),
      console.text("Somebody lets me out", "有人送到门口"), console.text("Back to my car", "返回我的车"),
    ]) {
    case 1: request.car = .parks
    case 2: request.car = .dropsOff
    case 3: request.car = .waits(at: try picker.pick("Where is your car?", "您的车停在哪里？"))
    default: break
    }
    return request
  }

  /// Shows step after step; returns what to ask instead if the traveller is somewhere else.
  private func follow(_ journey: Journey, _ request: JourneyRequest) throws -> JourneyRequest? {
    let minutes = Int((journey.duration / .seconds(60)).rounded(.up))
    console.say(
      "\n\(minutes) min, \(Int(journey.distance)) m", "\n约 \(minutes) 分钟，\(Int(journey.distance)) 米")
    for notice in journey.notices { print("• \(notice.text(in: console.language))") }
    console.say(
      "Enter: done   b: back   r: I am somewhere else   q: quit", "回车：完成   b：上一步   r：我在别处   q：退出")
    let steps = journey.steps(in: console.language)
    var index = 0
    while index < steps.count {
      print("\(index + 1)/\(steps.count) \(steps[index].text)", terminator: " ")
      switch try Console.line() {
      case "b": index = max(index - 1, 0)
      case "r":
        var next = request
        next.from = try picker.pick("Where are you?", "您在哪里？")
        // Whoever has left the car walks on.
        if !journey.legs[steps[index].leg...].contains(where: { $0.mode == .car }) { next.car = .none }
        return next
      default: index += 1
      }
    }
    console.say("You have arrived.", "您已到达。")
    return nil
  }
}
