import WardwayRouting

/// What a driver does at a junction.
package struct RoadTurn: Codable, Hashable, Sendable {
  /// What kind of junction it is, as far as it matters.
  enum Kind: Codable, Hashable, Sendable {
    /// Going straight on.
    case straight
    case turn
    /// Turning back.
    case uTurn
    /// Choosing one of roads that part at a small angle.
    case fork
    /// Taking a ramp; off a fast road if it `leaves`, else onto one.
    case ramp(leaves: Bool)
    case merge
    /// Going round as far as an exit, counted from one; 0 for staying on the roundabout.
    case roundabout(exit: Int)
    /// Passing a barrier that opens.
    case barrier(takesTicket: Bool)
  }

  /// A car park that one comes into or out of.
  enum CarPark: Codable, Hashable, Sendable {
    /// Into a car park that people call so.
    case enter(String, takesTicket: Bool)
    case leave
  }

  var kind: Kind
  /// What is posted.
  var sign = RoadSign()
  /// Whether the road keeps its name.
  var stays = false
  var carPark: CarPark?

  /// Whether one is told to take a ticket.
  var takesTicket: Bool {
    if case .barrier(true) = kind { return true }
    if case .enter(_, true)? = carPark { return true }
    return false
  }
}

/// What is posted at a junction.
package struct RoadSign: Codable, Hashable, Sendable {
  /// The number of the exit, or "".
  var exit = ""
  /// The places where it leads, with semicolons between, as the map has them.
  var destination = ""
  /// The numbers of the roads where it leads, likewise.
  var destinationRef = ""

  init() {}

  init(_ road: RoadView) {
    exit = cleanName(road.exit)
    destination = road.destination
    destinationRef = road.destinationRef
  }

  /// Where it leads: places, else numbers of roads; two at most.
  var destinations: [String] {
    let places = Self.list(destination)
    return places.isEmpty ? Self.list(destinationRef) : places
  }

  /// The first two of a list with semicolons.
  static func list(_ text: String) -> [String] {
    Array(text.split(separator: ";").map { cleanName(String($0)) }.filter { !$0.isEmpty }.prefix(2))
  }
}
