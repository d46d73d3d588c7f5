import COsmium
import Columns
import Geodesy

/// The arrays that the reader filled, borrowed for as long as this lives.
package final class OSMStorage: Sendable {
  let nodes: Column<osm_node>
  let ways: Column<osm_way>
  let relations: Column<osm_relation>
  let refs: Column<Int64>
  let members: Column<osm_member>
  let tags: Column<UInt32>
  /// Each string once; tags and roles are positions here.
  let strings: [String]

  /// Takes over `extract`, which `osm_read` returned.
  @unsafe init(taking extract: UnsafePointer<osm_extract>) {
    let owner = unsafe Owner(extract)
    let view = unsafe extract.pointee
    nodes = unsafe .lent(view.nodes, view.node_count, by: owner)
    ways = unsafe .lent(view.ways, view.way_count, by: owner)
    relations = unsafe .lent(view.relations, view.relation_count, by: owner)
    refs = unsafe .lent(view.refs, view.ref_count, by: owner)
    members = unsafe .lent(view.members, view.member_count, by: owner)
    tags = unsafe .lent(view.tags, view.tag_count, by: owner)
    let starts: Column<UInt32> = unsafe .lent(view.string_starts, view.string_count + 1, by: owner)
    let bytes = unsafe UnsafeRawBufferPointer(start: view.strings, count: Int(starts[starts.count - 1]))
    strings = (0..<starts.count - 1).map {
      unsafe String(decoding: bytes[Int(starts[$0])..<Int(starts[$0 + 1])], as: UTF8.self)
    }
  }

  /// Takes arrays that were made here: lists sorted by id, and tags and roles as positions in `strings`.
  init(
    nodes: [osm_node], ways: [osm_way], relations: [osm_relation], refs: [Int64], members: [osm_member],
    tags: [UInt32], strings: [String]
  ) {
    self.nodes = Column(nodes)
    self.ways = Column(ways)
    self.relations = Column(relations)
    self.refs = Column(refs)
    self.members = Column(members)
    self.tags = Column(tags)
    self.strings = strings
  }

  /// Takes what another one has, but for other nodes.
  init(_ other: OSMStorage, nodes: Column<osm_node>) {
    self.nodes = nodes
    ways = other.ways
    relations = other.relations
    refs = other.refs
    members = other.members
    tags = other.tags
    strings = other.strings
  }

  /// Gives the arrays back.
  @safe private final class Owner {
    let extract: UnsafePointer<osm_extract>

    @unsafe init(_ extract: UnsafePointer<osm_extract>) {
      unsafe self.extract = extract
    }

    deinit { unsafe osm_free(extract) }
  }
}

extension Column {
  /// Lends an array that may be empty and nowhere.
  @unsafe fileprivate static func lent(
    _ base: UnsafePointer<Element>?, _ count: Int, by owner: AnyObject
  ) -> Column {
    guard let base = unsafe base else { return Column([]) }
    return unsafe Column(lending: base, count: count, owner: owner)
  }
}

/// An object with a number, in a list sorted by it.
protocol OSMNumbered {
  /// The object's number.
  var id: Int64 { get }
}

extension osm_node: OSMNumbered {
  /// Where the node lies.
  var coordinate: Coordinate { Coordinate(latitudeE7: latitude_e7, longitudeE7: longitude_e7) }
}

extension osm_way: OSMNumbered {}
extension osm_relation: OSMNumbered {}

extension Column where Element: OSMNumbered {
  /// The position of the object called `id`.
  func position(of id: Int64) -> Int? {
    let position = partitioningIndex { $0.id >= id }
    return position < count && self[position].id == id ? position : nil
  }
}
