import Foundation

@testable import WardwayMap

/// A folder that vanishes with this object.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    let url = FileManager.default.temporaryDirectory.appending(path: "wardway-\(UUID().uuidString)")
    try! FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The names of what is in it, sorted.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  func write(_ bytes: [UInt8], as name: String) {
    try! Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
  }

  func write(_ text: String, as name: String) { write(Array(text.utf8), as: name) }

  func read(_ name: String) -> [UInt8] { [UInt8](try! Data(contentsOf: URL(filePath: "\(path)/\(name)"))) }

  func makeFolder(_ name: String) {
    try! FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: false)
  }

  /// Makes this folder an atlas whose streets are in the file `streets`.
  func writeManifest(naming file: String = "streets") {
    let part = Manifest.Part(network: "streets", file: file, bytes: 1)
    write(Manifest(parts: [part], attribution: "x").json, as: "manifest.json")
  }
}

/// The error of opening the atlas in `folder`, and of asking it for everything; nil if all went well.
func errorOfOpening(_ folder: String) -> AtlasError? {
  do {
    try Atlas(opening: folder).verify()
    return nil
  } catch { return error }
}
