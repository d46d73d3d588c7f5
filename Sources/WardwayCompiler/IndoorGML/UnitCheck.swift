import Geodesy
import WardwayMap

/// Tells a plan whose unit isn't the metre that it is taken for.
///
/// Nothing in a file says its unit, and many are drawn in millimetres. Routes are right in shape then, but a
/// thousand times too long, and nobody notices who looks at a picture.
struct UnitCheck {
  /// The lengths in metres between which half of a building's transitions plausibly are.
  private static let plausible = 0.1...150.0
  /// The most metres between two storeys.
  private static let highestStorey = 40.0
  /// What half of the transitions are about, in metres, where the unit is right.
  private static let usual = 5.0
  private static let units = [
    (name: "millimetre", metres: 0.001), (name: "centimetre", metres: 0.01), (name: "inch", metres: 0.0254),
    (name: "foot", metres: 0.3048), (name: "kilometre", metres: 1000),
  ]

  /// What is to be said of a plan; nil where its unit may be right.
  ///
  /// - Parameters:
  ///   - lengths: Those of the transitions on one storey, in metres as it is placed.
  ///   - heights: Those of its storeys in metres, ascending.
  ///   - metresPerUnit: What they were reckoned with.
  static func diagnostic(
    lengths: [Double], heights: [Double], metresPerUnit: Double, place: Coordinate?, file: String
  ) -> Diagnostic? {
    let rises = zip(heights, heights.dropFirst()).map { $1 - $0 }.sorted()
    let rise = rises.isEmpty ? 0 : rises[rises.count / 2]
    var facts: [String] = []
    var factor = 1.0
    let long = lengths.filter { $0 > 0 }.sorted()
    if !long.isEmpty, !plausible.contains(long[long.count / 2]) {
      facts.append("half of its transitions are longer than \(text(long[long.count / 2])) m")
      factor = usual / long[long.count / 2]
    }
    if rise > highestStorey {
      facts.append("its storeys are \(text(rise)) m apart")
      if facts.count == 1 { factor = 4 / rise }
    }
    guard !facts.isEmpty else { return nil }
    func gap(_ metres: Double) -> Double { max(metres / factor, factor / metres) }
    let unit = units.min { gap($0.metres) < gap($1.metres) } ?? units[0]
    return Diagnostic(
      .implausibleUnit, .warning, .none, at: place,
      "\(file): \(facts.joined(separator: " and ")), which no building's are. If it is drawn in another unit, say so "
        + "in the placement file: 'metres_per_unit' is \(text(unit.metres * metresPerUnit)) for the \(unit.name)"
    )
  }

  private static func text(_ value: Double) -> String {
    value >= 10 ? "\(Int(min(value, 1e15).rounded()))" : "\((value * 1e5).rounded() / 1e5)"
  }
}
