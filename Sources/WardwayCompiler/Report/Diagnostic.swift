import Geodesy
import WardwayMap

/// Something that the compiler has to say about its sources.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable, Comparable {
    /// Worth knowing.
    case note
    /// Part of the map is missing or doubtful.
    case warning
    /// Part of the map could not be used.
    case error

    /// By badness.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// What it is about.
  public var code: Code
  /// How bad it is.
  public var severity: Severity
  /// The feature that it is about, or none.
  public var source: FeatureID
  /// All features that are concerned, ``source`` among them; none where it is about no feature.
  public var sources: [FeatureID]
  /// Where that is.
  public var coordinate: Coordinate?
  /// The level that it is about, where it is about one.
  public var level: Level?
  /// What is wrong and what the compiler did about it.
  public var message: String
  /// What to do in the map, or "".
  public var fix: String

  /// Makes a diagnostic.
  ///
  /// - Parameter others: What is concerned besides `source`.
  init(
    _ code: Code, _ severity: Severity, _ source: FeatureID, with others: [FeatureID] = [],
    at coordinate: Coordinate? = nil, on level: Level? = nil, _ message: String, fix: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.source = source
    self.coordinate = coordinate
    self.level = level
    self.message = message
    self.fix = fix
    var sources: [FeatureID] = []
    var seen: Set<FeatureID> = [.none]
    for one in [source] + others where seen.insert(one).inserted { sources.append(one) }
    self.sources = sources
  }
}
