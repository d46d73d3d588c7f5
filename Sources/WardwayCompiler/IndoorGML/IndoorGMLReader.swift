import Foundation
import WardwayMap

/// Reads IndoorGML 1.0 and 1.1, core and navigation module.
///
/// Elements are told by their local names, so it doesn't matter which prefixes or which of the versions'
/// namespaces a file uses, and extensions of cells are cells.
struct IndoorGMLReader {
  /// The longest file in bytes.
  private static let longest = 1 << 30

  private let file: String
  private var features = IndoorFeatures()
  private var ids: Set<String> = []

  private init(file: String) { self.file = file }

  /// Reads a file.
  ///
  /// - Throws: ``MapReadingError``, which names the line and the feature.
  static func read(_ path: String) throws(MapReadingError) -> IndoorFeatures {
    guard FileContents.kind(of: path) != nil else {
      throw MapReadingError(.notFound, path, "there is no such file; check the path")
    }
    let bytes: [UInt8]
    do throws(AtlasError) { bytes = try FileContents.read(path, most: longest) } catch {
      if error.code != .notFound { throw tooLong(path) }
      throw MapReadingError(.notReadable, path, "it can't be opened, or is no file; check its permissions")
    }
    return try read(Data(bytes), file: path)
  }

  /// Reads bytes.
  static func read(_ data: Data, file: String) throws(MapReadingError) -> IndoorFeatures {
    guard !data.isEmpty else {
      throw MapReadingError(.empty, file, "it has no bytes; get it again")
    }
    guard data.count <= longest else { throw tooLong(file) }
    var reader = IndoorGMLReader(file: file)
    // Expat calls one handler after another; the closure is gone when the reading is over.
    let take = { (element: XMLElement, stream: XMLStream) throws(MapReadingError) -> Bool in
      try reader.take(element, stream)
    }
    try XMLStream(file: file, take: take).read(data)
    return reader.features
  }

  private static func tooLong(_ file: String) -> MapReadingError {
    MapReadingError(.tooLarge, file, "it is longer than 1 GiB; give each building a file of its own")
  }

  // MARK: Elements

  private mutating func take(_ element: XMLElement, _ stream: XMLStream) throws(MapReadingError) -> Bool {
    guard let parent = stream.open.last else {
      try checkRoot(element, stream)
      return true
    }
    guard parent.name.lowercased().hasSuffix("member"), isFeatureMember(parent.name) else {
      // Coordinates of what is of no concern would pile up.
      if element.name == "SpaceLayer" { features.layers[element.id ?? ""] = try feature(element, stream) }
      return false
    }
    let layer = stream.open.last { $0.name == "SpaceLayer" }?.id
    if element.name == "SpaceLayer" {
      features.layers[element.id ?? ""] = try feature(element, stream)
      return true
    }
    var found = try feature(element, stream)
    found.layer = layer
    guard ids.insert(found.id.lowercased()).inserted else {
      throw stream.error(
        .damaged, line: element.line,
        "\(element.name) '\(found.id)': two features have this id, letter case left aside; rename one")
    }
    switch parent.name.lowercased() {
    case "cellspacemember": features.cells.append(found)
    case "cellspaceboundarymember": features.boundaries.append(found)
    case "statemember": features.states.append(found)
    case "transitionmember": features.transitions.append(found)
    case "interlayerconnectionmember": features.interLayerConnections.append(found)
    default: noteUnknown(element)
    }
    return true
  }

  /// Surfaces have members too.
  private func isFeatureMember(_ name: String) -> Bool {
    ![
      "surfacemember", "curvemember", "pointmember", "solidmember", "geometrymember", "linestringmember",
      "polygonmember", "compositemember",
    ].contains(name.lowercased())
  }

  private mutating func noteUnknown(_ element: XMLElement) {
    let example = element.id ?? "line \(element.line)"
    features.unknown[element.name, default: (0, example)].count += 1
  }

  private func checkRoot(_ root: XMLElement, _ stream: XMLStream) throws(MapReadingError) {
    let spaces = root.attributes.filter { $0.key.hasPrefix("xmlns") }.map(\.value)
    let isIndoor = spaces.contains { $0.lowercased().contains("indoorgml") }
    let isNext = spaces.contains { $0.contains("/indoorgml/2") }
    guard isIndoor, !isNext, ["IndoorFeatures", "IndoorGML"].contains(root.name) else {
      throw stream.error(
        .notIndoorGML, line: root.line,
        isNext
          ? "it is IndoorGML 2; export it as 1.1"
          : "it is GML, but not IndoorGML 1.0 or 1.1 (its root is \(root.name.prefix(40))); export it as that"
      )
    }
  }

  private mutating func feature(
    _ element: XMLElement, _ stream: XMLStream
  ) throws(MapReadingError) -> IndoorFeatures.Feature {
    guard let id = element.id, !id.isEmpty else {
      throw stream.error(
        .damaged, line: element.line, "\(element.name) has no gml:id; give it one of its own")
    }
    var found = IndoorFeatures.Feature(id: id, element: element.name, line: element.line)
    var geometry = GMLGeometry(stream, feature: "\(element.name) '\(id.prefix(60))'")
    for child in element.children {
      switch child.name.lowercased() {
      case "name": found.name = found.name ?? child.trimmed
      case "description": found.description = child.trimmed
      case "class", "function", "usage", "type", "category":
        if let code = child.trimmed { found.codes.append(code) }
      case "storey", "floor", "level", "story": found.storey = child.trimmed ?? child.reference
      case "duality": found.duality += child.reference.map { [$0] } ?? []
      case "connects", "interconnects": found.connects += child.reference.map { [$0] } ?? []
      case "partialboundedby": found.boundaries += child.reference.map { [$0] } ?? []
      case "typeoftopoexpression": found.relation = child.trimmed?.uppercased()
      case "geometry", "cellspacegeometry", "cellspaceboundarygeometry", "geometry2d", "geometry3d":
        try geometry.read(child)
      case "weight", "boundedby", "externalreference", "level_of_detail", "nodes", "edges", "creationdate",
        "terminationdate", "connectedlayers", "comment", "metadataproperty", "identifier":
        break
      default: noteUnknown(child)
      }
    }
    found.points = geometry.points
    found.geometry = geometry.references
    features.geometry.merge(geometry.named) { first, _ in first }
    for system in geometry.systems { features.systems[system, default: 0] += 1 }
    return found
  }
}
