import WardwayMap

/// The command line as it was given, byte by byte.
enum Arguments {
  /// All but the tool's own name.
  ///
  /// A path that is no text goes by the text that ``FilePath`` has for it: read as text, it would be another file's.
  static var given: [String] {
    (1..<max(Int(CommandLine.argc), 1)).compactMap { number in
      CommandLine.unsafeArgv[number].map { argument in
        FilePath.text(
          UnsafeBufferPointer(start: argument, count: length(argument)).map { UInt8(bitPattern: $0) })
      }
    }
  }

  private static func length(_ text: UnsafePointer<CChar>) -> Int {
    var count = 0
    while text[count] != 0 { count += 1 }
    return count
  }
}
