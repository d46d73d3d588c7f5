/// Writes IndoorGML of a few rooms.
enum SmallIndoorGML {
  /// A state: its id, its place, and the class, name and element of its cell.
  struct Room {
    var id: String
    var x, y, z: Double
    var kind = ""
    var name = ""
    var element = "CellSpace"
    var storey = ""
    var layer = "L1"
  }

  /// A clinic on two floors: a door to the outside, a hall, a room behind a thin wall, stairs and an elevator.
  static let clinic: [Room] = [
    Room(id: "door", x: 0, y: 0, z: 0, element: "AnchorSpace"),
    Room(id: "hall", x: 10, y: 0, z: 0, name: "Hall"),
    Room(id: "lab", x: 10, y: 8, z: 0, name: "检验科"),
    Room(id: "stairs0", x: 20, y: 0, z: 0, kind: "Stairs"),
    Room(id: "stairs1", x: 24, y: 0, z: 4, kind: "Stairs"),
    Room(id: "lift0", x: 10, y: -5, z: 0, kind: "Elevator", name: "Lift A"),
    Room(id: "lift1", x: 10, y: -5, z: 4, kind: "Elevator", name: "Lift A"),
    Room(id: "ward", x: 10, y: 0, z: 4, name: "Ward"),
  ]
  static let passages = [
    ("T1", "door", "hall"), ("T2", "hall", "lab"), ("T3", "hall", "stairs0"), ("T4", "stairs0", "stairs1"),
    ("T5", "stairs1", "ward"), ("T6", "hall", "lift0"), ("T7", "lift0", "lift1"), ("T8", "lift1", "ward"),
  ]

  static func xml(
    _ rooms: [Room] = clinic, _ passages: [(String, String, String)] = passages,
    boundaries: [(id: String, element: String, dual: String, at: String)] = [], connections: String = "",
    version: String = "1.0", srs: String = ""
  ) -> String {
    let cells = rooms.map { room in
      """
      <cellSpaceMember><\(room.element) gml:id="C-\(room.id)">
        \(room.name.isEmpty ? "" : "<gml:name>\(room.name)</gml:name>")
        \(room.kind.isEmpty ? "" : "<class>\(room.kind)</class>")
        \(room.storey.isEmpty ? "" : "<storey>\(room.storey)</storey>")
        <duality xlink:href="#\(room.id)"/></\(room.element)></cellSpaceMember>
      """
    }
    let walls = boundaries.map { wall in
      """
      <cellSpaceBoundaryMember><\(wall.element) gml:id="\(wall.id)"><duality xlink:href="#\(wall.dual)"/>
        <cellSpaceBoundaryGeometry><geometry2D><gml:LineString><gml:posList>\(wall.at)</gml:posList>
        </gml:LineString></geometry2D></cellSpaceBoundaryGeometry></\(wall.element)></cellSpaceBoundaryMember>
      """
    }
    let layers = Set(rooms.map(\.layer)).sorted().map { layer in
      let states = rooms.filter { $0.layer == layer }
      let ids = Set(states.map(\.id))
      return """
        <spaceLayerMember><SpaceLayer gml:id="\(layer)"><nodes gml:id="N\(layer)">
        \(states.map { room in """
          <stateMember><State gml:id="\(room.id)"><duality xlink:href="#C-\(room.id)"/>
          <geometry><gml:Point\(srs)><gml:pos>\(room.x) \(room.y) \(room.z)</gml:pos></gml:Point></geometry>
          </State></stateMember>
          """ }.joined())
        </nodes><edges gml:id="E\(layer)">
        \(passages.filter { ids.contains($0.1) }.map { """
          <transitionMember><Transition gml:id="\($0.0)"><weight>1</weight>
          <connects xlink:href="#\($0.1)"/><connects xlink:href="#\($0.2)"/></Transition></transitionMember>
          """ }.joined())
        </edges></SpaceLayer></spaceLayerMember>
        """
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <IndoorFeatures xmlns="http://www.opengis.net/indoorgml/\(version)/core"
        xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="all">
      <primalSpaceFeatures><PrimalSpaceFeatures gml:id="P">\((cells + walls).joined())</PrimalSpaceFeatures>
      </primalSpaceFeatures><multiLayeredGraph><MultiLayeredGraph gml:id="M"><spaceLayers gml:id="S">
      \(layers.joined())</spaceLayers><interEdges gml:id="I">\(connections)</interEdges></MultiLayeredGraph>
      </multiLayeredGraph></IndoorFeatures>
      """
  }
}
