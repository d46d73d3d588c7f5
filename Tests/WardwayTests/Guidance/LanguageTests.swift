import Testing
import WardwayGuidance
import WardwayMap
import WardwayRouting

@Suite struct LanguageTests {
  @Test func `a refusal is told in the reader's language, with the features that it names`() {
    let steps = PlanningError(
      .noStepFreeRoute, "only steps (way/3) lead up to 'Dialysis'; the next is 40 m off")
    #expect(steps.text(in: .english) == steps.message)
    #expect(steps.text(in: .simplifiedChinese) == "没有适合您的无障碍路线：途中有台阶、陡坡、过窄的门或轮椅不能通行的地方（way/3）。")
    let closed = PlanningError(.closedNow, "the only ways lead through what is closed (node/1, way/22)")
    #expect(closed.text(in: .simplifiedChinese) == "唯一的路目前关闭，不能通行（node/1、way/22）。")
    let bad = PlanningError(.invalidRequest, "'within' has to be a number")
    #expect(bad.text(in: .simplifiedChinese) == bad.message)
  }

  @Test(arguments: ["en", "EN", "en-GB", "en_US", "en-Latn-US"])
  func `English tags`(tag: String) { #expect(Language(tag: tag) == .english) }

  @Test(arguments: ["zh", "zh-CN", "zh-Hans", "zh_Hans_CN", "zh-SG", "zh-Hans-HK"])
  func `tags of simplified Chinese`(tag: String) { #expect(Language(tag: tag) == .simplifiedChinese) }

  @Test(arguments: ["", "-", "de", "english", "zh-TW", "zh-Hant", "zh-Hant-CN", "zh-HK"])
  func `no other tag`(tag: String) { #expect(Language(tag: tag) == nil) }

  @Test func `a raw value is a tag`() {
    for language in Language.all { #expect(Language(rawValue: language.rawValue) == language) }
    #expect(Language(rawValue: "xx") == nil)
  }

  @Test(arguments: Notice.Code.allCases)
  func `every notice has words`(code: Notice.Code) {
    for count in [1, 3] {
      let notice = Notice(code, count: count)
      let english = notice.text(in: .english)
      let chinese = notice.text(in: .simplifiedChinese)
      #expect(english != code.rawValue && chinese != code.rawValue && english != chinese)
    }
  }
}
