import Foundation

/// Numbers for people.
enum Number {
  /// A number with at most so many decimals.
  static func text(_ value: Double, _ decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let rounded = (value * scale).rounded() / scale
    return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
  }
}
