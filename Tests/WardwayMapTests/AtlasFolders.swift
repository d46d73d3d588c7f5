import TestSupport

@testable import WardwayMap

extension TemporaryFolder {
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
