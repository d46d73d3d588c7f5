/// A storey, numbered as people number it; a mezzanine has a fraction, as 0.5.
@frozen
public struct Level: BitwiseCopyable, Hashable, Sendable {
  /// The number times 100.
  public let hundredths: Int16

  /// The level at street height, 0.
  public static let ground = Level(unchecked: 0)
  /// The lowest number that a level can have, −300.
  public static let lowest = Level(unchecked: -300_00)
  /// The highest number that a level can have, 300.
  public static let highest = Level(unchecked: 300_00)

  init(unchecked hundredths: Int16) {
    self.hundredths = hundredths
  }

  /// Nil if the number is out of −300…300.
  public init?(hundredths: Int16) {
    guard -300_00...300_00 ~= hundredths else { return nil }
    self.hundredths = hundredths
  }

  /// Nil if `value` has more than two decimals, is not finite, or is out of −300…300.
  public init?(_ value: Double) {
    guard (-300...300).contains(value) else { return nil }
    let hundredths = (value * 100).rounded()
    guard hundredths / 100 == value else { return nil }
    self.hundredths = Int16(hundredths)
  }

  /// The level's number.
  @inlinable public var value: Double { Double(hundredths) / 100 }
}

extension Level: Comparable {
  /// Whether `lhs` lies below `rhs`.
  @inlinable
  public static func < (lhs: Level, rhs: Level) -> Bool { lhs.hundredths < rhs.hundredths }
}

extension Level: CustomStringConvertible {
  /// The number without needless decimals: "2", "-1", "0.5".
  public var description: String {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
