import Wardway

/// An atlas of the map of Lakeside, for tests that are run without the compiler of maps as well.
enum PreparedAtlas {
  static func lakeside() throws -> Atlas { try CarJourneyTests.compiled.get().atlas }
}
