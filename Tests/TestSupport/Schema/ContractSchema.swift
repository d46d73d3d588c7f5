import Foundation

/// The schema of what Wardway is asked and answers.
public enum ContractSchema {
  /// Where it lies.
  public static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/WardwayContract/Schema/wardway.schema.json").path(percentEncoded: false)

  /// Reads it.
  public static func read() throws -> JSONSchema {
    try JSONSchema(json: [UInt8](Data(contentsOf: URL(filePath: path))))
  }
}
