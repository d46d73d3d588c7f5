import Foundation

/// A folder that is gone when nobody holds it any more.
public final class TemporaryFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes an empty one; a machine without room for it can run no test.
  public init() {
    let url = FileManager.default.temporaryDirectory.appending(path: "wardway-\(UUID().uuidString)")
    try! FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The names of what is in it, sorted.
  public var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  /// The path of what is called so in it.
  public func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and returns its path.
  @discardableResult
  public func write(_ bytes: [UInt8], as name: String) -> String {
    try! Data(bytes).write(to: URL(filePath: path(name)))
    return path(name)
  }

  /// Writes a file of text and returns its path.
  @discardableResult
  public func write(_ text: String, as name: String) -> String { write(Array(text.utf8), as: name) }

  /// The bytes of a file.
  public func read(_ name: String) -> [UInt8] { [UInt8](try! Data(contentsOf: URL(filePath: path(name)))) }

  /// Makes a folder in it.
  public func makeFolder(_ name: String) {
    try! FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: false)
  }
}
