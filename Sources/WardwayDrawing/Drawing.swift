import Geodesy
import WardwayGuidance
import WardwayMap
import WardwayRouting

/// Draws journeys and venues of an atlas as SVG pictures.
///
/// The same atlas, journey and language give the same text.
public struct Drawing {
  let atlas: Atlas
  private let venues: [Venue]
  private let buildings: [Building]
  let words: Words

  /// Opens what a picture may show.
  ///
  /// - Throws: An `AtlasError` if a venue of the atlas can't be opened.
  public init(_ atlas: Atlas, language: Language = .english) throws(AtlasError) {
    self.atlas = atlas
    var venues: [Venue] = []
    for part in atlas.venueParts { venues.append(try atlas.venue(part.network)) }
    self.venues = venues
    buildings = Building.all(in: venues.map(\.network) + [atlas.streets])
    var words = Words(language)
    for network in venues.map(\.network) + [atlas.streets] {
      words.add(Translations(network.translations), language.primaryTag)
    }
    self.words = words
  }

  // MARK: Journeys

  /// Draws a journey: the streets, and every floor that it leads over, in the order of travel.
  ///
  /// - Parameters:
  ///   - journey: One that was planned on this atlas.
  ///   - from: What to call its start where the map has no name for it.
  ///   - to: What to call its destination where the map has no name for it.
  ///   - profile: The name of the profile that travels.
  /// - Complexity: O(edges and places in view).
  public func svg(of journey: Journey, from: String, to: String, profile: String = "") -> String {
    guard let route = Route(journey) else { return "" }
    // What the map calls a place can be told in the reader's language.
    func end(_ known: String?, _ asked: String) -> String {
      guard let known, !known.isEmpty else { return words.asked(asked) }
      return words.name(known)
    }
    let ends = (
      from: end(journey.legs.first?.origin?.name, from), to: end(journey.legs.last?.destination, to)
    )
    let byCar = journey.legs.contains { $0.mode == .car }
    var sheet = Sheet(width: 1200, words: words, attribution: atlas.attribution)
    let stops = route.stops.map { words.name($0.name) }
    sheet.title = ([ends.from] + stops + [ends.to]).filter { !$0.isEmpty }.joined(separator: " → ")
    sheet.summary = words.summary(
      minutes: journey.wholeDuration.minutesRoundedUp,
      metres: journey.distance + journey.snapFrom + journey.snapTo,
      byCar: byCar, profile: profile)
    let sites = Site.all(on: route)
    addStreets(for: route, ends, hasFloors: !sites.isEmpty, to: &sheet)
    for site in sites {
      for level in site.levels { addFloor(level, of: site, route, ends, to: &sheet) }
    }
    return sheet.svg()
  }

  private func addStreets(
    for route: Route, _ ends: (from: String, to: String), hasFloors: Bool, to sheet: inout Sheet
  ) {
    let outdoors = route.parts.filter { !$0.isInside }
    guard !hasFloors || outdoors.reduce(0, { $0 + $1.length }) > 30 else { return }
    let whole = route.box
    let size = Viewport.size(of: whole)
    let margin = max(25, 0.08 * max(size.width, size.height))
    addStreets(showing: whole, margin: margin, named: words.streets, route, ends, to: &sheet)
    // A long drive makes the walk too small to see.
    let onFoot = outdoors.filter { $0.mode == .walk }
    guard onFoot.reduce(0, { $0 + $1.length }) > 30, outdoors.contains(where: { $0.mode == .car }) else {
      return
    }
    let walked = Route.box(onFoot)
    let near = Viewport.size(of: walked)
    if max(near.width, near.height) < 0.3 * max(size.width, size.height), max(near.width, near.height) > 15 {
      addStreets(showing: walked, margin: 30, named: words.onFoot, route, ends, isWide: false, to: &sheet)
    }
  }

  private func addStreets(
    showing box: BoundingBox, margin: Double, named name: String, _ route: Route?,
    _ ends: (from: String, to: String), isWide: Bool = true, to sheet: inout Sheet
  ) {
    let map = StreetMap(
      streets: atlas.streets, drive: atlas.drive, venues: venues, buildings: buildings, words: words)
    sheet.add(badge: "", name: name, box: box, margin: margin, isWide: isWide) { view, titleWidth in
      map.draw(in: view, route: route, ends: ends, titleWidth: titleWidth)
    }
  }

  private func addFloor(
    _ level: Level, of site: Site, _ route: Route, _ ends: (from: String, to: String), to sheet: inout Sheet
  ) {
    let networks = networks(in: site.box)
    let box = site.box(of: level, on: route)
    // The floor is collected in a view wider than its frame: its shape isn't known yet.
    let wide = box.expanded(byMetres: 120)
    let contents = FloorContents(level, in: wide, networks: networks, drive: atlas.drive)
    let plan = FloorPlan(contents: contents, buildings: near(wide), words: words) {
      name(of: $0, in: wide, networks)
    }
    sheet.add(
      badge: plan.floorName(level), name: title(of: level, in: box, route), box: box, margin: 12
    ) { view, titleWidth in
      plan.draw(in: view, route: route, ends: ends, titleWidth: titleWidth)
    }
  }

  // MARK: Venues

  /// Draws a venue: where it lies, and all its floors, the highest first.
  ///
  /// - Parameter id: The venue's id, as in `Atlas.venueParts`.
  /// - Throws: An `AtlasError` if there is no such venue.
  /// - Complexity: O(edges and places of the venue, for each floor).
  public func svg(ofVenue id: NetworkID) throws(AtlasError) -> String {
    let venue = try atlas.venue(id)
    let networks = [venue.network, atlas.streets]
    var sheet = Sheet(width: 1800, words: words, attribution: atlas.attribution)
    sheet.title = words.name(venue.description.name)
    let ends = (from: "", to: "")
    addStreets(
      showing: venue.description.outline.box, margin: 30, named: words.surroundings, nil, ends, to: &sheet)
    let whole = venue.description.outline.box
    for level in Set(venue.network.nodes.map(\.level)).sorted(by: >) {
      let contents = FloorContents(level, in: whole, networks: networks, drive: atlas.drive)
      guard !contents.indoorBox.isEmpty else { continue }
      let plan = FloorPlan(contents: contents, buildings: near(whole), words: words) {
        name(of: $0, in: whole, networks)
      }
      sheet.add(badge: plan.floorName(level), name: plan.title, box: contents.indoorBox, margin: 8) {
        view, titleWidth in
        plan.draw(in: view, route: nil, ends: ends, titleWidth: titleWidth)
      }
    }
    return sheet.svg()
  }

  // MARK: Networks

  /// The networks around a box: venues first, which know their grounds better than the streets do.
  private func networks(in box: BoundingBox) -> [WalkNetwork] {
    venues.filter { $0.description.outline.box.intersects(box) }.map(\.network) + [atlas.streets]
  }

  private func near(_ box: BoundingBox) -> [Building] { buildings.filter { $0.box.intersects(box) } }

  /// The buildings that a floor of a journey is in, or else its hospital.
  private func title(of level: Level, in box: BoundingBox, _ route: Route) -> String {
    let near = near(box)
    let parts = route.parts.filter { $0.mode == .walk && $0.points.contains(where: box.contains) }
    var names = BuildingNames.along(parts, on: level, among: near)
    if names.isEmpty {
      // One only gets on, gets off, starts or ends here.
      let ends = [route.start, route.end].filter { $0.level == level }.map(\.coordinate)
      let moves = route.moves.flatMap { move in
        (move.from == level ? [move.fromPlace] : []) + (move.to == level ? [move.toPlace] : [])
      }
      let here = (ends + moves).filter(box.contains)
      names = here.lazy.compactMap { BuildingNames.name(at: $0, on: level, among: near) }.prefix(1).map { $0 }
    }
    return names.isEmpty
      ? venueName(at: box.center) : names.map { words.name($0) }.joined(separator: words.listSeparator)
  }

  private func venueName(at place: Coordinate) -> String {
    venues.first { $0.description.outline.contains(place) }.map { words.name($0.description.name) } ?? ""
  }

  /// The name of a floor as posted in a part of the map: the one that most of its nodes have.
  func name(of level: Level, in box: BoundingBox, _ networks: [WalkNetwork]) -> String {
    var names: [String: Int] = [:]
    for network in networks {
      for node in network.nodes
      where node.level == level && node.levelName != 0 && box.contains(node.coordinate) {
        names[network.strings[node.levelName], default: 0] += 1
      }
    }
    let posted = names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return posted.map { words.name($0) } ?? words.floor(level)
  }
}
