import JSONText
import Wardway

/// Something that a map's maker should know, as reports name it.
public struct Finding: Hashable, Sendable {
  /// What a finding is about: a word that stays the same from version to version, such as `unreadable-level`.
  ///
  /// Whoever compiles a map has words of their own; those of this package's compiler are in the schema.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The word, as it appears in JSON.
    public let rawValue: String
    /// Makes a code out of its word.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Worth knowing.
    case note
    /// Part of the map is missing or doubtful.
    case warning
    /// Part of the map could not be used.
    case error
  }

  /// What it is about.
  public var code: Code
  /// How bad it is.
  public var severity: Severity
  /// The feature to mend, by what its format calls it; nil where it is about none.
  public var source: String?
  /// All features that are concerned, ``source`` among them.
  public var sources: [String]
  /// Where that is.
  public var coordinate: Coordinate?
  /// The level that it is about, where it is about one.
  public var level: Level?
  /// What is wrong and what was done about it.
  public var message: String
  /// What to do in the map, or "".
  public var fix: String

  /// Makes a finding.
  public init(
    code: Code, severity: Severity, source: String? = nil, sources: [String] = [],
    at coordinate: Coordinate? = nil, on level: Level? = nil, message: String, fix: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.source = source
    self.sources = sources
    self.coordinate = coordinate
    self.level = level
    self.message = message
    self.fix = fix
  }
}

extension JSONWriter {
  /// Writes findings, and as `diagnostics` in the shape that they had before.
  mutating func findings(_ findings: [Finding]) {
    key("findings")
    array(of: findings) { $0.finding($1) }
    key("diagnostics")
    array(of: findings) { $0.diagnostic($1) }
  }

  private mutating func finding(_ finding: Finding) {
    object {
      $0.key("code")
      $0.string(finding.code.rawValue)
      $0.key("severity")
      $0.string(finding.severity.rawValue)
      $0.key("source")
      $0.string(finding.source)
      $0.key("sources")
      $0.array(of: finding.sources) { $0.string($1) }
      if let coordinate = finding.coordinate {
        $0.place(coordinate)
      } else {
        $0.key("lat")
        $0.null()
        $0.key("lon")
        $0.null()
      }
      $0.key("level")
      $0.level(orNull: finding.level)
      $0.key("message")
      $0.string(finding.message)
      $0.key("fix")
      $0.string(finding.fix)
    }
  }

  private mutating func diagnostic(_ finding: Finding) {
    object {
      $0.key("code")
      $0.string(finding.code.rawValue)
      $0.key("severity")
      $0.string(finding.severity.rawValue)
      $0.key("source")
      $0.string(finding.source ?? "")
      if let coordinate = finding.coordinate {
        $0.key("place")
        $0.position(coordinate)
      }
      $0.key("message")
      $0.string(finding.message)
    }
  }
}
