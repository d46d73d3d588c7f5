import Geodesy
import WardwayMap

/// Elevators.
extension IMDFImporter {
  mutating func addShafts(_ relationships: [IMDFRelationship]) {
    var groups = UnionFind(count: units.count)
    var stated: [Int: String] = [:]
    for relationship in relationships {
      let cars = connectors(of: relationship, .elevator)
      guard cars.count > 1 else {
        unusable(relationship)
        continue
      }
      for car in cars {
        groups.join(cars[0], car)
        stated[car] = stated[car] ?? relationship.feature.id
      }
    }
    let cars = units.indices.filter { units[$0].connector == .elevator }
    for (position, a) in cars.enumerated() {
      for b in cars[(position + 1)...] where stated[a] == nil || stated[b] == nil {
        // Of a hundred floors, each is compared with one above or below it.
        if groups.root(of: a) != groups.root(of: b), isAbove(a, b) { groups.join(a, b) }
      }
    }
    for (root, shaft) in Dictionary(grouping: cars, by: { groups.root(of: $0) }).sorted(by: {
      $0.key < $1.key
    }) {
      let shaft = shaft.sorted { (units[$0].level.level, $0) < (units[$1].level.level, $1) }
      guard Set(shaft.map { units[$0].level.level }).count > 1 else { continue }
      addShaft(shaft, id: shaft.compactMap { stated[$0] }.first ?? "\(units[root].id)#shaft")
    }
  }

  /// Adds an elevator: a shaft through the points where one boards behind each door of its units.
  private mutating func addShaft(_ shaft: [Int], id: String) {
    var boarding: [Int64] = []
    var tags = ["highway": "elevator"]
    for index in shaft {
      let unit = units[index]
      tags.merge(names.tags(unit.feature)) { first, _ in first }
      if unit.feature.isWheelchairAccessible { tags["wheelchair"] = "yes" }
      var line: [Int64] = []
      for door in unit.doors {
        let node = addNode(at: door.point.toward(unit.area.middle, 0.5))
        boarding.append(node)
        // One doesn't walk through a car from door to door.
        if line.isEmpty {
          line = [door.node, node]
        } else {
          line += [addNode(at: unit.area.middle, ["barrier": "wall"]), node, door.node]
        }
      }
      units[index].landing = (0, 0)
      guard line.count == 2 || line.count > 2 else { continue }
      var way = self.tags(of: unit)
      way["indoor"] = "corridor"
      builder.addWay(unit.id, through: line, way)
    }
    let levels = shaft.map { units[$0].level }
    tags["level"] = levels.map(\.level.description).joined(separator: ";")
    if !levels.contains(where: { $0.name.isEmpty }), Set(levels.map(\.level)).count == levels.count {
      tags["level:ref"] = levels.map { $0.tags["level:ref"] ?? "" }.joined(separator: ";")
    }
    // For staff alone if it is so on all levels.
    let access = Set(shaft.map { self.tags(of: units[$0])["access"] })
    if access.count == 1, let access = access.first { tags["access"] = access }
    if !boarding.isEmpty { builder.addWay(id, through: boarding, tags) }
  }
}
