import Foundation

/// What the tool says besides its results: on standard error, in colour only where that is wanted.
enum Terminal {
  /// Whether standard error is a terminal that somebody watches.
  static let isWatched = isatty(STDERR_FILENO) == 1
  /// Whether results may be coloured.
  static let usesColour =
    isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// The text on one line, without characters that steer a terminal or turn its writing direction: names
  /// come from maps that anyone can edit.
  static func shown(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: shown.append(" ")
      case .format where scalar != "\u{200C}" && scalar != "\u{200D}": continue
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// Prints a line to standard error; where that can't be written there is nobody to tell.
  static func say(_ text: String) { _ = Descriptor.write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// Shows how far long work is, on a line that is written over; nothing where nobody watches.
  static func showProgress(_ stage: String, _ fraction: Double) {
    guard isWatched else { return }
    let percent = Int((fraction * 100).rounded(.down))
    let line = "\r\u{1B}[K\(stage) … \(percent) %"
    _ = Descriptor.write(Array((fraction >= 1 ? "\r\u{1B}[K" : line).utf8), to: STDERR_FILENO)
  }

  /// The text in bold, where colours are used.
  static func bold(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// The text less prominent, where colours are used.
  static func dim(_ text: String) -> String { usesColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
