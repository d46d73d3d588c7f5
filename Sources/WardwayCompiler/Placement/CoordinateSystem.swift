import CPROJ
import Geodesy

/// A coordinate reference system of the EPSG register, or another one that PROJ knows.
///
/// Belongs to one task at a time: PROJ's objects do.
@safe final class CoordinateSystem {
  /// What the system was called.
  let name: String
  private let context: OpaquePointer?
  private let operation: OpaquePointer?
  /// Whether PROJ takes and gives east first; if not, both are in the register's order.
  private let isNormal: Bool
  /// Whether what comes in has north first although PROJ takes east first.
  private let isSwapped: Bool

  /// Opens a system by its name in a register.
  ///
  /// The name is short (`EPSG:4547`), a URN (`urn:ogc:def:crs:EPSG::4547`) or an address
  /// (`http://www.opengis.net/def/crs/EPSG/0/4547`). Nothing else that PROJ would take is: a name may come out of a
  /// file that nobody vouches for, and PROJ's own language opens files.
  ///
  /// As is usual in GML, coordinates of a name that is a URN or an address follow the register's order of axes.
  ///
  /// - Parameter northFirst: The order of the axes, if it is told; nil goes by the name.
  /// - Throws: `unknownSystem`.
  init(_ name: String, northFirst: Bool? = nil) throws(PlacementError) {
    self.name = name
    let context = unsafe proj_context_create()
    unsafe self.context = context
    unsafe proj_log_level(context, PJ_LOG_NONE)
    unsafe proj_context_set_enable_network(context, 0)
    let lowered = name.lowercased()
    let isLong = lowered.hasPrefix("urn:") || lowered.hasPrefix("http")
    isNormal = northFirst != nil || !isLong
    isSwapped = northFirst == true
    let known = Self.isName(lowered)
    // The register's short name of what a long name means: old addresses are not known to PROJ.
    let code = Self.code(ofLongName: lowered) ?? name
    var operation = unsafe known ? proj_create_crs_to_crs(context, code, "EPSG:4326", nil) : nil
    if unsafe operation != nil, isNormal {
      let normal = unsafe proj_normalize_for_visualization(context, operation)
      unsafe proj_destroy(operation)
      unsafe operation = unsafe normal
    }
    unsafe self.operation = unsafe operation
    guard unsafe operation != nil else {
      throw PlacementError(
        .unknownSystem,
        "the coordinate reference system '\(name.prefix(80))' isn't known; give one as EPSG:4547, or control "
          + "points")
    }
  }

  deinit {
    unsafe proj_destroy(operation)
    unsafe proj_context_destroy(context)
  }

  /// Returns where a point lies.
  ///
  /// - Throws: `outsideSystem` where the system has no such point.
  func coordinate(_ point: PlanPoint) throws(PlacementError) -> Coordinate {
    let (first, second) = isSwapped ? (point.y, point.x) : (point.x, point.y)
    let found = unsafe proj_trans(operation, PJ_FWD, proj_coord(first, second, 0, 0))
    let (a, b) = unsafe (found.xy.x, found.xy.y)
    let place = isNormal ? Coordinate(latitude: b, longitude: a) : Coordinate(latitude: a, longitude: b)
    guard let place else {
      throw PlacementError(
        .outsideSystem,
        "the point \(point.x) \(point.y) is nowhere in \(name); check the system and the order of the axes")
    }
    return place
  }

  /// Whether this is a name of a register, in lower case, and not PROJ's own language.
  private static func isName(_ name: String) -> Bool {
    guard name.utf8.count <= 200 else { return false }
    let isPlain = name.utf8.allSatisfy {
      97...122 ~= $0 || 48...57 ~= $0 || ":/._-#".utf8.contains($0)
    }
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    let isShort = parts.count == 2 && ["epsg", "ogc", "esri", "iau_2015"].contains(parts[0])
    return isPlain
      && (isShort || name.hasPrefix("urn:ogc:def:crs:") || name.hasPrefix("http://www.opengis.net/")
        || name.hasPrefix("https://www.opengis.net/"))
  }

  /// `EPSG:4547` for `urn:ogc:def:crs:epsg:9.9:4547` and the like.
  private static func code(ofLongName name: String) -> String? {
    guard name.hasPrefix("urn:") || name.hasPrefix("http"), let range = name.range(of: "epsg") else {
      return nil
    }
    let digits = name[range.upperBound...].reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    return digits.isEmpty ? nil : "EPSG:" + String(digits)
  }
}
