import Geodesy

/// The addresses between two that a line joins: `addr:interpolation` of OpenStreetMap.
enum AddressInterpolation {
  /// An address that the map says to be there without a feature of its own.
  struct Address {
    var names: [String]
    var coordinate: Coordinate
  }

  /// The most addresses of a line.
  private static let most = 500

  /// Returns the addresses along a line, without those that its nodes have.
  ///
  /// - Complexity: O(nodes and addresses).
  static func addresses(along way: OSMWay, in extract: OSMExtract) -> [Address] {
    let step: Int
    switch way.tags["addr:interpolation"] {
    case "even", "odd": step = 2
    case "all": step = 1
    default:
      guard let number = way.tags["addr:interpolation"].flatMap(HouseNumbers.number) else { return [] }
      step = number
    }
    var found: [Address] = []
    var line: [Coordinate] = []
    var last: (number: Int, street: String)?
    for id in way.nodes {
      guard let index = extract.index(ofNode: id) else { continue }
      let node = extract.node(at: index)
      line.append(node.coordinate)
      guard let number = node.tags["addr:housenumber"].flatMap(HouseNumbers.number) else { continue }
      let street = node.tags["addr:street"] ?? node.tags["addr:place"] ?? way.tags["addr:street"] ?? ""
      if let last, last.street == street, !street.isEmpty, last.number != number {
        let (from, to) = (last.number, number)
        for between in stride(from: from + (to > from ? step : -step), to: to, by: to > from ? step : -step) {
          guard found.count < most else { return found }
          let share = Double(between - from) / Double(to - from)
          found.append(
            Address(
              names: HouseNumbers.names(of: String(between), in: street),
              coordinate: point(at: share, of: line)))
        }
      }
      last = (number, street)
      line = [node.coordinate]
    }
    return found
  }

  /// The point at a share of a line's length.
  private static func point(at share: Double, of line: [Coordinate]) -> Coordinate {
    var left = NetworkDraft.length(line) * share
    for (a, b) in zip(line, line.dropFirst()) {
      let length = distance(a, b)
      if length >= left, length > 0 { return Segment(a, b).coordinate(at: left / length) }
      left -= length
    }
    return line[line.count - 1]
  }
}
