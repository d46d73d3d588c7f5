import Geodesy
import WardwayMap

/// Reads map files of all formats into one extract.
enum MapReader {
  /// The formats in the order in which their inputs are read: what comes later knows what is there.
  ///
  /// An input is of the last one that recognizes it.
  static let formats: [any MapFormat.Type] = [OSMFormat.self, IMDFFormat.self, IndoorGMLFormat.self]

  /// Reads files and folders; several make one map.
  ///
  /// - Parameters:
  ///   - placements: What is declared about where inputs lie, by their paths.
  ///   - atlas: The streets of the atlas that the map is added to, if it has none of its own.
  /// - Throws: ``MapReadingError`` about the first that can't be read; it names the file, the place and the way out.
  ///   ``PlacementError`` where a plan can't be placed.
  static func read(
    _ paths: [String], placements: [String: Placement] = [:], besides atlas: WalkNetwork? = nil
  ) throws -> OSMExtract {
    let ofPath = paths.map { path in formats.lastIndex { $0.recognizes(path) } ?? 0 }
    let inputs = paths.enumerated().map {
      MapInput(path: $1, number: $0, placement: placements[$1] ?? Placement())
    }
    for (input, format) in zip(inputs, ofPath) where !formats[format].isPlan {
      guard input.placement.method == .asStated else {
        throw PlacementError(
          .badPlacement,
          "\(input.path) has positions of its own; of its placement keep 'datum' and drop the rest")
      }
    }
    var builder = ExtractBuilder()
    for (number, format) in formats.enumerated() {
      let own = inputs.filter { ofPath[$0.number] == number }
      if !own.isEmpty { try format.read(own, into: &builder) }
    }
    StreetLinker.joinOutside(of: &builder, besides: atlas)
    return MisplacedNodes.removed(from: builder.extract())
  }
}
