import Testing

@testable import WardwayCompiler

@Suite struct MeasureTests {
  @Test(
    arguments: [
      ("1.2", 1.2), ("1,2", 1.2), ("1.2 m", 1.2), ("1.2m", 1.2), ("90 cm", 0.9), ("90cm", 0.9),
      ("900 mm", 0.9), ("2", 2),
      ("3'", 0.9144), ("3'6\"", 1.0668), ("3' 6\"", 1.0668), ("36\"", 0.9144), (".9", 0.9),
      ("999999", 999_999),
    ] as [(String, Double)])
  func `lengths are read`(text: String, metres: Double) throws {
    #expect(abs(try #require(Measure.metres(text)) - metres) < 1e-9)
  }

  @Test(arguments: [
    "", " ", "m", "cm", "'", "\"", "wide", "0", "-1", "-0.9 m", "nan", "inf", "1e9", "1;2", "1-2", "<1",
    "1.2.3", "2 lanes",
    "ca. 2", "1000000", "五",
  ])
  func `what is no length isn't read`(text: String) {
    #expect(Measure.metres(text) == nil)
  }

  @Test(
    arguments: [
      ("1", 1000.0), ("1.35", 1350), ("0,63 t", 630), ("630 kg", 630), ("630kg", 630),
      ("1000 lbs", 453.59237),
      ("0.5 st", 453.59237), ("2T", 2000),
    ] as [(String, Double)])
  func `weights are read`(text: String, kilograms: Double) throws {
    #expect(abs(try #require(Measure.kilograms(text)) - kilograms) < 1e-6)
  }

  @Test(arguments: [
    "", "t", "kg", "heavy", "630", "0", "-1", "1e3", "nan", "1.2.3", "8 persons", "1 stone", "五",
  ])
  func `what is no weight isn't read`(text: String) {
    #expect(Measure.kilograms(text) == nil)
  }

  @Test(
    arguments: [
      ("8%", 0.08), ("8 %", 0.08), ("-8%", -0.08), ("+8%", 0.08), ("8,5%", 0.085), ("0%", 0), ("100%", 1),
      ("-100%", -1),
      ("1:12", 1.0 / 12), ("1 : 20", 0.05), ("-1:12", -1.0 / 12), ("5°", 0.08727), ("-5°", -0.08727),
    ] as [(String, Double)])
  func `inclines are read`(text: String, slope: Double) throws {
    #expect(abs(try #require(Measure.incline(text)) - slope) < 1e-3)
  }

  @Test(arguments: [
    "", "up", "down", "steep", "%", "8", "101%", "-200%", "1:0", "1:-12", ":", "1:", "nan%", "inf%", "2:1",
    "90°",
  ])
  func `what is no incline isn't read`(text: String) {
    #expect(Measure.incline(text) == nil)
  }

  @Test(
    arguments: [
      ("15", 900), ("0.5", 30), ("00:20", 1200), ("01:30", 5400), ("00:00:45", 45), ("01:30:10", 5410),
      ("PT20M", 1200),
      ("PT1H30M", 5400), ("PT45S", 45), ("PT1.5H", 5400), ("PT1H2M3S", 3723), ("144:00", 518_400),
    ] as [(String, Double)])
  func `durations are read`(text: String, seconds: Double) {
    #expect(Measure.seconds(text) == seconds)
  }

  @Test(arguments: [
    "", "0", "-5", "00:00", "long", "PT", "PT20", "PTM", "P1D", "PT5X", "PT-5M", "1:2:3:4", ":20", "20:",
    "nan", "inf", "::",
    "PT1e9H", "99999:00", "20 min", "½", "PT½H",
  ])
  func `what is no duration isn't read`(text: String) {
    #expect(Measure.seconds(text) == nil)
  }

  @Test func `nothing is nothing`() {
    #expect(Measure.metres(nil) == nil && Measure.incline(nil) == nil && Measure.seconds(nil) == nil)
  }
}
