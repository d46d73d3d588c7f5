import Geodesy

/// The places from which a place is reached in time, or that are reached from it.
public struct Isochrone: Hashable, Sendable {
  /// An area with holes in it.
  ///
  /// Rings are closed: the last position is the first. The outer one runs counterclockwise, holes clockwise, as
  /// GeoJSON (RFC 7946) has it. None crosses the antimeridian: what does is cut in two.
  public struct Polygon: Hashable, Sendable {
    /// Its outline.
    public var outer: [Coordinate]
    /// What isn't reached although all around it is.
    public var holes: [[Coordinate]]
  }

  /// All that is reached within one limit.
  public struct Contour: Hashable, Sendable {
    /// The limit, to whole milliseconds.
    public var limit: Duration
    /// The area: all within one and a half cells of a way that is reached.
    public var polygons: [Polygon]
    /// How many nodes of the networks are reached.
    public var nodeCount: Int
    /// How much of the ways is reached, in metres; ways across open areas are not counted.
    public var metres: Double
    /// How many of the map's places lie in the area.
    public var placeCount: Int
  }

  /// A contour for each limit, the shortest first; each lies within the next, to within a tenth of a cell.
  public var contours: [Contour]
  /// Where the place is.
  public var center: Coordinate
  /// The name of the place, or "".
  public var name: String
  /// The cell size that was used, in metres.
  public var cellSize: Double
}
