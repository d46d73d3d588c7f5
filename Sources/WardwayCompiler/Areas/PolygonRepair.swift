import CGEOS
import Geodesy

/// A polygon as corners: the outer ring first, then holes; no ring repeats its first corner.
typealias PolygonRings = [[Coordinate]]

/// Makes sound polygons out of drawn rings, and cuts things out of them; owns a context of GEOS.
///
/// Corners are whole 10⁻⁷ degrees before and after: results are rounded in a way that keeps them sound.
@safe final class PolygonRepair {
  /// What came out.
  struct Result {
    /// Polygons that don't overlap.
    var polygons: [PolygonRings] = []
    /// What was wrong with the rings, in the words of GEOS; nil where nothing was.
    var fault: String?
  }

  /// The smallest part that is kept, in square units of 10⁻⁷ degrees: a few square decimetres.
  private static let smallest = 500.0

  private let context: GEOSContextHandle_t
  /// Subtracted from all numbers, so that they are small.
  private var origin = Coordinate(latitudeE7: 0, longitudeE7: 0)

  init() { unsafe context = GEOS_init_r() }

  deinit { unsafe GEOS_finish_r(context) }

  /// Returns what the outer rings enclose without what the inner rings and the obstacles enclose.
  ///
  /// - Parameters:
  ///   - outer: Closed or open rings, in any direction.
  ///   - inner: Holes.
  ///   - obstacles: What else is cut out; it may reach beyond the rings.
  func polygons(outer: [[Coordinate]], inner: [[Coordinate]] = [], without obstacles: [PolygonRings] = [])
    -> Result
  {
    var result = Result()
    let box = BoundingBox(outer.joined())
    guard !box.isEmpty else { return result }
    origin = Coordinate(latitudeE7: box.minLatitudeE7, longitudeE7: box.minLongitudeE7)
    let shells = outer.compactMap { sound([$0], &result.fault) }
    guard var whole = union(shells) else { return result }
    if inner.isEmpty, obstacles.isEmpty, outer.count == 1, result.fault == nil {
      result.polygons = [[Self.open(outer[0])]]
      return result
    }
    var ignored: String?
    let cuts = inner.compactMap { sound([$0], &result.fault) } + obstacles.compactMap { sound($0, &ignored) }
    if let cut = union(cuts) {
      // On whole numbers first; where many cuts cross that fails at times, and rounding afterwards serves.
      guard
        let rest = unsafe take(GEOSDifferencePrec_r(context, whole.pointer, cut.pointer, 1))
          ?? take(GEOSDifference_r(context, whole.pointer, cut.pointer))
      else {
        result.fault = result.fault ?? "its holes can't be cut out"
        return result
      }
      whole = rest
    }
    if let rounded = unsafe take(GEOSGeom_setPrecision_r(context, whole.pointer, 1, 0)) { whole = rounded }
    unsafe collect(whole.pointer, into: &result.polygons)
    return result
  }

  /// How much of one polygon another one covers, as a part of the first one's area.
  func share(of polygon: PolygonRings, in other: PolygonRings) -> Double {
    let box = BoundingBox(polygon[0])
    origin = Coordinate(latitudeE7: box.minLatitudeE7, longitudeE7: box.minLongitudeE7)
    var ignored: String?
    guard let a = sound(polygon, &ignored), let b = sound(other, &ignored),
      let both = unsafe take(GEOSIntersectionPrec_r(context, a.pointer, b.pointer, 0))
    else { return 0 }
    let whole = area(a)
    return whole > 0 ? area(both) / whole : 0
  }

  // MARK: Geometries

  /// Owns a geometry of GEOS.
  @safe private final class Geometry {
    let pointer: OpaquePointer
    private let context: GEOSContextHandle_t

    init(_ pointer: OpaquePointer, _ context: GEOSContextHandle_t) {
      unsafe self.pointer = unsafe pointer
      unsafe self.context = unsafe context
    }

    deinit { unsafe GEOSGeom_destroy_r(context, pointer) }
  }

  private func take(_ pointer: OpaquePointer?) -> Geometry? {
    unsafe pointer.map { unsafe Geometry($0, context) }
  }

  private func area(_ geometry: Geometry) -> Double {
    var area = 0.0
    return unsafe GEOSArea_r(context, geometry.pointer, &area) == 1 ? area : 0
  }

  /// A sound polygon of rings; where they aren't sound, what they enclose.
  private func sound(_ rings: PolygonRings, _ fault: inout String?) -> Geometry? {
    guard let drawn = polygon(rings) else {
      fault = fault ?? "it has fewer than three corners"
      return nil
    }
    if unsafe GEOSisValid_r(context, drawn.pointer) == 1 { return drawn }
    if let reason = unsafe GEOSisValidReason_r(context, drawn.pointer) {
      // Up to the place, which is meaningless outside.
      fault = fault ?? String(unsafe String(cString: reason).prefix { $0 != "[" })
      unsafe GEOSFree_r(context, reason)
    }
    let parameters = unsafe GEOSMakeValidParams_create_r(context)
    defer { unsafe GEOSMakeValidParams_destroy_r(context, parameters) }
    _ = unsafe GEOSMakeValidParams_setMethod_r(context, parameters, GEOS_MAKE_VALID_STRUCTURE)
    _ = unsafe GEOSMakeValidParams_setKeepCollapsed_r(context, parameters, 0)
    guard let mended = unsafe take(GEOSMakeValidWithParams_r(context, drawn.pointer, parameters)),
      unsafe GEOSisEmpty_r(context, mended.pointer) == 0
    else { return nil }
    return mended
  }

  private func polygon(_ rings: PolygonRings) -> Geometry? {
    let shells = unsafe rings.map { unsafe ring(Self.open($0)) }
    guard let outer = unsafe shells.first ?? nil else { return nil }
    var holes: [OpaquePointer?] = unsafe shells.dropFirst().filter { unsafe $0 != nil }
    let count = UInt32(unsafe holes.count)
    return unsafe take(GEOSGeom_createPolygon_r(context, outer, &holes, count))
  }

  private func ring(_ open: [Coordinate]) -> OpaquePointer? {
    guard open.count > 2 else { return nil }
    var numbers: [Double] = []
    for corner in open + [open[0]] {
      numbers.append(Double(Int64(corner.longitudeE7) - Int64(origin.longitudeE7)))
      numbers.append(Double(Int64(corner.latitudeE7) - Int64(origin.latitudeE7)))
    }
    let sequence = unsafe GEOSCoordSeq_copyFromBuffer_r(context, numbers, UInt32(numbers.count / 2), 0, 0)
    return unsafe sequence.flatMap { unsafe GEOSGeom_createLinearRing_r(context, $0) }
  }

  private func collection(_ parts: [Geometry]) -> Geometry? {
    var copies: [OpaquePointer?] = unsafe parts.compactMap { unsafe GEOSGeom_clone_r(context, $0.pointer) }
    let kind = Int32(GEOS_GEOMETRYCOLLECTION.rawValue)
    return unsafe take(GEOSGeom_createCollection_r(context, kind, &copies, UInt32(copies.count)))
  }

  /// What parts cover together.
  ///
  /// - Complexity: O(*n* log *n*) where parts lie apart.
  private func union(_ parts: [Geometry]) -> Geometry? {
    guard var all = parts.first else { return nil }
    if parts.count > 2, let collection = collection(parts),
      let whole = unsafe take(GEOSUnaryUnionPrec_r(context, collection.pointer, 1))
    {
      return whole
    }
    for part in parts.dropFirst() {
      if let both = unsafe take(GEOSUnionPrec_r(context, all.pointer, part.pointer, 1))
        ?? take(GEOSUnion_r(context, all.pointer, part.pointer))
      {
        all = both
      }
    }
    return all
  }

  /// Adds the polygons of a geometry, whatever else is in it.
  private func collect(_ geometry: OpaquePointer, into polygons: inout [PolygonRings]) {
    guard unsafe GEOSGeomTypeId_r(context, geometry) == Int32(GEOS_POLYGON.rawValue) else {
      let count = unsafe GEOSGetNumGeometries_r(context, geometry)
      guard unsafe GEOSGeomTypeId_r(context, geometry) > Int32(GEOS_POLYGON.rawValue), count > 0 else {
        return
      }
      for index in 0..<count {
        if let part = unsafe GEOSGetGeometryN_r(context, geometry, index) {
          unsafe collect(part, into: &polygons)
        }
      }
      return
    }
    var area = 0.0
    guard unsafe GEOSArea_r(context, geometry, &area) == 1, area >= Self.smallest else { return }
    var rings: PolygonRings = []
    if let shell = unsafe GEOSGetExteriorRing_r(context, geometry) { rings.append(unsafe corners(of: shell)) }
    for index in 0..<max(unsafe GEOSGetNumInteriorRings_r(context, geometry), 0) {
      if let hole = unsafe GEOSGetInteriorRingN_r(context, geometry, index) {
        let hole = unsafe corners(of: hole)
        if hole.count > 2 { rings.append(hole) }
      }
    }
    if let shell = rings.first, shell.count > 2 { polygons.append(rings) }
  }

  private func corners(of ring: OpaquePointer) -> [Coordinate] {
    guard let sequence = unsafe GEOSGeom_getCoordSeq_r(context, ring) else { return [] }
    var count: UInt32 = 0
    guard unsafe GEOSCoordSeq_getSize_r(context, sequence, &count) == 1 else { return [] }
    var numbers = [Double](repeating: 0, count: Int(count) * 2)
    guard unsafe GEOSCoordSeq_copyToBuffer_r(context, sequence, &numbers, 0, 0) == 1 else { return [] }
    return Self.open(
      stride(from: 0, to: numbers.count, by: 2).map {
        Coordinate(
          latitudeE7: Int32(clamping: Int64(numbers[$0 + 1].rounded()) + Int64(origin.latitudeE7)),
          longitudeE7: Int32(clamping: Int64(numbers[$0].rounded()) + Int64(origin.longitudeE7)))
      })
  }

  /// A ring without repetitions.
  static func open(_ ring: [Coordinate]) -> [Coordinate] {
    var corners: [Coordinate] = []
    for corner in ring where corner != corners.last { corners.append(corner) }
    while corners.count > 1, corners.first == corners.last { corners.removeLast() }
    return corners
  }
}
