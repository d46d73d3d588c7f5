/// The reason a polyline's text could not be decoded.
public struct PolylineError: Error, Hashable, Sendable {
  /// What is wrong: an open set.
  public struct Code: Hashable, Sendable {
    let name: String

    /// The text ends within a number or between a latitude and its longitude.
    public static let truncated = Code(name: "truncated")
    /// A character is none of the format's.
    public static let foreignCharacter = Code(name: "foreignCharacter")
    /// A place is not on the globe; often the sign of another precision.
    public static let outOfRange = Code(name: "outOfRange")
  }

  /// What is wrong.
  public let code: Code
  /// Where in the text, counted in bytes.
  public let position: Int

  /// Completes "could not decode the polyline: …".
  public var message: String {
    switch code {
    case .truncated: "it is cut off at byte \(position); send the whole text"
    case .foreignCharacter: "byte \(position) is no polyline character; check for escapes such as \\\\"
    default: "it leaves the globe at byte \(position); check the precision (5 or 6 decimals)"
    }
  }
}

extension PolylineError: CustomStringConvertible {
  /// The whole sentence.
  public var description: String { "could not decode the polyline: \(message)" }
}
