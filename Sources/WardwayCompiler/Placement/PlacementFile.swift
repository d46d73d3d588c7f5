import Geodesy
import JSONText
import WardwayMap

/// Reads placement files: JSON that says where inputs lie.
public enum PlacementFile {
  private static let fields = [
    "input", "crs", "axes", "metres_per_unit", "datum", "fit", "mirror", "tolerance", "control_points",
  ]

  /// Reads a file.
  ///
  /// - Parameter inputs: The inputs as they are given; an entry is for the one that has its path or file name.
  /// - Returns: What is declared about inputs, by their paths.
  /// - Throws: `notReadable`; `badPlacement`, naming the field; `noSuchInput`.
  public static func read(_ path: String, inputs: [String]) throws(PlacementError) -> [String: Placement] {
    let json: [UInt8]
    do throws(AtlasError) { json = try FileContents.read(path, most: longest) } catch {
      throw PlacementError(.notReadable, "the file \(path) can't be read: \(error.message)")
    }
    return try placements(json: json, inputs: inputs)
  }

  /// Reads what a placement file holds.
  ///
  /// - Throws: `badPlacement`, naming the field; `noSuchInput`.
  package static func placements(
    json: [UInt8], inputs: [String]
  ) throws(PlacementError) -> [String: Placement] {
    guard json.count <= longest else {
      throw PlacementError(.badPlacement, "it is longer than 16 MB; correct it")
    }
    do { return try placements(of: try JSONReader.value(of: json), inputs: inputs) } catch {
      switch error {
      case let error as JSONError: throw PlacementError(.badPlacement, "it is not JSON: \(error)")
      case let error as PlacementError: throw error
      default: throw PlacementError(.badPlacement, "\(error)")
      }
    }
  }

  /// The longest file in bytes.
  private static let longest = 1 << 24

  private static func placements(of json: JSONValue, inputs: [String]) throws -> [String: Placement] {
    let root = try JSONFields(json, allowed: ["inputs"])
    var result: [String: Placement] = [:]
    for (index, entry) in try root.needed("inputs", try root.list("inputs")).enumerated() {
      let fields = try JSONFields(entry, at: "inputs[\(index)]", allowed: Self.fields)
      let name = try fields.text("input") ?? ""
      let matches = Set(inputs.filter { $0 == name || $0.hasSuffix("/\(name)") && !name.contains("/") })
      guard let input = matches.first, matches.count == 1 else {
        throw PlacementError(
          .noSuchInput,
          "'\(fields.path(to: "input"))' is '\(name)', which is \(matches.count) of the inputs; write the path of one "
            + "as it is given")
      }
      guard result[input] == nil else { throw fields.wrong("input", "is there twice; keep one entry") }
      result[input] = try placement(fields)
    }
    return result
  }

  private static func placement(_ fields: JSONFields) throws -> Placement {
    let datum = try fields.choice("datum", Datum.self) ?? .wgs84
    let unit = try fields.number("metres_per_unit", in: 1e-6...1e6)
    let crs = try fields.text("crs")
    let axes = try fields.choice("axes", Axes.self)
    let fit = try fields.choice("fit", Placement.Fit.self)
    let mayMirror = try fields.flag("mirror")
    let tolerance = try fields.number("tolerance", in: 0.001...1000)
    guard fields.has("control_points") else {
      for field in ["fit", "mirror", "tolerance"] where fields.has(field) {
        throw fields.wrong(field, "needs 'control_points'; add them")
      }
      guard let crs else {
        guard axes == nil else { throw fields.wrong("axes", "needs 'crs'; add it") }
        return Placement(datum: datum, metresPerUnit: unit)
      }
      return Placement(
        .system(crs, northFirst: axes.map { $0 == .northEast }), datum: datum, metresPerUnit: unit)
    }
    guard crs == nil, axes == nil else {
      throw fields.wrong(crs == nil ? "axes" : "crs", "can't go with 'control_points'; keep one of them")
    }
    let points = try controlPoints(fields, datum)
    return Placement(
      .points(points, fit ?? .helmert, mayMirror: mayMirror ?? true, tolerance: tolerance ?? 2),
      metresPerUnit: unit)
  }

  private enum Axes: String, CaseIterable {
    case eastNorth = "east-north"
    case northEast = "north-east"
  }

  private static func controlPoints(
    _ fields: JSONFields, _ datum: Datum
  ) throws -> [ControlPoint] {
    var points: [ControlPoint] = []
    for (index, value) in (try fields.list("control_points") ?? []).enumerated() {
      let path = "\(fields.path(to: "control_points"))[\(index)]"
      let point = try JSONFields(value, at: path, allowed: ["plan", "lat", "lon", "name"])
      let plan = try point.needed("plan", try point.list("plan")).compactMap(\.number)
      guard plan.count == 2, plan.allSatisfy({ abs($0) < 1e12 }) else {
        throw point.wrong("plan", "has to be two numbers, x and y on the plan")
      }
      guard let latitude = try point.number("lat", in: -90...90) else {
        throw point.wrong("lat", "is missing")
      }
      guard let longitude = try point.number("lon", in: -180...180) else {
        throw point.wrong("lon", "is missing")
      }
      guard let position = Coordinate(latitude: latitude, longitude: longitude) else {
        throw point.wrong("lat", "is not on the globe")
      }
      points.append(ControlPoint(plan: PlanPoint(plan[0], plan[1]), position: datum.wgs84(position)))
    }
    return points
  }
}
