import Columns
import Geodesy
import WardwayMap

/// Parts a walk network into the streets' and the venues'.
///
/// A venue's network has all that lies on its campus, indoors and out. The streets keep what is outdoors
/// there, so that whoever passes by may cross the grounds, but not the buildings. The two meet in the nodes
/// where edges of the venue and edges that are the streets' alone come together: the portals.
///
/// Where the streets are in another file, what crosses the outline is the venue's as well, and so is all that
/// is indoors, or in another format than OpenStreetMap's, if there is one venue: nobody else would have it.
struct NetworkSplitter {
  let network: SettledNetwork
  private let edgeIndex: EdgeIndex
  /// For each edge the venue that it belongs to, or -1.
  private(set) var venueOf: [Int]
  /// What is this near to an outline, in metres, is on it.
  private static let wall = 0.05
  /// For each area the venue that it belongs to, or -1.
  private(set) var venueOfArea: [Int]
  let venues: [FoundVenue]
  /// Whether the streets are in the same network.
  private let hasStreets: Bool

  init(_ network: SettledNetwork, _ edgeIndex: EdgeIndex, venues: [FoundVenue], hasStreets: Bool = true) {
    self.network = network
    self.edgeIndex = edgeIndex
    self.venues = venues
    self.hasStreets = hasStreets
    venueOf = Array(repeating: -1, count: network.edges.count)
    venueOfArea = Array(repeating: -1, count: network.areas.count)
    for (index, venue) in venues.enumerated() { assign(venue, index) }
    if !hasStreets, venues.count == 1 {
      // Other formats' files are all of one venue.
      for (edge, record) in network.edges.enumerated()
      where record.attributes.isIndoor || record.source.kind == .feature { venueOf[edge] = 0 }
      for (area, record) in network.areas.records.enumerated() where record.edge.attributes.isIndoor {
        venueOfArea[area] = 0
      }
    }
    gatherMeshes()
    assignPoints()
  }

  /// Gives the edges inside an outline to a venue.
  ///
  /// An edge that crosses the outline belongs to it if most of it lies inside: few maps have a node where a
  /// drive comes onto the campus, and the drive's outer end is then the gate.
  private mutating func assign(_ venue: FoundVenue, _ index: Int) {
    edgeIndex.tree.search(in: venue.outline.box) { item in
      let edge = Int(item)
      guard venueOf[edge] < 0, network.edges[edge].length > 0 else { return }
      var (inside, outside) = (0.0, 0.0)
      var touches = false
      network.forEachSegment(of: edge) { a, b in
        let segment = Segment(a, b)
        if venue.outline.contains(segment.coordinate(at: 0.5)) {
          inside += segment.length
        } else {
          outside += segment.length
        }
        touches = touches || venue.outline.contains(a) || venue.outline.contains(b)
      }
      if hasStreets ? inside > outside : inside > 0 || touches { venueOf[edge] = index }
    }
  }

  /// Gives the areas that lie in an outline to a venue, and all edges of a mesh to their area's.
  ///
  /// An area stays whole: who is in it has to see all of its entries.
  private mutating func gatherMeshes() {
    let areas = network.areas
    for area in areas.records.indices where venueOfArea[area] < 0 {
      guard let space = areas.space(of: area) else { continue }
      // Corners and the middles of walls stand for the whole.
      let places = areas.rings(of: area)[0]
      let middles = zip(places, places.dropFirst() + [places[0]]).map { Segment($0, $1).coordinate(at: 0.5) }
      venueOfArea[area] =
        venues.firstIndex { venue in
          guard venue.outline.box.intersects(space.box) else { return false }
          // Where the campus is a building, the walls of its rooms are on the outline, and say nothing.
          let off = (places + middles).filter { venue.outline.metres(to: $0) > Self.wall }
          let inside = off.count { venue.outline.contains($0) }
          return hasStreets ? 2 * inside > off.count : inside > 0
        } ?? -1
    }
    var ofSource: [FeatureID: [(venue: Int, level: Level, nodes: Set<UInt32>)]] = [:]
    for (area, record) in areas.records.enumerated() {
      ofSource[record.edge.source, default: []].append(
        (venueOfArea[area], record.level, Set(areas.nodes(of: area))))
    }
    for (edge, record) in network.edges.enumerated() where record.attributes.isMesh {
      let level = network.tailLevel(of: edge)
      let home = ofSource[record.source]?.first {
        $0.level == level && ($0.nodes.contains(record.tail) || $0.nodes.contains(record.head))
      }
      if let home { venueOf[edge] = home.venue }
    }
  }

  /// Edges without length, such as doors and elevators, go with what they join.
  private mutating func assignPoints() {
    var ofNode = [Int](repeating: -1, count: network.nodes.count)
    for (edge, record) in network.edges.enumerated() where venueOf[edge] >= 0 {
      ofNode[Int(record.tail)] = venueOf[edge]
      ofNode[Int(record.head)] = venueOf[edge]
    }
    // A shaft is a chain of such edges: the venue is handed on until nothing changes.
    var pending = network.edges.indices.filter { network.edges[$0].length == 0 && venueOf[$0] < 0 }
    var isChanging = true
    while isChanging {
      isChanging = false
      var rest: [Int] = []
      for edge in pending {
        let record = network.edges[edge]
        let venue = max(ofNode[Int(record.tail)], ofNode[Int(record.head)])
        if venue < 0 {
          rest.append(edge)
          continue
        }
        venueOf[edge] = venue
        for node in [record.tail, record.head] where ofNode[Int(node)] < 0 {
          ofNode[Int(node)] = venue
          isChanging = true
        }
      }
      pending = rest
    }
  }

  /// Whether the streets do without an edge: it is in a venue, and not outdoors.
  func isVenuesAlone(_ edge: Int) -> Bool {
    let record = network.edges[edge]
    return venueOf[edge] >= 0 && (record.attributes.isIndoor || record.kind == .door)
  }

  /// The streets' part; nil where nothing would be left of it.
  func streets(places isOfVenue: (Int) -> Bool) -> SettledNetwork? {
    let edges = network.edges.indices.filter { !isVenuesAlone($0) }
    guard !edges.isEmpty else { return nil }
    return network.part(
      edges: edges, places: network.places.indices.filter { !isOfVenue($0) },
      areas: network.areas.records.indices.filter {
        venueOfArea[$0] < 0 || !network.areas.records[$0].edge.attributes.isIndoor
      }
    ).network
  }

  /// The number of the venue that a place belongs to, or -1.
  func venue(ofPlace place: Int) -> Int {
    let record = network.places[place]
    return venues.firstIndex { $0.outline.contains(record.coordinate) } ?? -1
  }

  /// A venue's part with its portals; nil where there is nothing to walk on.
  ///
  /// - Parameter finder: Finds portals besides those that meet the streets here.
  func venue(
    _ index: Int, places: [Int], also finder: PortalFinder? = nil
  ) -> (network: SettledNetwork, description: VenueDescription)? {
    let edges = network.edges.indices.filter { venueOf[$0] == index }
    guard !edges.isEmpty else { return nil }
    let part = network.part(
      edges: edges, places: places, areas: network.areas.records.indices.filter { venueOfArea[$0] == index })
    var isStreet = [Bool](repeating: false, count: network.nodes.count)
    for (edge, record) in network.edges.enumerated() where venueOf[edge] != index && !isVenuesAlone(edge) {
      isStreet[Int(record.tail)] = true
      isStreet[Int(record.head)] = true
    }
    let nodes = part.nodes.keys.sorted()
    var portals = nodes.filter { isStreet[$0] }.map { portal(at: $0, in: part, index) }
    if let finder {
      // Behind a door that leads to the streets here, nothing else does.
      let known = Set(portals.map(\.source))
      for own in finder.portals(among: nodes.filter { !known.contains(network.nodes[$0].source) }) {
        portals.append(own.described(portal(at: own.node, in: part, index), part.network.strings))
      }
      portals.sort { $0.node < $1.node }
    }
    let found = venues[index]
    return (
      part.network,
      VenueDescription(
        id: NetworkID(rawValue: found.id), names: found.names, outline: found.outline,
        portals: Column(portals))
    )
  }

  private func portal(at node: Int, in part: SettledNetwork.Part, _ venue: Int) -> PortalRecord {
    let record = network.nodes[node]
    let edges = edgeIndex.edges(from: node)
    let door = edges.first { network.edges[$0].kind == .door && venueOf[$0] == venue }.map {
      network.edges[$0]
    }
    // A way that is the streets' alone says best which side of a gate this is.
    let away =
      edges.first { venueOf[$0] != venue && network.edges[$0].length > 0 }
      ?? edges.first { !isVenuesAlone($0) && network.edges[$0].length > 0 }
    let access = door?.attributes.access ?? .everyone
    return PortalRecord(
      door == nil ? .gate : access == .emergency ? .emergencyEntrance : .entrance, source: record.source,
      coordinate: record.coordinate,
      toward: away.map { network.point(nextTo: UInt32(node), on: $0) } ?? record.coordinate,
      level: record.level, node: part.nodes[node]!, name: door.flatMap { part.texts[$0.name] } ?? 0,
      access: access)
  }
}
