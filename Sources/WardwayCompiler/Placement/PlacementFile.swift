import Foundation
import Geodesy

/// Reads placement files: JSON that says where inputs lie.
public enum PlacementFile {
  private static let fields = [
    "input", "crs", "axes", "metres_per_unit", "datum", "fit", "mirror", "tolerance", "control_points",
  ]

  /// Reads a file.
  ///
  /// - Parameter inputs: The inputs as they are given; an entry is for the one that has its path or file name.
  /// - Returns: What is declared about inputs, by their paths.
  /// - Throws: `notReadable`, or what ``placements(json:inputs:)`` throws.
  public static func read(_ path: String, inputs: [String]) throws(PlacementError) -> [String: Placement] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PlacementError(.notReadable, "the file \(path) can't be read; check its path")
    }
    return try placements(json: [UInt8](data), inputs: inputs)
  }

  /// Reads what a placement file holds.
  ///
  /// - Throws: `badPlacement`, naming the field; `noSuchInput`.
  public static func placements(
    json: [UInt8], inputs: [String]
  ) throws(PlacementError) -> [String: Placement] {
    guard json.count < 1 << 24, let value = try? JSONSerialization.jsonObject(with: Data(json)) else {
      throw PlacementError(.badPlacement, "it is not JSON, or longer than 16 MB; correct it")
    }
    let root = try Fields(value, at: "", allowed: ["inputs"])
    var result: [String: Placement] = [:]
    for (index, entry) in try root.list("inputs").enumerated() {
      let fields = try Fields(entry, at: "inputs[\(index)]", allowed: Self.fields)
      let name = try fields.text("input") ?? ""
      let matches = Set(inputs.filter { $0 == name || ($0 as NSString).lastPathComponent == name })
      guard let input = matches.first, matches.count == 1 else {
        throw PlacementError(
          .noSuchInput,
          "'\(fields.path).input' is '\(name)', which is \(matches.count) of the inputs; write the path of one "
            + "as it is given")
      }
      guard result[input] == nil else { throw fields.wrong("input", "is there twice; keep one entry") }
      result[input] = try placement(fields)
    }
    return result
  }

  private static func placement(_ fields: Fields) throws(PlacementError) -> Placement {
    let datum = try fields.choice("datum", Datum.self) ?? .wgs84
    let unit = try fields.number("metres_per_unit", in: 1e-6...1e6)
    let crs = try fields.text("crs")
    let axes = try fields.choice("axes", Axes.self)
    let fit = try fields.choice("fit", PlanFit.Method.self)
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
    _ fields: Fields, _ datum: Datum
  ) throws(PlacementError) -> [ControlPoint] {
    var points: [ControlPoint] = []
    for (index, value) in try fields.list("control_points").enumerated() {
      let path = "\(fields.path).control_points[\(index)]"
      let point = try Fields(value, at: path, allowed: ["plan", "lat", "lon", "name"])
      let plan = try point.list("plan").compactMap { Fields.number($0) }
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

/// An object of JSON; errors name the field with the path to it.
private struct Fields {
  let path: String
  private let values: [String: Any]

  init(_ value: Any, at path: String, allowed: [String]) throws(PlacementError) {
    guard let values = value as? [String: Any] else {
      throw PlacementError(.badPlacement, "\(path.isEmpty ? "it" : "'\(path)'") has to be an object")
    }
    self.path = path
    self.values = values
    for key in values.keys.sorted() where !allowed.contains(key) {
      throw wrong(key, "isn't known; the fields here are \(allowed.joined(separator: ", "))")
    }
  }

  func wrong(_ field: String, _ what: String) -> PlacementError {
    PlacementError(.badPlacement, "'\(path.isEmpty ? "" : path + ".")\(field)' \(what)")
  }

  func has(_ field: String) -> Bool { values[field] != nil }

  func text(_ field: String) throws(PlacementError) -> String? {
    guard let value = values[field] else { return nil }
    guard let text = value as? String, !text.isEmpty else { throw wrong(field, "has to be a text") }
    return text
  }

  func list(_ field: String) throws(PlacementError) -> [Any] {
    guard let list = values[field] as? [Any] else { throw wrong(field, "has to be a list") }
    return list
  }

  func flag(_ field: String) throws(PlacementError) -> Bool? {
    guard let value = values[field] else { return nil }
    guard Self.number(value) == nil, let flag = value as? Bool else {
      throw wrong(field, "has to be true or false")
    }
    return flag
  }

  func number(_ field: String, in range: ClosedRange<Double>) throws(PlacementError) -> Double? {
    guard let value = values[field] else { return nil }
    guard let number = Self.number(value), range.contains(number) else {
      throw wrong(field, "has to be a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func choice<Choice>(
    _ field: String, _ type: Choice.Type
  ) throws(PlacementError) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let text = try text(field) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw wrong(field, "has to be one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice
  }

  /// A number; nil for what is none, such as `true`.
  static func number(_ value: Any) -> Double? {
    // Truth values are `NSNumber`s too, of C's type `char`.
    guard let number = value as? NSNumber, unsafe number.objCType.pointee != 99 else { return nil }
    return number.doubleValue
  }
}
